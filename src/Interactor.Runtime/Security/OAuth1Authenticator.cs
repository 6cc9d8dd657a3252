namespace Interactor.Runtime.Security;

/// <summary>Signs each request by OAuth 1.0 (RFC 5849, section 3). Its tokens do not expire, so there is nothing to renew.</summary>
internal sealed class OAuth1Authenticator : Authenticator
{
    public override bool IssuesTokens => false;

    public override bool ObtainsFirstToken => false;

    public override bool SignsRequests => true;

    // Section 3.5.3.
    public override string QueryOfSignature =>
        "oauth_consumer_key&oauth_nonce&oauth_signature&oauth_signature_method&oauth_timestamp&oauth_token&oauth_version";

    public override bool CanRenew(Token? current) => false;

    public override ValueTask<Token> RenewAsync(ActionContext context, Token? current) =>
        throw new NotSupportedException("A token of OAuth 1.0 is not renewed.");

    public override void Sign(in RequestToSign request)
    {
        ActionContext context = request.Context;
        OAuth1Settings settings = context.Session.Method!.OAuth1!;
        Token? kept = settings.RequestUrl is null ? null : context.Token(Connection.MainToken);
        OAuth1Message message = new(settings, context)
        {
            Token = kept?.Value ?? settings.Token?.Invoke(context),
            TokenSecret = kept?.Secret ?? settings.TokenSecret?.Invoke(context),
        };
        string fields = request.Headers.FormFields.ToString();
        request.Headers.Header("Authorization", message.Authorization(request.Method.Method, request.Uri, OAuth1Message.Pairs(fields)));
    }
}

namespace Interactor.Runtime.Security;

/// <summary>Signs each request by AWS Signature Version 4; the keys are the user's, so there is nothing to renew.</summary>
internal sealed class SigV4Authenticator : Authenticator
{
    public override bool IssuesTokens => false;

    public override bool ObtainsFirstToken => false;

    public override bool SignsRequests => true;

    // AWS General Reference, "Create a signed request", query parameters.
    public override string QueryOfSignature =>
        "X-Amz-Algorithm&X-Amz-Credential&X-Amz-Date&X-Amz-Expires&X-Amz-Security-Token&X-Amz-Signature&X-Amz-SignedHeaders";

    public override bool CanRenew(Token? current) => false;

    public override ValueTask<Token> RenewAsync(ActionContext context, Token? current) =>
        throw new NotSupportedException("Keys are not renewed.");

    public override void Sign(in RequestToSign request)
    {
        ActionContext context = request.Context;
        SigV4Settings settings = context.Session.Method!.SigV4!;
        SigV4Scope scope = new(context.Now.UtcDateTime, settings.Region(context), settings.Service(context));
        request.Headers.Header("X-Amz-Date", scope.Time);
        request.Headers.Header("X-Amz-Security-Token", settings.SessionToken?.Invoke(context));
        string hash = SigV4Message.HashOf(request.Body.Span);
        if (scope.IsStorage)
        {
            request.Headers.Header("X-Amz-Content-Sha256", hash);
        }

        SigV4Message message = new(request.Method.Method, request.Uri, request.AllHeaders(), hash, scope);
        request.Headers.Header("Authorization", message.Authorization(settings.AccessKeyId(context), settings.SecretAccessKey(context)));
    }
}

namespace Interactor.Runtime.Security;

/// <summary>The authorization code grant: a person's consent gives the first token, a refresh token the next (RFC 6749, sections 4.1 and 6).</summary>
internal sealed class OAuth2CodeAuthenticator : Authenticator
{
    public override bool IssuesTokens => true;

    public override bool ObtainsFirstToken => false;

    public override bool CanRenew(Token? current) => current?.Refresh is not null;

    public override ValueTask<Token> RenewAsync(ActionContext context, Token? current) =>
        OAuth2RefreshGrant.RequestAsync(context, context.Session.Method!.OAuth!, current!);

    /// <summary>Exchanges the code of a callback for the first token (section 4.1.3; RFC 7636, section 4.5).</summary>
    public static ValueTask<Token> ExchangeAsync(ActionContext context, OAuth2Settings settings, string code, PendingConnection pending)
    {
        NamedValues parameters = new();
        parameters.Add("grant_type", "authorization_code");
        parameters.Add("code", code);
        parameters.Add("redirect_uri", pending.RedirectUri);
        parameters.Add("code_verifier", pending.CodeVerifier);
        settings.TokenParameters?.Invoke(parameters, context);
        return TokenEndpoint.RequestAsync(context, settings, settings.TokenUrl(context), parameters, new TokenExpectation(pending.Scopes, Current: null, ErrorCode.AuthDenied));
    }
}

namespace Interactor.Runtime.Security;

/// <summary>The client credentials grant: the client's own id and secret give every token (RFC 6749, section 4.4).</summary>
internal sealed class OAuth2ClientCredentialsAuthenticator : Authenticator
{
    public override bool IssuesTokens => true;

    public override bool ObtainsFirstToken => true;

    public override bool CanRenew(Token? current) => true;

    public override ValueTask<Token> RenewAsync(ActionContext context, Token? current)
    {
        SecurityMethod method = context.Session.Method!;
        OAuth2Settings settings = method.OAuth!;
        IReadOnlyList<string> scopes = ScopeSet.Of(context.Runtime.Connector, method);
        NamedValues parameters = new();
        parameters.Add("grant_type", "client_credentials");
        parameters.Add("scope", scopes.Count == 0 ? null : string.Join(settings.ScopeSeparator, scopes));
        settings.TokenParameters?.Invoke(parameters, context);
        return TokenEndpoint.RequestAsync(context, settings, settings.TokenUrl(context), parameters, new TokenExpectation(scopes, current, ErrorCode.AuthDenied));
    }
}

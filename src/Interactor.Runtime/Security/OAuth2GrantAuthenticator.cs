namespace Interactor.Runtime.Security;

/// <summary>
/// A grant that what the account holds can repeat: a password (RFC 6749, section 4.3), or an assertion (RFC 7521, section 4.1). A refresh token is used
/// where there is one, and the grant again where that is no longer good.
/// </summary>
/// <param name="grantType">The value of <c>grant_type</c>.</param>
/// <param name="onRefusedAgain">What it means that the provider no longer takes a grant that it took before.</param>
internal sealed class OAuth2GrantAuthenticator(string grantType, ErrorCode onRefusedAgain) : Authenticator
{
    public override bool IssuesTokens => true;

    public override bool ObtainsFirstToken => true;

    public override bool CanRenew(Token? current) => true;

    public override async ValueTask<Token> RenewAsync(ActionContext context, Token? current)
    {
        OAuth2Settings settings = context.Session.Method!.OAuth!;
        if (current?.Refresh is not null)
        {
            try
            {
                return await OAuth2RefreshGrant.RequestAsync(context, settings, current).ConfigureAwait(false);
            }
            catch (InteractorException e) when (e.Code == ErrorCode.AuthRevoked)
            {
                current = current with { Refresh = null };
            }
        }

        return await GrantAsync(context, settings, current).ConfigureAwait(false);
    }

    private ValueTask<Token> GrantAsync(ActionContext context, OAuth2Settings settings, Token? current)
    {
        IReadOnlyList<string> scopes = ScopeSet.Of(context.Runtime.Connector, context.Session.Method!);
        string url = settings.TokenUrl(context);
        string? scope = scopes.Count == 0 ? null : string.Join(settings.ScopeSeparator, scopes);
        NamedValues parameters = new();
        parameters.Add("grant_type", grantType);
        settings.GrantParameters?.Invoke(parameters, context);
        if (settings.GrantAssertion is { } assertion)
        {
            parameters.Add("assertion", JwtSigner.Sign(assertion, context, new JwtDefaults { Audience = url, Scope = scope }));
        }

        parameters.Add("scope", settings.GrantAssertion?.ScopeClaim is null ? scope : null);
        settings.TokenParameters?.Invoke(parameters, context);
        return TokenEndpoint.RequestAsync(context, settings, url, parameters, new TokenExpectation(scopes, current, current is null ? ErrorCode.AuthDenied : onRefusedAgain));
    }
}

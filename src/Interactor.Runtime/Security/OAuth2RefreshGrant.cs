namespace Interactor.Runtime.Security;

/// <summary>A refresh token gives the next token (RFC 6749, section 6).</summary>
internal static class OAuth2RefreshGrant
{
    /// <summary>The next main token.</summary>
    /// <exception cref="InteractorException"><see cref="ErrorCode.AuthRevoked"/>: the refresh token is no longer good.</exception>
    public static ValueTask<Token> RequestAsync(ActionContext context, OAuth2Settings settings, Token current)
    {
        NamedValues parameters = ParametersOf(current);
        settings.RefreshParameters?.Invoke(parameters, context);
        return TokenEndpoint.RequestAsync(context, settings, UrlOf(context, settings), parameters, new TokenExpectation(current.Scopes, current, ErrorCode.AuthRevoked));
    }

    /// <summary>The next token of a name.</summary>
    /// <exception cref="InteractorException"><see cref="ErrorCode.AuthRevoked"/>: the refresh token is no longer good.</exception>
    public static ValueTask<Token> RequestAsync(ActionContext context, OAuth2Settings settings, NamedTokenRefresh named, Token current)
    {
        NamedValues parameters = ParametersOf(current);
        named.Parameters?.Invoke(parameters, context);
        string url = named.Url?.Invoke(context) ?? UrlOf(context, settings);
        return TokenEndpoint.RequestAsync(context, settings, url, parameters, new TokenExpectation(current.Scopes, current, ErrorCode.AuthRevoked) { Named = named });
    }

    private static NamedValues ParametersOf(Token current)
    {
        NamedValues parameters = new();
        parameters.Add("grant_type", "refresh_token");
        parameters.Add("refresh_token", current.Refresh);
        return parameters;
    }

    private static string UrlOf(ActionContext context, OAuth2Settings settings) => (settings.RefreshUrl ?? settings.TokenUrl)(context);
}

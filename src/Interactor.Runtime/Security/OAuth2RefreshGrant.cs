namespace Interactor.Runtime.Security;

/// <summary>A refresh token gives the next token (RFC 6749, section 6).</summary>
internal static class OAuth2RefreshGrant
{
    /// <exception cref="InteractorException"><see cref="ErrorCode.AuthRevoked"/>: the refresh token is no longer good.</exception>
    public static ValueTask<Token> RequestAsync(ActionContext context, OAuth2Settings settings, Token current)
    {
        NamedValues parameters = new();
        parameters.Add("grant_type", "refresh_token");
        parameters.Add("refresh_token", current.Refresh);
        settings.RefreshParameters?.Invoke(parameters, context);
        string url = (settings.RefreshUrl ?? settings.TokenUrl)(context);
        return TokenEndpoint.RequestAsync(context, settings, url, parameters, current.Scopes, current, ErrorCode.AuthRevoked);
    }
}

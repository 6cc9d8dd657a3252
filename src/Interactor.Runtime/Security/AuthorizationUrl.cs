using Interactor.Runtime.Http;

namespace Interactor.Runtime.Security;

/// <summary>Writes the authorization request (RFC 6749, section 4.1.1; RFC 7636, section 4.3).</summary>
internal static class AuthorizationUrl
{
    public static Uri Of(OAuth2Settings settings, PendingConnection pending, ActionContext context)
    {
        NamedValues extra = new();
        settings.AuthorizeParameters?.Invoke(extra, context);
        NamedValues standard = new();
        standard.Add("response_type", "code");
        standard.Add("client_id", settings.ClientId?.Invoke(context));
        standard.Add("redirect_uri", pending.RedirectUri);
        standard.Add("scope", pending.Scopes.Count == 0 ? null : string.Join(settings.ScopeSeparator, pending.Scopes));
        standard.Add("state", pending.State);
        standard.Add("code_challenge", pending.CodeVerifier is null ? null : Pkce.Challenge(pending.CodeVerifier));
        standard.Add("code_challenge_method", pending.CodeVerifier is null ? null : "S256");

        // A definition may give a standard parameter another value, such as scopes in its own order.
        IEnumerable<KeyValuePair<string, string>> all = standard.Items.Where(item => !extra.Items.Any(own => own.Key == item.Key)).Concat(extra.Items);
        return Of((settings.AuthorizeUrl ?? throw new InvalidOperationException("The method has no authorization endpoint."))(context), all, context);
    }

    /// <summary>The address that a person is sent to.</summary>
    /// <exception cref="InteractorException"><see cref="ErrorCode.AuthDenied"/>: it would not be encrypted.</exception>
    public static Uri Of(string endpoint, IEnumerable<KeyValuePair<string, string>> parameters, ActionContext context)
    {
        RequestBuilder builder = new();
        builder.Url(endpoint);
        foreach ((string name, string value) in parameters)
        {
            builder.Query(name, value);
        }

        Uri url = RequestUri.Absolute(builder.Target);
        if (url.Scheme != Uri.UriSchemeHttps && !context.Runtime.Egress.AllowsInsecure(url))
        {
            throw new InteractorException(ErrorCode.AuthDenied, "The authorization endpoint is not an https URL (RFC 6749, section 3.1).");
        }

        return url;
    }
}

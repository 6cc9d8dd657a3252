using Interactor.Import.Documents;
using Interactor.Import.Model;

namespace Interactor.Import.Providers;

/// <summary>Methods of OAuth 2.0: the code of a person's consent, or the client's own credentials.</summary>
internal sealed class OAuthMethods(ProviderEntry entry, ProviderVariables variables, ProviderValues values, ProviderUrls urls)
{
    private static readonly string[] StandardHeaders = ["content-type", "accept"];

    public ProviderMethod? Read(bool withConsent)
    {
        if (urls.Read(entry.Find("token_url"), "token_url") is not { } tokenUrl)
        {
            return null;
        }

        DefinitionValue.Mapping? authorize = null;
        if (withConsent && (authorize = Authorize()) is null)
        {
            return null;
        }

        DefinitionValue.Mapping parameters = Named("token_params", ["grant_type"], isPublic: false, tokenUrl.Query);
        DefinitionValue.Mapping headers = Named("token_headers", StandardHeaders, isPublic: false, DefinitionValue.Mapping.Empty);
        bool isInHeader = (entry.TextOf("token_request_auth_method") ?? entry.TextOf("authorization_method")) is "basic" or "header";
        DefinitionValue.Mapping token = DefinitionValue.Mapping.Empty
            .With("url", tokenUrl.Text)
            .WithText("authentication", isInHeader ? "header" : null)
            .WithText("body", entry.TextOf("body_format") == "json" ? "json" : null)
            .With("parameters", parameters.IsEmpty ? null : parameters)
            .With("headers", headers.IsEmpty ? null : headers);
        DefinitionValue.Mapping refreshParameters = Named("refresh_params", ["grant_type"], isPublic: false, DefinitionValue.Mapping.Empty);
        DefinitionValue.Mapping refresh = DefinitionValue.Mapping.Empty
            .With("url", entry.Find("refresh_url") is { } place && urls.Read(place, "refresh_url") is { } refreshUrl ? refreshUrl.Text : null)
            .With("parameters", refreshParameters.IsEmpty ? null : refreshParameters);
        string[] scopes = [.. entry.TextsOf("default_scopes").Where(s => s.Length > 0 && !s.Contains("${", StringComparison.Ordinal)).Distinct()];
        string? separator = entry.TextOf("scope_separator") is null ? null : entry.Find("scope_separator")!.Text;
        return new ProviderMethod("oauth", withConsent ? "oauth2.code" : "oauth2.clientCredentials", DefinitionValue.Mapping.Empty
            .With("authorize", authorize)
            .With("token", token)
            .With("refresh", refresh.IsEmpty ? null : refresh)
            .With("app", DefinitionValue.Mapping.Empty.With("clientId", Client("client_id")).With("clientSecret", Client("client_secret")))
            .With("scopes", scopes.Length == 0 ? null : DefinitionValue.Texts(scopes))
            .WithText("scopeSeparator", separator is null or " " or "" ? null : separator), HasToken: true);
    }

    private DefinitionValue.Mapping? Authorize()
    {
        if (urls.Read(entry.Find("authorization_url"), "authorize_url") is not { } url)
        {
            return null;
        }

        DefinitionValue.Mapping parameters = Named("authorization_params", ["response_type"], isPublic: true, url.Query);
        foreach (DocumentPlace replaced in entry.Members("authorization_url_replacements").Where(r => r is { Token: "client_id", Text: not null }))
        {
            parameters = parameters.With(replaced.Text!, Client("client_id"));
        }

        return DefinitionValue.Mapping.Empty
            .With("url", url.Text)
            .WithText("pkce", entry.Find("disable_pkce")?.Parent?.IsTrue("disable_pkce") == true ? "none" : null)
            .With("parameters", parameters.IsEmpty ? null : parameters);
    }

    private DefinitionValue.Mapping Named(string section, string[] standard, bool isPublic, DefinitionValue.Mapping named)
    {
        foreach (DocumentPlace place in entry.Members(section))
        {
            if (place.Text is not null && !standard.Contains(place.Token, StringComparer.OrdinalIgnoreCase) && named.Find(place.Token) is null && values.Value(place, isPublic) is { } value)
            {
                named = named.With(place.Token, value);
            }
        }

        return named;
    }

    private ExpressionText Client(string name) => ExpressionText.Variable(variables.Find("credentials." + name, entry.Place)!.Name);
}

using Interactor.Import.Documents;
using Interactor.Import.Findings;
using Interactor.Import.Model;
using Interactor.Import.OpenApi;

namespace Interactor.Import.PowerPlatform;

/// <summary>Reads <c>oAuthSettings</c>: the endpoints of every identity provider, its scopes, and what its templates add.</summary>
internal sealed class OAuthReader(ImportContext context, ConnectionVariables variables, UrlTemplates urls, EgressTable egress)
{
    private const string ClientCredentials = "client_credentials";

    // What the platform fills in, and the kind writes by itself.
    private static readonly string[] Standard =
    [
        "client_id", "client_secret", "response_type", "redirect_uri", "scope", "state", "code", "grant_type", "refresh_token", "code_challenge",
        "code_challenge_method", "code_verifier",
    ];

    public (string Kind, DefinitionValue.Mapping Settings) Read(ParameterSet set, DocumentPlace oauth)
    {
        DocumentPlace settings = oauth.Find("oAuthSettings")!;
        string name = settings.TextOf("identityProvider")?.Trim() ?? "oauth2";
        bool isClient = set.Find(oauth.Token + ":clientSecret") is not null
            || set.Find(oauth.Token + ":grantType")?.Find("uiDefinition")?.Find("constraints")?.TextOf("default") == ClientCredentials;
        DefinitionValue.Mapping authorize;
        DefinitionValue.Mapping token;
        DefinitionText? refresh = null;
        string? separator = Custom(settings, "scopeListDelimiter")?.Text;
        if (name.StartsWith("aad", StringComparison.OrdinalIgnoreCase))
        {
            (authorize, token) = ReadActiveDirectory(settings);
        }
        else
        {
            IdentityProvider? known = IdentityProvider.Find(name);
            separator ??= known?.Separator;
            authorize = Endpoint(settings, name, "authorizationUrl", known?.Authorize, "authorize_url", "authorizationUrlQueryStringTemplate");
            token = Endpoint(settings, name, "tokenUrl", known?.Token, "token_url", "tokenBodyTemplate");
            refresh = RefreshOf(settings);
        }

        DefinitionValue.Mapping app = DefinitionValue.Mapping.Empty
            .With("clientId", variables.Add(new ImportedVariable("client_id") { Title = "Client ID", IsOfApp = true }))
            .With("clientSecret", variables.Add(new ImportedVariable("client_secret") { Title = "Client secret", IsOfApp = true, IsSecret = true }));
        string[] scopes =
        [
            .. settings.TextsOf("scopes").SelectMany(s => s.Split([' ', '\t', '\n'], StringSplitOptions.RemoveEmptyEntries)).Distinct(StringComparer.Ordinal),
        ];
        DefinitionValue.Mapping method = DefinitionValue.Mapping.Empty
            .With("authorize", isClient ? null : authorize)
            .With("token", token)
            .With("refresh", refresh is { } url && !url.Equals(TextOf(token, "url")) ? DefinitionValue.Mapping.Empty.With("url", url) : null)
            .With("app", app)
            .With("scopes", scopes.Length == 0 ? null : DefinitionValue.Texts(scopes))
            .With("scopeSeparator", separator is null or " " or "" ? null : (DefinitionValue)separator);
        return (isClient ? "oauth2.clientCredentials" : "oauth2.code", method);
    }

    // The first version of the endpoints: it takes a resource in place of scopes that name one.
    private (DefinitionValue.Mapping Authorize, DefinitionValue.Mapping Token) ReadActiveDirectory(DocumentPlace settings)
    {
        string login = (Custom(settings, "loginUri")?.Text ?? Custom(settings, "loginUriAAD")?.Text ?? "https://login.microsoftonline.com").Trim().TrimEnd('/');
        string tenant = Custom(settings, "tenantId")?.Text?.Trim() is { Length: > 0 } given && given.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.') ? given : "common";
        ExpressionText id = variables.Add(new ImportedVariable("tenant_id")
        {
            Title = "Tenant ID",
            Summary = "The tenant of Microsoft Entra ID in which people sign in.",
            Default = tenant,
            Pattern = "[A-Za-z0-9.-]+",
        });
        DefinitionText directory = urls.Read(login, settings, ImportRules.SecurityHttp) is { } read && read.Hosts.Count > 0
            ? Allow(read)
            : Allow((DefinitionText.Of("https://login.microsoftonline.com"), [DefinitionText.Of("login.microsoftonline.com")]));
        directory = directory + DefinitionText.Of("/") + DefinitionText.Of(id);
        DefinitionValue.Mapping resource = DefinitionValue.Mapping.Empty.With("resource", ResourceOf(settings));
        return (
            DefinitionValue.Mapping.Empty.With("url", directory + DefinitionText.Of("/oauth2/authorize")).With("parameters", resource),
            DefinitionValue.Mapping.Empty.With("url", directory + DefinitionText.Of("/oauth2/token")).With("parameters", resource));
    }

    // {{ client id }}, [[DUMMY]], <Add your app>: whoever publishes the connector fills it in.
    private DefinitionValue ResourceOf(DocumentPlace settings)
    {
        string? resource = Custom(settings, "resourceUri")?.Text ?? settings.Find("properties")?.TextOf("AzureActiveDirectoryResourceId");
        return !string.IsNullOrWhiteSpace(resource) && resource.IndexOfAny(['{', '[', '<', ' ']) < 0
            ? resource
            : variables.Add(new ImportedVariable("resource")
            {
                Title = "Resource",
                Summary = "The application ID URI of the service.",
                IsOfApp = true,
            });
    }

    private DefinitionValue.Mapping Endpoint(DocumentPlace settings, string provider, string key, string? known, string variable, string template)
    {
        DocumentPlace? given = Custom(settings, key + "Template") ?? Custom(settings, key);
        string text = given?.Text?.Trim() is { Length: > 0 } own ? own : known ?? "";
        int mark = text.IndexOf('?');
        DefinitionText url;
        if (urls.Read(mark < 0 ? text : text[..mark], given ?? settings, ImportRules.SecurityHttp) is { } read)
        {
            url = Allow(read);
        }
        else
        {
            ExpressionText asked = variables.Add(new ImportedVariable(variable)
            {
                Title = Texts.TitleOf(variable),
                IsOfApp = true,
                Pattern = @"https://[^\s/?#@\\]+(/[^\s?#\\]*)?",
            });
            context.Log.Add(PowerPlatformRules.OAuthEndpoints, given ?? settings, provider, key, asked.Written["variables.".Length..]);
            url = DefinitionText.Of(asked);
            egress.Add([url]);
        }

        DefinitionValue.Mapping parameters = DefinitionValue.Mapping.Empty;
        if (mark >= 0)
        {
            parameters = Parameters(text[(mark + 1)..], given!, parameters);
        }

        if (Custom(settings, template) is { Text: { } query } place)
        {
            parameters = Parameters(query.TrimStart('?'), place, parameters);
        }

        return DefinitionValue.Mapping.Empty.With("url", url).With("parameters", parameters.IsEmpty ? null : parameters);
    }

    private DefinitionText? RefreshOf(DocumentPlace settings) =>
        (Custom(settings, "refreshUrlTemplate") ?? Custom(settings, "refreshUrl")) is { Text: { } text } place
        && urls.Read(text.Split('?')[0], place, ImportRules.SecurityHttp) is { } read
            ? Allow(read)
            : null;

    private DefinitionText Allow((DefinitionText Text, IReadOnlyList<DefinitionText> Hosts) url)
    {
        egress.Add(url.Hosts);
        return url.Text;
    }

    // client_id={ClientId}&prompt=consent: what is fixed is a parameter, what the platform fills in is standard.
    private DefinitionValue.Mapping Parameters(string query, DocumentPlace place, DefinitionValue.Mapping parameters)
    {
        foreach (string pair in query.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            int equals = pair.IndexOf('=');
            string name = Uri.UnescapeDataString(equals < 0 ? pair : pair[..equals]).Trim();
            string value = equals < 0 ? "" : Uri.UnescapeDataString(pair[(equals + 1)..].Replace('+', ' '));
            if (name.Length == 0 || Standard.Contains(name) || parameters.Find(name) is not null)
            {
                continue;
            }

            if (value.Contains('{'))
            {
                context.Log.Add(PowerPlatformRules.OAuthTemplate, place, pair);
            }
            else
            {
                parameters = parameters.With(name, value);
            }
        }

        return parameters;
    }

    private static DefinitionText? TextOf(DefinitionValue.Mapping mapping, string key) => (mapping.Find(key) as DefinitionValue.Scalar)?.Text;

    private static DocumentPlace? Custom(DocumentPlace settings, string key)
    {
        DocumentPlace? parameter = settings.Find("customParameters")?.Members.FirstOrDefault(m => string.Equals(m.Token, key, StringComparison.OrdinalIgnoreCase));
        return parameter?.Find("value") ?? (parameter?.Text is not null ? parameter : null);
    }
}

using Interactor.Import.Documents;
using Interactor.Import.Findings;
using Interactor.Import.Model;
using Interactor.Import.OpenApi;

namespace Interactor.Import.Providers;

/// <summary>OAuth 1.0 with the three endpoints that give a token to a person's consent.</summary>
internal sealed class OAuth1Method(ImportContext context, ProviderEntry entry, ProviderVariables variables, ProviderValues values, ProviderUrls urls)
{
    private static readonly string[] Signatures = ["HMAC-SHA1", "HMAC-SHA256", "RSA-SHA1", "PLAINTEXT"];

    /// <summary>What the configuration lacks; null where it says all.</summary>
    public string? WhyNot() =>
        ((string[])["request_url", "authorization_url", "token_url", "signature_method"]).FirstOrDefault(k => entry.TextOf(k) is not { Length: > 0 }) is { } key
            ? $"it has no '{key}'"
            : Signatures.Contains(entry.TextOf("signature_method")) ? null : $"'signature_method' is '{entry.TextOf("signature_method")}', which is none of {string.Join(", ", Signatures)}";

    public ProviderMethod? Read()
    {
        if (Endpoint("request_url", "request_params", isPublic: false) is not { } request || Endpoint("authorization_url", "authorization_params", isPublic: true) is not { } authorize
            || urls.Read(entry.Find("token_url"), "token_url") is not { } token)
        {
            return null;
        }

        if (entry.Find("scope_separator") is { } separator)
        {
            context.Log.Add(ProviderRules.Setting, separator, "scope_separator", "OAuth 1.0 has no scopes");
        }

        string signature = entry.TextOf("signature_method")!;
        return new ProviderMethod("oauth", "oauth1", DefinitionValue.Mapping.Empty
            .WithText("signature", signature == Signatures[0] ? null : signature)
            .With("app", DefinitionValue.Mapping.Empty
                .With("clientId", Client("client_id"))
                .With(signature == "RSA-SHA1" ? "privateKey" : "clientSecret", Client("client_secret")))
            .With("request", request)
            .With("authorize", authorize)
            .With("token", DefinitionValue.Mapping.Empty.With("url", token.Text)));
    }

    private DefinitionValue.Mapping? Endpoint(string key, string section, bool isPublic)
    {
        if (urls.Read(entry.Find(key), key) is not { } url)
        {
            return null;
        }

        DefinitionValue.Mapping parameters = url.Query;
        foreach (DocumentPlace place in entry.Members(section).Where(p => p.Text is not null && parameters.Find(p.Token) is null))
        {
            parameters = parameters.With(place.Token, values.Value(place, isPublic) is { } value ? value : null);
        }

        return DefinitionValue.Mapping.Empty.With("url", url.Text).With("parameters", parameters.IsEmpty ? null : parameters);
    }

    private ExpressionText Client(string name) => ExpressionText.Variable(variables.Find("credentials." + name, entry.Place)!.Name);
}

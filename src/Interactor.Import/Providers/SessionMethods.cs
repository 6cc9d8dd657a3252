using System.Globalization;
using Interactor.Compiler.Syntax;
using Interactor.Import.Documents;
using Interactor.Import.Findings;
using Interactor.Import.Model;
using Interactor.Import.OpenApi;

namespace Interactor.Import.Providers;

/// <summary>Methods whose token comes from a request of the provider's own: a login, or a grant that OAuth does not know.</summary>
internal sealed class SessionMethods(ImportContext context, ProviderEntry entry, ProviderVariables variables, ProviderValues values, ProviderUrls urls)
{
    /// <summary>What a definition cannot say yet; null where it can say all.</summary>
    public string? WhyNot() =>
        entry.Find("additional_steps") is { } steps
            ? steps.Items.Any(s => s.TextOf("token_url")?.Contains("${step", StringComparison.Ordinal) == true)
                ? "the address of its second request ('additional_steps') is in the answer of the first, which no request of a token sees"
                : "its token takes several requests ('additional_steps'), which are not read; write them by hand with 'tokens'"
        : entry.Find("token_response_headers") is not null ? "its session is a cookie"
        : null;

    public ProviderMethod? ReadLogin()
    {
        if (entry.Find("token_response")?.TextOf("token") is not { Length: > 0 } path)
        {
            context.Log.Add(ProviderRules.Form, entry.Find("token_response") ?? entry.Place, "'token_response.token'", "the way to the token in the answer");
            return null;
        }

        string? lifetime = entry.Find("token_response")?.TextOf("token_expiration");
        return Build(path, lifetime, entry.TextOf("body_format") ?? "json", DefinitionValue.Mapping.Empty, DefinitionValue.Mapping.Empty);
    }

    /// <summary>A client credentials grant that is sent as JSON, or is no such grant.</summary>
    public ProviderMethod? ReadGrant()
    {
        ExpressionText id = Client("client_id");
        ExpressionText secret = Client("client_secret");
        bool isInHeader = (entry.TextOf("token_request_auth_method") ?? entry.TextOf("authorization_method")) is "basic" or "header";
        DefinitionText pair = DefinitionText.Of("Basic ") + DefinitionText.Of(ExpressionText.Call("base64", id.Plus(ExpressionText.Literal(":")).Plus(secret)));
        return Build(
            "access_token",
            "expires_in",
            entry.TextOf("body_format") ?? "form",
            isInHeader ? DefinitionValue.Mapping.Empty : DefinitionValue.Mapping.Empty.With("client_id", id).With("client_secret", secret),
            isInHeader ? DefinitionValue.Mapping.Empty.With("Authorization", pair) : DefinitionValue.Mapping.Empty);
    }

    private ProviderMethod? Build(string token, string? lifetime, string bodyFormat, DefinitionValue.Mapping client, DefinitionValue.Mapping headers)
    {
        if (urls.Read(entry.Find("token_url"), "token_url") is not { } url || Body(client) is not { } body)
        {
            return null;
        }

        string method = entry.TextOf("token_request_method")?.ToUpperInvariant() ?? "POST";
        string format = bodyFormat == "form" ? "form" : "json";
        foreach (DocumentPlace header in entry.Members("token_headers").Where(h => h.Text is not null && !string.Equals(h.Token, "content-type", StringComparison.OrdinalIgnoreCase)))
        {
            if (!headers.Members.Any(h => string.Equals(h.Key, header.Token, StringComparison.OrdinalIgnoreCase)))
            {
                headers = headers.With(header.Token, values.Value(header));
            }
        }

        DefinitionValue.Mapping request = DefinitionValue.Mapping.Empty
            .With("method", method is "GET" or "PUT" or "POST" ? method : "POST")
            .With("url", url.Text)
            .With("query", url.Query.IsEmpty ? null : url.Query)
            .With("headers", headers.IsEmpty ? null : headers)
            .With(format, body.IsEmpty ? null : body);
        DefinitionValue? expiresIn = long.TryParse(entry.TextOf("token_expires_in_ms"), NumberStyles.None, CultureInfo.InvariantCulture, out long milliseconds)
            ? (milliseconds / 1000).ToString(CultureInfo.InvariantCulture)
            : lifetime is null || entry.TextOf("expires_in_unit") == "milliseconds" ? null : Way(lifetime, isOptional: true);
        return new ProviderMethod("login", "session", DefinitionValue.Mapping.Empty
            .With("request", request)
            .With("token", DefinitionValue.Mapping.Empty.With("value", Way(token, isOptional: false)).With("expiresIn", expiresIn)), HasToken: true);
    }

    private ExpressionText Client(string name) => ExpressionText.Variable(variables.Find("credentials." + name, entry.Place)!.Name);

    private DefinitionValue.Mapping? Body(DefinitionValue.Mapping body)
    {
        foreach (DocumentPlace place in entry.Members("token_params"))
        {
            if (Of(place) is not { } value)
            {
                return null;
            }

            body = body.Find(place.Token) is null ? body.With(place.Token, value) : body;
        }

        return body;
    }

    private DefinitionValue? Of(DocumentPlace place)
    {
        switch (place.Node)
        {
            case MappingNode:
                DefinitionValue.Mapping mapping = DefinitionValue.Mapping.Empty;
                foreach (DocumentPlace member in place.Members)
                {
                    mapping = mapping.With(member.Token, Of(member));
                }

                return mapping;
            case ScalarNode { Kind: ScalarKind.Boolean }:
                return place.Text is "true";
            case ScalarNode { Kind: not ScalarKind.Null }:
                return values.Value(place) is { } text ? text : null;
            default:
                return DefinitionValue.Mapping.Empty;
        }
    }

    private static ExpressionText Way(string path, bool isOptional) => path.Split('.', StringSplitOptions.RemoveEmptyEntries)
        .Aggregate(ExpressionText.ResponseBody, (value, name) => isOptional ? value.MemberOrNull(name) : value.Member(name));
}

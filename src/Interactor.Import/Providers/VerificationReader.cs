using Interactor.Compiler.Binding.Requests;
using Interactor.Compiler.Syntax;
using Interactor.Import.Documents;
using Interactor.Import.Findings;
using Interactor.Import.Model;
using Interactor.Import.OpenApi;

namespace Interactor.Import.Providers;

/// <summary>Makes <c>verify</c> of <c>proxy.verification</c>: the first of its endpoints.</summary>
internal sealed class VerificationReader(ImportContext context, ProviderEntry entry, ProviderValues values)
{
    public DefinitionValue.Mapping? Read()
    {
        if (entry.Proxy("verification") is not { } place)
        {
            return null;
        }

        if (place.Find("base_url_override") is { } other)
        {
            context.Log.Add(ProviderRules.Verification, other, "it goes to another server");
            return null;
        }

        if (place.Find("endpoints")?.Items.FirstOrDefault() is not { Text: { Length: > 0 } endpoint } at)
        {
            context.Log.Add(ProviderRules.Verification, place, "it has no endpoint");
            return null;
        }

        string path = endpoint.Split('?')[0];
        if (ProviderValues.NamesOf(path).Any() || path.Any(c => c is '{' or '}' or '#' or ' ') || ProviderText.Read(endpoint) is not { Count: 1 })
        {
            context.Log.Add(ProviderRules.Verification, at, "its path is not fixed");
            return null;
        }

        DefinitionValue.Mapping query = DefinitionValue.Mapping.Empty;
        foreach (string pair in PathText.PairsOf(endpoint))
        {
            int equals = pair.IndexOf('=');
            string name = Uri.UnescapeDataString(equals < 0 ? pair : pair[..equals]);
            if (query.Find(name) is null && values.Value(equals < 0 ? "" : Uri.UnescapeDataString(pair[(equals + 1)..]), at) is { } value)
            {
                query = query.With(name, value);
            }
        }

        DefinitionValue.Mapping headers = DefinitionValue.Mapping.Empty;
        foreach (DocumentPlace header in place.Find("headers")?.Members ?? [])
        {
            bool isSent = header.Text is not null && HeaderName.Problem(header.Token) is null && !string.Equals(header.Token, "content-type", StringComparison.OrdinalIgnoreCase);
            if (isSent && values.Value(header) is { } value)
            {
                headers = headers.With(header.Token, value);
            }
        }

        string method = place.TextOf("method")?.Trim().ToUpperInvariant() ?? "GET";
        DefinitionValue? body = place.Find("data") is { } data ? Of(data) : null;
        return DefinitionValue.Mapping.Empty.With("request", DefinitionValue.Mapping.Empty
            .With("method", method is "POST" or "PUT" or "PATCH" or "DELETE" or "HEAD" or "OPTIONS" ? method : "GET")
            .With("path", path.StartsWith('/') ? path : "/" + path)
            .With("query", query.IsEmpty ? null : query)
            .With("headers", headers.IsEmpty ? null : headers)
            .With("json", body));
    }

    // Values of a fixed body mean themselves, but for expressions.
    private DefinitionValue? Of(DocumentPlace place) => place.Node switch
    {
        MappingNode => new DefinitionValue.Mapping([.. place.Members.Select(m => (m.Token, Value: Of(m))).Where(m => m.Value is not null).Select(m => new DefinitionMember(m.Token, m.Value!))]),
        SequenceNode => new DefinitionValue.List([.. place.Items.Select(Of).OfType<DefinitionValue>()]),
        ScalarNode { Kind: ScalarKind.Boolean } => place.Text is "true",
        ScalarNode { Kind: ScalarKind.Integer } when long.TryParse(place.Text, System.Globalization.CultureInfo.InvariantCulture, out long number) => new DefinitionValue.Number(number),
        ScalarNode { Kind: not ScalarKind.Null } => values.Value(place) is { } text ? text : null,
        _ => null,
    };
}

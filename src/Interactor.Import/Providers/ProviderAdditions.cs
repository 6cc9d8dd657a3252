using Interactor.Compiler.Binding.Requests;
using Interactor.Import.Documents;
using Interactor.Import.Findings;
using Interactor.Import.Model;

namespace Interactor.Import.Providers;

/// <summary>What the provider wants on every request: <c>proxy.headers</c> and <c>proxy.query</c>.</summary>
internal sealed class ProviderAdditions
{
    private readonly List<Addition> _additions = [];

    public ProviderAdditions(ProviderEntry entry, ProviderValues values, FindingLog log)
    {
        foreach ((string section, string location) in ((string, string)[])[("headers", "header"), ("query", "query")])
        {
            foreach (DocumentPlace place in entry.ProxyMembers(section))
            {
                if (place.Text is null || Problem(place, location) is { } problem && Report(log, place, problem))
                {
                    continue;
                }

                bool isNew = !_additions.Exists(a => a.Location == location && string.Equals(a.Name, place.Token, StringComparison.OrdinalIgnoreCase));
                if (values.Value(place) is { } value && isNew)
                {
                    _additions.Add(new Addition(location, place.Token, value, [.. ProviderValues.NamesOf(place.Text).Select(ProviderValues.PathOf)]));
                }
            }
        }
    }

    public bool HasHeader(string name) => _additions.Exists(a => a.Location == "header" && string.Equals(a.Name, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Takes the first addition that carries one of the names: it is the credential itself.</summary>
    public Addition? Take(Func<string, bool> isCredential)
    {
        Addition? found = _additions.Find(a => a.Names.Any(isCredential));
        if (found is not null)
        {
            _additions.Remove(found);
        }

        return found;
    }

    /// <summary>The key <c>apply</c>; null where there is nothing to add.</summary>
    /// <param name="isToken">The key stands in place of the bearer token, which is written here then.</param>
    public DefinitionValue.Mapping? ToApply(bool isToken)
    {
        DefinitionValue.Mapping headers = Of("header");
        DefinitionValue.Mapping query = Of("query");
        if (headers.IsEmpty && query.IsEmpty)
        {
            return null;
        }

        bool isWritten = _additions.Exists(a => a.Names.Any(ProviderValues.IsToken)) || HasHeader("authorization");
        if (isToken && !isWritten)
        {
            headers = new DefinitionValue.Mapping([new DefinitionMember("Authorization", DefinitionText.Of("Bearer ") + DefinitionText.Of(ExpressionText.Token)), .. headers.Members]);
        }

        return DefinitionValue.Mapping.Empty.With("headers", headers.IsEmpty ? null : headers).With("query", query.IsEmpty ? null : query);
    }

    private DefinitionValue.Mapping Of(string location) =>
        new([.. _additions.Where(a => a.Location == location).Select(a => new DefinitionMember(a.Name, a.Value))]);

    private static string? Problem(DocumentPlace place, string location) =>
        location != "header" ? null
        : string.Equals(place.Token, "content-type", StringComparison.OrdinalIgnoreCase) ? "the body of a request says it"
        : place.Text!.Any(c => c is < ' ' or > '~') ? "a header takes ASCII only"
        : HeaderName.Problem(place.Token);

    private static bool Report(FindingLog log, DocumentPlace place, string problem)
    {
        log.Add(ProviderRules.Setting, place, place.Token, problem);
        return true;
    }

    /// <summary>A header or a parameter of the query.</summary>
    internal sealed record Addition(string Location, string Name, DefinitionText Value, IReadOnlyList<string> Names);
}

using Interactor.Compiler.Diagnostics;
using Interactor.Import.Documents;
using Interactor.Import.Findings;

namespace Interactor.Import.Providers;

/// <summary>A provider's configuration over the one that it is another name of: its own keys come first.</summary>
internal sealed class ProviderEntry
{
    // An alias of an alias of an alias is a circle.
    private const int LongestChain = 8;

    private readonly IReadOnlyList<DocumentPlace> _layers;

    private ProviderEntry(IReadOnlyList<DocumentPlace> layers) => _layers = layers;

    public DocumentPlace Place => _layers[0];

    public string Name => Place.Token;

    /// <summary>Null, and reported, where it is no mapping or the provider behind it is missing.</summary>
    public static ProviderEntry? Of(DocumentPlace place, IReadOnlyDictionary<string, DocumentPlace> all, FindingLog log)
    {
        List<DocumentPlace> layers = [];
        for (DocumentPlace? layer = place; layer is not null;)
        {
            if (!layer.IsMapping)
            {
                log.Add(ProviderRules.Form, layer, $"The provider '{layer.Token}'", "a mapping");
                return null;
            }

            layers.Add(layer);
            string? alias = layer.TextOf("alias");
            DocumentPlace? next = null;
            if (alias is not null && (layers.Count == LongestChain || !all.TryGetValue(alias, out next)))
            {
                log.Add(ProviderRules.Alias, layer.Find("alias")!, alias, layer.Token, Nearest.Hint(alias, all.Keys));
                return null;
            }

            layer = next;
        }

        return new ProviderEntry(layers);
    }

    /// <summary>The mappings themselves, the own one first.</summary>
    public IReadOnlyList<DocumentPlace> All() => _layers;

    public DocumentPlace? Find(string key) => _layers.Select(l => l.Find(key)).FirstOrDefault(f => f is not null);

    public string? TextOf(string key) => Find(key)?.Text?.Trim();

    /// <summary>A key of <c>proxy</c>, which two layers share.</summary>
    public DocumentPlace? Proxy(string key) => _layers.Select(l => l.Find("proxy")?.Find(key)).FirstOrDefault(f => f is not null);

    /// <summary>The members of a section in all layers, each name once.</summary>
    public IEnumerable<DocumentPlace> Members(string section) => Distinct(_layers.SelectMany(l => l.Find(section)?.Members ?? []));

    /// <summary>The members of a section of <c>proxy</c>.</summary>
    public IEnumerable<DocumentPlace> ProxyMembers(string section) => Proxy(section)?.Members ?? [];

    /// <summary>The texts of a list.</summary>
    public IReadOnlyList<string> TextsOf(string key) => [.. Find(key) is { Parent: { } owner } ? owner.TextsOf(key) : []];

    /// <summary>The texts of a list in all layers.</summary>
    public IEnumerable<string> AllTextsOf(string key) => _layers.SelectMany(l => l.TextsOf(key)).Distinct(StringComparer.Ordinal);

    private static IEnumerable<DocumentPlace> Distinct(IEnumerable<DocumentPlace> places) => places.DistinctBy(p => p.Token, StringComparer.Ordinal);
}

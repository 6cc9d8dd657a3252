using System.Globalization;
using System.Text;
using Interactor.Compiler.Schemas.Resources;

namespace Interactor.Compiler.Schemas.Scopes;

/// <summary>Makes dynamic scopes, each once.</summary>
internal sealed class ScopeTable(ScopeRelevance relevance)
{
    private readonly Dictionary<string, DynamicScope> _scopes = new(StringComparer.Ordinal);

    public DynamicScope Empty { get; } = new([], "");

    /// <summary>The scope once evaluation has gone on into a resource. Names that nothing in there asks for are left out.</summary>
    public DynamicScope Enter(DynamicScope scope, SchemaResource resource)
    {
        IReadOnlyCollection<string> relevant = relevance.Of(resource);
        if (relevant.Count == 0)
        {
            return Empty;
        }

        SortedDictionary<string, SchemaResource> anchors = new(StringComparer.Ordinal);
        foreach (string name in relevant)
        {
            if ((scope.Find(name) ?? (resource.DynamicAnchors.ContainsKey(name) ? resource : null)) is { } found)
            {
                anchors[name] = found;
            }
        }

        StringBuilder key = new();
        foreach (KeyValuePair<string, SchemaResource> anchor in anchors)
        {
            key.Append(anchor.Key).Append('=').Append(anchor.Value.Number.ToString(CultureInfo.InvariantCulture)).Append(';');
        }

        if (!_scopes.TryGetValue(key.ToString(), out DynamicScope? known))
        {
            known = anchors.Count == 0 ? Empty : new DynamicScope([.. anchors], key.ToString());
            _scopes.Add(key.ToString(), known);
        }

        return known;
    }
}

using Interactor.Compiler.Schemas.Keywords;
using Interactor.Compiler.Schemas.Resources;
using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Schemas.Scopes;

/// <summary>
/// Which names dynamic references may ask for, once evaluation is in a resource: those in it and in whatever it leads to. Without dynamic
/// references, which is nearly always, no scope differs from another.
/// </summary>
internal sealed class ScopeRelevance
{
    private static readonly string[] None = [];

    // Resources, and names as stations between those who ask for one and those who have it.
    private readonly Dictionary<object, HashSet<string>> _names = [];
    private readonly Dictionary<object, List<object>> _leadsFrom = [];
    private readonly Dictionary<string, HashSet<SchemaResource>> _askers = new(StringComparer.Ordinal);
    private readonly ReferenceResolver _resolver;

    public ScopeRelevance(ReferenceResolver resolver, IEnumerable<SchemaLocation> starts)
    {
        _resolver = resolver;
        List<SchemaResource> resources = Reach(starts);
        if (_askers.Count > 0)
        {
            Link(resources);
            Spread();
        }
    }

    public IReadOnlyCollection<string> Of(SchemaResource resource) => _names.TryGetValue(resource, out HashSet<string>? names) ? names : None;

    // Every resource that a reference leads to, however it is reached; reading one may bring new ones in.
    private List<SchemaResource> Reach(IEnumerable<SchemaLocation> starts)
    {
        HashSet<SchemaResource> seen = [];
        List<SchemaResource> resources = [];
        void Add(SchemaResource resource)
        {
            if (seen.Add(resource))
            {
                resources.Add(resource);
            }
        }

        foreach (SchemaLocation start in starts)
        {
            Add(start.Resource);
        }

        for (int i = 0; i < resources.Count; i++)
        {
            // The list may grow: a pointer into an unknown keyword makes a schema of what is there.
            for (int j = 0; j < resources[i].Locations.Count; j++)
            {
                foreach (SchemaResource target in TargetsOf(resources[i].Locations[j]))
                {
                    Add(target);
                    Lead(resources[i], target);
                }
            }
        }

        return resources;
    }

    private IEnumerable<SchemaResource> TargetsOf(SchemaLocation location)
    {
        foreach (Subschema inner in location.Subschemas)
        {
            if (!ReferenceEquals(inner.Location.Resource, location.Resource))
            {
                yield return inner.Location.Resource;
            }
        }

        foreach ((SchemaKeyword keyword, ScalarNode reference) in References.In(location))
        {
            if (_resolver.Find(location, reference.Text) is not { } target)
            {
                continue;
            }

            yield return target.Resource;
            if (keyword.Form == KeywordForm.DynamicReference && DynamicReference.NameOf(keyword.Name, reference, target) is { } name)
            {
                if (!_askers.TryGetValue(name, out HashSet<SchemaResource>? askers))
                {
                    _askers.Add(name, askers = []);
                }

                askers.Add(location.Resource);
            }
        }
    }

    private void Link(List<SchemaResource> resources)
    {
        foreach (KeyValuePair<string, HashSet<SchemaResource>> asked in _askers)
        {
            foreach (SchemaResource asker in asked.Value)
            {
                Lead(asker, asked.Key);
            }
        }

        foreach (SchemaResource owner in resources)
        {
            foreach (string name in owner.DynamicAnchors.Keys.Where(_askers.ContainsKey))
            {
                Lead(name, owner);
            }
        }
    }

    private void Spread()
    {
        Stack<(object Station, string Name)> pending = new();
        foreach (KeyValuePair<string, HashSet<SchemaResource>> asked in _askers)
        {
            foreach (SchemaResource asker in asked.Value)
            {
                pending.Push((asker, asked.Key));
            }
        }

        while (pending.Count > 0)
        {
            (object station, string name) = pending.Pop();
            if (!_names.TryGetValue(station, out HashSet<string>? names))
            {
                _names.Add(station, names = new HashSet<string>(StringComparer.Ordinal));
            }

            if (names.Add(name) && _leadsFrom.TryGetValue(station, out List<object>? before))
            {
                foreach (object earlier in before)
                {
                    pending.Push((earlier, name));
                }
            }
        }
    }

    private void Lead(object from, object to)
    {
        if (ReferenceEquals(from, to))
        {
            return;
        }

        if (!_leadsFrom.TryGetValue(to, out List<object>? earlier))
        {
            _leadsFrom.Add(to, earlier = []);
        }

        earlier.Add(from);
    }
}

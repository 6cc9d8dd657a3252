using Interactor.Runtime.Json.Validation.Model;

namespace Interactor.Runtime.Json.Validation.Plans;

/// <summary>Gathers the schemas that apply to one member or item, by what depends on each, into the roots of a site.</summary>
internal sealed class RootBuilder
{
    private const int RootsAtOnce = 64;

    private readonly List<(SchemaModel Schema, ulong Owners)> _required = [];
    private readonly List<(SchemaModel Schema, int Unevaluated, int Contains)> _others = [];
    private readonly List<int> _refusedBy = [];

    /// <summary>The atoms that allow no value at all.</summary>
    public ulong Refusing { get; private set; }

    /// <summary>The unevaluated-schemas that allow no value at all.</summary>
    public int[] RefusedBy => [.. _refusedBy];

    public void Require(SchemaModel schema, int owner)
    {
        ulong bit = 1UL << owner;
        if (schema.Always is { } always)
        {
            Refusing |= always ? 0 : bit;
            return;
        }

        int known = _required.FindIndex(r => r.Schema == schema);
        if (known >= 0)
        {
            _required[known] = (schema, _required[known].Owners | bit);
        }
        else
        {
            _required.Add((schema, bit));
        }
    }

    public void Unevaluated(SchemaModel schema, int number)
    {
        if (schema.Always == false)
        {
            _refusedBy.Add(number);
        }
        else if (schema.Always is null)
        {
            _others.Add((schema, number, -1));
        }
    }

    public void Contains(SchemaModel schema, int atom) => _others.Add((schema, -1, atom));

    /// <summary>One root for all, where every schema must hold.</summary>
    public Site? Together() => _required.Count == 0 ? null : SiteTable.Of([.. _required.Select(static r => r.Schema)]);

    /// <summary>A root for each set of schemas on which the same atoms depend.</summary>
    public (Site? Site, Consequence[] Consequences) Apart()
    {
        List<SchemaModel[]> roots = [];
        List<Consequence> consequences = [];
        foreach ((ulong owners, SchemaModel[] root) in Groups())
        {
            roots.Add(root);
            consequences.Add(new(owners, SiteTable.Of(root)));
        }

        foreach ((SchemaModel schema, int unevaluated, int contains) in _others)
        {
            roots.Add([schema]);
            consequences.Add(new(0, Site.Of(schema), unevaluated, contains));
        }

        return (roots.Count == 0 ? null : SiteTable.Of(roots), [.. consequences]);
    }

    // The answer has a bit for each root. Where there are too many sets, each atom gets a root of its own, and there are fewer atoms.
    private IEnumerable<(ulong Owners, SchemaModel[] Root)> Groups()
    {
        ILookup<ulong, SchemaModel> groups = _required.ToLookup(static r => r.Owners, static r => r.Schema);
        if (groups.Count + _others.Count <= RootsAtOnce)
        {
            return groups.Select(static g => (g.Key, g.ToArray()));
        }

        return Enumerable.Range(0, RootsAtOnce).Select(static i => 1UL << i)
            .Select(owner => (owner, _required.Where(r => (r.Owners & owner) != 0).Select(static r => r.Schema).ToArray()))
            .Where(static root => root.Item2.Length > 0);
    }
}

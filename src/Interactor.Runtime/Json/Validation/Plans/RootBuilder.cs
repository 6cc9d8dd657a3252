using Interactor.Runtime.Json.Validation.Model;

namespace Interactor.Runtime.Json.Validation.Plans;

/// <summary>Gathers the schemas that apply to one member or item, by what depends on each, into the roots of a site.</summary>
internal sealed class RootBuilder
{
    private const int RootsAtOnce = 64;

    private readonly List<Requirement> _required = [];
    private readonly List<Watcher> _others = [];
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

        Requirement? known = _required.Find(r => r.Schema == schema);
        if (known is not null)
        {
            known.Owners |= bit;
        }
        else
        {
            _required.Add(new(schema) { Owners = bit });
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
            _others.Add(new(schema, number, Contains: -1));
        }
    }

    public void Contains(SchemaModel schema, int atom) => _others.Add(new(schema, Unevaluated: -1, atom));

    /// <summary>One root for all, where every schema must hold.</summary>
    public Site? Together() => _required.Count == 0 ? null : SiteTable.Of(SchemasOf(_required));

    /// <summary>A root for each set of schemas on which the same atoms depend.</summary>
    public (Site? Site, Consequence[] Consequences) Apart()
    {
        List<SchemaModel[]> roots = [];
        List<Consequence> consequences = [];
        List<ulong> sets = OwnerSets(out bool isEach);
        foreach (ulong owners in sets)
        {
            SchemaModel[] root = SchemasOf(_required.FindAll(r => r.Owners == owners || (isEach && (r.Owners & owners) != 0)));
            if (root.Length > 0)
            {
                roots.Add(root);
                consequences.Add(new(owners, SiteTable.Of(root)));
            }
        }

        foreach (Watcher other in _others)
        {
            roots.Add([other.Schema]);
            consequences.Add(new(0, Site.Of(other.Schema), other.Unevaluated, other.Contains));
        }

        return (roots.Count == 0 ? null : SiteTable.Of([.. roots]), [.. consequences]);
    }

    private static SchemaModel[] SchemasOf(List<Requirement> requirements) => [.. requirements.ConvertAll(static r => r.Schema)];

    // The answer has a bit for each root. Where there are too many sets, each atom gets a root of its own, and there are fewer atoms.
    private List<ulong> OwnerSets(out bool isEach)
    {
        List<ulong> sets = [];
        foreach (Requirement requirement in _required)
        {
            if (!sets.Contains(requirement.Owners))
            {
                sets.Add(requirement.Owners);
            }
        }

        isEach = sets.Count + _others.Count > RootsAtOnce;
        if (isEach)
        {
            sets.Clear();
            for (int i = 0; i < Verdict.AtomsInWord; i++)
            {
                sets.Add(1UL << i);
            }
        }

        return sets;
    }

    private sealed class Requirement(SchemaModel schema)
    {
        public SchemaModel Schema { get; } = schema;

        /// <summary>The atoms that fail where the schema does not hold.</summary>
        public ulong Owners { get; set; }
    }

    private sealed record Watcher(SchemaModel Schema, int Unevaluated, int Contains);
}

using Interactor.Runtime.Json.Validation.Model;

namespace Interactor.Runtime.Json.Validation.Plans;

/// <summary>What up to 48 schemas ask of the items of one array.</summary>
internal sealed class ArrayPlan
{
    private readonly ArrayEntry[] _prefix;

    private readonly ArrayEntry _rest;

    /// <param name="atoms">The schemas.</param>
    /// <param name="unevaluated">The unevaluated-schemas of the site.</param>
    /// <param name="isConjunction">Every atom must hold, so that one failure is the answer.</param>
    public ArrayPlan(SchemaModel[] atoms, List<UnevaluatedRule> unevaluated, bool isConjunction)
    {
        ArrayKeywords?[] keywords = Array.ConvertAll(atoms, static a => a.Array);
        int prefix = 0;
        foreach (ArrayKeywords? atom in keywords)
        {
            prefix = Math.Max(prefix, atom?.PrefixItems.Length ?? 0);
        }

        _prefix = new ArrayEntry[prefix];
        for (int i = 0; i < prefix; i++)
        {
            _prefix[i] = ArrayEntry.Of(keywords, unevaluated, i, isConjunction);
        }

        _rest = ArrayEntry.Of(keywords, unevaluated, prefix, isConjunction);
        Ends = Array.ConvertAll(keywords, ArrayEnd.Of);
        Together = ArrayEnd.Merge(Ends);
        HasContains = Array.Exists(keywords, static k => k?.Contains is not null);
        WantsUnique = Array.Exists(keywords, static k => k?.UniqueItems == true);
    }

    /// <summary>For each atom, what it asks when the array ends.</summary>
    public ArrayEnd[] Ends { get; }

    /// <summary>What all atoms together ask when the array ends.</summary>
    public ArrayEnd Together { get; }

    public bool HasContains { get; }

    /// <summary>Some atom asks that the items differ.</summary>
    public bool WantsUnique { get; }

    /// <param name="index">The item's, from 0.</param>
    public ArrayEntry At(int index) => index < _prefix.Length ? _prefix[index] : _rest;
}

using Interactor.Runtime.Json.Validation.Model;

namespace Interactor.Runtime.Json.Validation.Plans;

/// <summary>What items at one index, or behind every prefix, mean for the atoms of an array plan.</summary>
internal sealed class ArrayEntry
{
    /// <summary>The atoms that do not allow the item at all.</summary>
    public ulong Refusing { get; private init; }

    /// <summary>The atoms whose schemas evaluate the item, those of <c>contains</c> aside.</summary>
    public ulong Evaluating { get; private init; }

    /// <summary>The atoms whose <c>contains</c> evaluates the items that it accepts.</summary>
    public ulong EvaluatingByContains { get; private init; }

    /// <summary>The unevaluated-schemas that allow no value here.</summary>
    public int[] RefusedBy { get; private init; } = [];

    /// <summary>What is asked of the item; null when nothing is.</summary>
    public Site? Value { get; private init; }

    /// <summary>What the answer means for each root of <see cref="Value"/>.</summary>
    public Consequence[] Consequences { get; private init; } = [];

    public static ArrayEntry Of(ArrayKeywords?[] atoms, List<UnevaluatedRule> unevaluated, int index, bool isConjunction)
    {
        RootBuilder roots = new();
        ulong evaluating = 0;
        ulong byContains = 0;
        for (int i = 0; i < atoms.Length; i++)
        {
            if (atoms[i] is not { } keywords)
            {
                continue;
            }

            if ((index < keywords.PrefixItems.Length ? keywords.PrefixItems[index] : keywords.Items) is { } item)
            {
                roots.Require(item, i);
                evaluating |= 1UL << i;
            }

            if (keywords.Contains is { } contains)
            {
                roots.Contains(contains, i);
                byContains |= keywords.ContainsEvaluates ? 1UL << i : 0;
            }
        }

        for (int i = 0; i < unevaluated.Count; i++)
        {
            if (unevaluated[i].Counts(evaluating))
            {
                roots.Unevaluated(unevaluated[i].Schema, i);
            }
        }

        (Site? site, Consequence[] consequences) = isConjunction ? (roots.Together(), []) : roots.Apart();
        return new()
        {
            Refusing = roots.Refusing,
            Evaluating = evaluating,
            EvaluatingByContains = byContains,
            RefusedBy = roots.RefusedBy,
            Value = site,
            Consequences = consequences,
        };
    }
}

using Interactor.Runtime.Json.Validation.Model;

namespace Interactor.Runtime.Json.Validation.Plans;

/// <summary>What a site asks of values of one kind.</summary>
internal sealed class KindPlan
{
    private const int AtomsAtOnce = 64;

    private readonly SchemaModel[] _atoms;

    public KindPlan(JsonKinds kind, SchemaModel[][] roots)
    {
        FormulaBuilder builder = new(kind);
        Roots = builder.Build(roots);
        _atoms = [.. builder.Atoms];
        FormulaCount = builder.Indexes;
        HasConstants = Array.Exists(_atoms, static a => a.Constants.Count > 0);
        IsTracked = builder.Unevaluated.Count > 0;
        IsRefused = Array.TrueForAll(Roots, static r => r == Formula.False);
        IsTrivial = Array.TrueForAll(Roots, static r => r is ConstantFormula);
        IsConjunction = Roots.Length == 1 && !IsTracked && IsConjunctionOf(Roots[0]);
        if (IsTrivial)
        {
            return;
        }

        switch (kind)
        {
            case JsonKinds.Object:
                IsConjunction &= _atoms.Length <= AtomsAtOnce;
                Objects = [.. Chunks(_atoms).Select(chunk => new ObjectPlan(chunk, builder.Unevaluated, builder.Watched, IsConjunction))];
                WatchedCount = builder.Watched.Count;
                break;
            case JsonKinds.Array:
                IsConjunction &= _atoms.Length <= AtomsAtOnce && !Array.Exists(_atoms, static a => a.Array?.Contains is not null);
                Arrays = [.. Chunks(_atoms).Select(chunk => new ArrayPlan(chunk, builder.Unevaluated, IsConjunction))];
                break;
            case JsonKinds.String:
                Strings = [.. _atoms.Select(StringCheck.Of)];
                break;
            case JsonKinds.Number:
                Numbers = [.. _atoms.Select(NumberCheck.Of)];
                break;
        }

    }

    public Formula[] Roots { get; }

    /// <summary>Every root is decided by the kind alone.</summary>
    public bool IsTrivial { get; }

    /// <summary>No value of the kind is allowed by any root.</summary>
    public bool IsRefused { get; }

    /// <summary>There is one root, and it asks that every atom hold.</summary>
    public bool IsConjunction { get; }

    /// <summary>There are unevaluated-schemas.</summary>
    public bool IsTracked { get; }

    /// <summary>There are unevaluated-schemas over more atoms than a word has bits.</summary>
    public bool IsTooWide => IsTracked && _atoms.Length > AtomsAtOnce;

    public int AtomCount => _atoms.Length;

    /// <summary>Some atom lists the values allowed.</summary>
    public bool HasConstants { get; }

    public int FormulaCount { get; }

    public int WatchedCount { get; }

    /// <summary>For each 64 atoms, what is asked of objects.</summary>
    public ObjectPlan[] Objects { get; } = [];

    /// <summary>For each 64 atoms, what is asked of arrays.</summary>
    public ArrayPlan[] Arrays { get; } = [];

    /// <summary>For each atom, what is asked of strings.</summary>
    public StringCheck[] Strings { get; } = [];

    /// <summary>For each atom, what is asked of numbers.</summary>
    public NumberCheck[] Numbers { get; } = [];

    /// <summary>Which roots hold; ends the verdict.</summary>
    /// <returns>A bit for each root.</returns>
    public ulong Decide(ref Verdict verdict)
    {
        ulong accepting = 0;
        for (int i = 0; i < Roots.Length; i++)
        {
            accepting |= Roots[i].Test(ref verdict) ? 1UL << i : 0;
        }

        verdict.End();
        return accepting;
    }

    /// <summary>Whether a value is among those that each atom allows.</summary>
    /// <param name="raw">The value as it stands.</param>
    /// <param name="kind">Its kind.</param>
    public bool AllowsAll(ReadOnlySpan<byte> raw, JsonKinds kind)
    {
        for (int i = 0; i < _atoms.Length; i++)
        {
            if (!Allows(i, raw, kind))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Which roots accept a value for which the plan is too wide.</summary>
    public ulong JudgeSlowly(ref JsonScanner scanner) => throw new NotSupportedException();

    /// <summary>Fails the atoms that list other values.</summary>
    /// <param name="verdict">What is known of the atoms.</param>
    /// <param name="raw">The value as it stands.</param>
    /// <param name="kind">Its kind.</param>
    public void RefuseOtherThanConstants(ref Verdict verdict, ReadOnlySpan<byte> raw, JsonKinds kind)
    {
        for (int i = 0; HasConstants && i < _atoms.Length; i++)
        {
            verdict.Failed[i >> 6] |= Allows(i, raw, kind) ? 0 : 1UL << i;
        }
    }

    /// <summary>For each atom, the values allowed.</summary>
    public bool Allows(int atom, ReadOnlySpan<byte> raw, JsonKinds kind)
    {
        foreach (ConstantKeyword constant in _atoms[atom].Constants)
        {
            if (!constant.Set.Contains(raw, kind))
            {
                return false;
            }
        }

        return true;
    }

    // Without atoms there is still one pass: for the presence of members (dependentSchemas) and for what is unevaluated.
    private static SchemaModel[][] Chunks(SchemaModel[] atoms) => atoms.Length == 0 ? [[]] : [.. atoms.Chunk(AtomsAtOnce)];

    private static bool IsConjunctionOf(Formula formula) =>
        formula is AtomFormula || (formula is AllFormula all && all.Parts.All(IsConjunctionOf));
}

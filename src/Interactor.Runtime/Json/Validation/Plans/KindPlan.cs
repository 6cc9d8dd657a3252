using Interactor.Runtime.Json.Validation.Explaining;
using Interactor.Runtime.Json.Validation.Model;
using Interactor.Runtime.Json.Validation.Values;

namespace Interactor.Runtime.Json.Validation.Plans;

/// <summary>What a site asks of values of one kind.</summary>
internal sealed class KindPlan
{
    // Roots of unevaluated and contains beside those of 48 atoms.
    private const int OthersAtOnce = 16;

    private static readonly Dictionary<SchemaModel[], int> NoChoices = [];

    private readonly SchemaModel[][] _roots;

    private readonly SchemaModel[] _atoms;

    private readonly ValueSet[][] _constants;

    // For each root that only asks for atoms, which.
    private readonly ulong[] _masks;

    private readonly ulong _refused;

    public KindPlan(JsonKinds kind, SchemaModel[][] roots)
        : this(kind, roots, NoChoices)
    {
    }

    private KindPlan(JsonKinds kind, SchemaModel[][] roots, Dictionary<SchemaModel[], int> choices)
    {
        FormulaBuilder builder = new(kind, choices);
        _roots = roots;
        Roots = builder.Build(roots);
        _atoms = [.. builder.Atoms];
        _constants = Array.ConvertAll(_atoms, static a => a.ConstantSets);
        FormulaCount = builder.Indexes;
        HasConstants = Array.Exists(_atoms, static a => a.Constants.Length > 0);
        List<UnevaluatedRule> unevaluated = builder.Unevaluated;
        IsTracked = unevaluated.Count > 0;
        IsRefused = Array.TrueForAll(Roots, static r => r == Formula.False);
        IsTrivial = Array.TrueForAll(Roots, static r => r is ConstantFormula);
        IsConjunction = Roots.Length == 1 && !IsTracked && IsConjunctionOf(Roots[0]);
        Decided = RootsThatAre(Formula.True);
        _refused = RootsThatAre(Formula.False);
        IsSimple = _atoms.Length <= Verdict.AtomsInWord && Array.TrueForAll(Roots, static r => r is ConstantFormula || IsConjunctionOf(r));
        _masks = IsSimple ? Array.ConvertAll(Roots, MaskOf) : [];
        if (IsTrivial)
        {
            return;
        }

        IsTooWide = (IsTracked && _atoms.Length > Verdict.AtomsInWord)
            || unevaluated.Count + Array.FindAll(_atoms, static a => a.Array?.Contains is not null).Length > OthersAtOnce;
        if (kind == JsonKinds.Object && Roots.Length == 1 && !IsConjunction)
        {
            Tag = TagChoice.Find(Roots[0], _atoms, (list, branch) => new(kind, roots, new(choices) { [list] = branch }));
        }

        switch (kind)
        {
            case JsonKinds.Object:
                IsConjunction &= _atoms.Length <= Verdict.AtomsInWord;
                Objects = Array.ConvertAll(Chunks(_atoms), chunk => new ObjectPlan(chunk, unevaluated, builder.Watched, IsConjunction));
                WatchedCount = builder.Watched.Count;
                break;
            case JsonKinds.Array:
                IsConjunction &= _atoms.Length <= Verdict.AtomsInWord && !Array.Exists(_atoms, static a => a.Array?.Contains is not null);
                Arrays = Array.ConvertAll(Chunks(_atoms), chunk => new ArrayPlan(chunk, unevaluated, IsConjunction));
                break;
            case JsonKinds.String:
                Strings = Array.ConvertAll(_atoms, StringCheck.Of);
                OnlyString = IsConjunction && Strings is [var text] ? text : null;
                break;
            case JsonKinds.Number:
                Numbers = Array.ConvertAll(_atoms, NumberCheck.Of);
                OnlyArithmetic = IsConjunction && Numbers is [{ IsArithmetic: true } number] ? number : null;
                break;
        }
    }

    public Formula[] Roots { get; }

    /// <summary>Every root is decided by the kind alone.</summary>
    public bool IsTrivial { get; }

    /// <summary>Every root is decided by the kind or asks that certain atoms hold.</summary>
    public bool IsSimple { get; }

    /// <summary>A bit for each root that holds for every value of the kind.</summary>
    public ulong Decided { get; }

    /// <summary>No value of the kind is allowed by any root.</summary>
    public bool IsRefused { get; }

    /// <summary>There is one root, and it asks that every atom hold.</summary>
    public bool IsConjunction { get; }

    /// <summary>There are unevaluated-schemas.</summary>
    public bool IsTracked { get; }

    /// <summary>There are more unevaluated-schemas, or more atoms below one, than one pass can hold.</summary>
    public bool IsTooWide { get; }

    /// <summary>A member that tells which branch is meant.</summary>
    public TagChoice? Tag { get; }

    public int AtomCount => _atoms.Length;

    /// <summary>Some atom lists the values allowed.</summary>
    public bool HasConstants { get; }

    public int FormulaCount { get; }

    public int WatchedCount { get; }

    /// <summary>For each 48 atoms, what is asked of objects.</summary>
    public ObjectPlan[] Objects { get; } = [];

    /// <summary>For each 48 atoms, what is asked of arrays.</summary>
    public ArrayPlan[] Arrays { get; } = [];

    /// <summary>For each atom, what is asked of strings.</summary>
    public StringCheck[] Strings { get; } = [];

    /// <summary>For each atom, what is asked of numbers.</summary>
    public NumberCheck[] Numbers { get; } = [];

    /// <summary>The check of strings that is all that one root asks; null otherwise.</summary>
    public StringCheck? OnlyString { get; }

    /// <summary>The check of numbers that is all that one root asks, where the number's value decides; null otherwise.</summary>
    public NumberCheck? OnlyArithmetic { get; }

    /// <summary>Which roots of a simple plan hold.</summary>
    /// <param name="failed">A bit for each atom that does not.</param>
    /// <returns>A bit for each root.</returns>
    public ulong Decide(ulong failed)
    {
        ulong accepting = 0;
        for (int i = 0; i < _masks.Length; i++)
        {
            accepting |= (failed & _masks[i]) == 0 ? 1UL << i : 0;
        }

        return accepting & ~_refused;
    }

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
    public bool AllowsAll(ReadOnlySpan<byte> raw)
    {
        for (int i = 0; i < _atoms.Length; i++)
        {
            if (!Allows(i, raw))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Which roots accept a value for which the plan is too wide: found by applying schema after schema.</summary>
    public ulong JudgeSlowly(ref JsonScanner scanner)
    {
        ulong accepting = 0;
        if (scanner.TryRaw(out ReadOnlySpan<byte> raw))
        {
            for (int i = 0; i < _roots.Length; i++)
            {
                accepting |= Explanation.Matches(_roots[i], raw) ? 1UL << i : 0;
            }
        }

        return accepting;
    }

    /// <summary>Fails the atoms that list other values.</summary>
    /// <param name="verdict">What is known of the atoms.</param>
    /// <param name="raw">The value as it stands.</param>
    public void RefuseOtherThanConstants(ref Verdict verdict, ReadOnlySpan<byte> raw)
    {
        for (int i = 0; HasConstants && i < _atoms.Length; i++)
        {
            if (!Allows(i, raw))
            {
                verdict.Fail(i);
            }
        }
    }

    /// <summary>For each atom, the values allowed.</summary>
    public bool Allows(int atom, ReadOnlySpan<byte> raw)
    {
        foreach (ValueSet values in _constants[atom])
        {
            if (!values.Contains(raw))
            {
                return false;
            }
        }

        return true;
    }

    // Without atoms there is still one pass: for the presence of members (dependentSchemas) and for what is unevaluated.
    private static SchemaModel[][] Chunks(SchemaModel[] atoms)
    {
        SchemaModel[][] chunks = new SchemaModel[Math.Max(1, (atoms.Length + Verdict.AtomsInWord - 1) / Verdict.AtomsInWord)][];
        for (int i = 0; i < chunks.Length; i++)
        {
            int start = i * Verdict.AtomsInWord;
            chunks[i] = atoms[start..Math.Min(atoms.Length, start + Verdict.AtomsInWord)];
        }

        return chunks;
    }

    private static ulong MaskOf(Formula formula)
    {
        ulong mask = formula is AtomFormula atom ? 1UL << atom.Atom : 0;
        foreach (Formula part in formula.Parts)
        {
            mask |= MaskOf(part);
        }

        return mask;
    }

    private static bool IsConjunctionOf(Formula formula) =>
        formula is AtomFormula || (formula is AllFormula all && Array.TrueForAll(all.Parts, IsConjunctionOf));

    private ulong RootsThatAre(Formula constant)
    {
        ulong roots = 0;
        for (int i = 0; i < Roots.Length; i++)
        {
            roots |= Roots[i] == constant ? 1UL << i : 0;
        }

        return roots;
    }
}

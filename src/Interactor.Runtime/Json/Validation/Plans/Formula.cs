using Interactor.Runtime.Json.Validation.Model;

namespace Interactor.Runtime.Json.Validation.Plans;

/// <summary>
/// What the schemas that apply to one value ask of it, as a formula over atoms: an atom is what one schema asks by itself. All atoms are
/// tested in the one pass over the value; the formula is worked out at its end.
/// </summary>
internal abstract class Formula
{
    public static readonly Formula True = new ConstantFormula(true);

    public static readonly Formula False = new ConstantFormula(false);

    /// <summary>Its place in the memory of a <see cref="Verdict"/>.</summary>
    public int Index { get; set; } = -1;

    /// <summary>Whether the value is as the formula asks.</summary>
    public bool Test(ref Verdict verdict)
    {
        if (Index < 0)
        {
            return Decide(ref verdict);
        }

        ref byte known = ref verdict.Memory[Index];
        if (known == 0)
        {
            known = Decide(ref verdict) ? (byte)1 : (byte)2;
        }

        return (known & 1) != 0;
    }

    /// <summary>
    /// Of a formula that holds, the atoms below whose schemas accept the value and so mark members or items as evaluated (core, section 11).
    /// </summary>
    public ulong Evaluated(ref Verdict verdict)
    {
        if (Index < 0)
        {
            return Collect(ref verdict);
        }

        ref byte known = ref verdict.Memory[Index];
        if ((known & 4) == 0)
        {
            verdict.Evaluated[Index] = Collect(ref verdict);
            known |= 4;
        }

        return verdict.Evaluated[Index];
    }

    /// <summary>The formulas below, in the order of deciding.</summary>
    public virtual Formula[] Parts => [];

    protected abstract bool Decide(ref Verdict verdict);

    protected virtual ulong Collect(ref Verdict verdict) => 0;
}

internal sealed class ConstantFormula(bool value) : Formula
{
    protected override bool Decide(ref Verdict verdict) => value;
}

internal sealed class AtomFormula(int atom) : Formula
{
    /// <summary>The number of the atom.</summary>
    public int Atom { get; set; } = atom;

    protected override ulong Collect(ref Verdict verdict) => 1UL << Atom;

    protected override bool Decide(ref Verdict verdict) => !verdict.HasFailed(Atom);
}

internal sealed class AllFormula(Formula[] parts) : Formula
{
    public override Formula[] Parts => parts;

    protected override ulong Collect(ref Verdict verdict) => Union(parts, ref verdict);

    public static ulong Union(Formula[] parts, ref Verdict verdict)
    {
        ulong evaluated = 0;
        foreach (Formula part in parts)
        {
            evaluated |= part.Test(ref verdict) ? part.Evaluated(ref verdict) : 0;
        }

        return evaluated;
    }

    protected override bool Decide(ref Verdict verdict)
    {
        foreach (Formula part in parts)
        {
            if (!part.Test(ref verdict))
            {
                return false;
            }
        }

        return true;
    }
}

/// <summary>A choice between branches: <c>anyOf</c> or <c>oneOf</c>.</summary>
internal abstract class BranchesFormula(Formula[] parts, SchemaModel[] branches, int[] indexes) : Formula
{
    public SchemaModel[] Branches => branches;

    /// <summary>For each part, which branch it is.</summary>
    public int[] Indexes => indexes;

    public override Formula[] Parts => parts;

    protected override ulong Collect(ref Verdict verdict) => AllFormula.Union(parts, ref verdict);
}

/// <param name="parts">What each branch asks; branches that no value of the kind satisfies are gone.</param>
/// <param name="branches">All branches as the keyword lists them.</param>
/// <param name="indexes">For each part, which branch it is.</param>
internal sealed class AnyFormula(Formula[] parts, SchemaModel[] branches, int[] indexes) : BranchesFormula(parts, branches, indexes)
{
    protected override bool Decide(ref Verdict verdict)
    {
        foreach (Formula part in Parts)
        {
            if (part.Test(ref verdict))
            {
                return true;
            }
        }

        return false;
    }
}

/// <param name="parts">What each branch asks; branches that no value of the kind satisfies are gone.</param>
/// <param name="branches">All branches as the keyword lists them.</param>
/// <param name="indexes">For each part, which branch it is.</param>
internal sealed class OneFormula(Formula[] parts, SchemaModel[] branches, int[] indexes) : BranchesFormula(parts, branches, indexes)
{
    protected override bool Decide(ref Verdict verdict)
    {
        int count = 0;
        foreach (Formula part in Parts)
        {
            if (part.Test(ref verdict) && ++count > 1)
            {
                return false;
            }
        }

        return count == 1;
    }
}

internal sealed class NotFormula(Formula part) : Formula
{
    public override Formula[] Parts { get; } = [part];

    protected override bool Decide(ref Verdict verdict) => !part.Test(ref verdict);
}

/// <summary><c>if</c>, <c>then</c> and <c>else</c> (core, section 10.2.2).</summary>
internal sealed class IfFormula(Formula condition, Formula then, Formula otherwise) : Formula
{
    public override Formula[] Parts { get; } = [condition, then, otherwise];

    protected override ulong Collect(ref Verdict verdict) =>
        condition.Test(ref verdict) ? condition.Evaluated(ref verdict) | then.Evaluated(ref verdict) : otherwise.Evaluated(ref verdict);

    protected override bool Decide(ref Verdict verdict) => condition.Test(ref verdict) ? then.Test(ref verdict) : otherwise.Test(ref verdict);
}

/// <summary>The object has a member of this name: the condition of <c>dependentSchemas</c>.</summary>
/// <param name="name">The number of the name among those that the plan watches.</param>
internal sealed class HasMemberFormula(int name) : Formula
{
    protected override bool Decide(ref Verdict verdict) => (verdict.Seen[name >> 6] >> name & 1) != 0;
}

/// <summary>
/// <c>unevaluatedProperties</c> or <c>unevaluatedItems</c> (core, section 11): of what its schema refuses, each member or item must have been
/// evaluated by one of the schemas beside it.
/// </summary>
/// <param name="number">Its number in the plan.</param>
/// <param name="beside">The other parts of the same schema, which are decided already.</param>
internal sealed class UnevaluatedFormula(int number, Formula[] beside) : Formula
{
    protected override ulong Collect(ref Verdict verdict) => ulong.MaxValue;

    protected override bool Decide(ref Verdict verdict)
    {
        ulong evaluated = AllFormula.Union(beside, ref verdict);
        return evaluated == ulong.MaxValue || verdict.Refused.AreAllIn(number, evaluated);
    }
}

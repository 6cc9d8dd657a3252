using System.Numerics;

namespace Interactor.Runtime.Json.Validation.Plans;

/// <summary>Tests one member or item for all the schemas that depend on it, and draws the consequences.</summary>
internal static class Weighing
{
    /// <param name="site">What is asked of the value.</param>
    /// <param name="consequences">What each root means.</param>
    /// <param name="evaluating">The atoms that evaluate the value.</param>
    /// <param name="scanner">At the value; behind it afterwards.</param>
    /// <param name="failed">The atoms that have failed.</param>
    /// <param name="refused">What the unevaluated-schemas have refused.</param>
    public static void Member(
        Site site,
        Consequence[] consequences,
        ulong evaluating,
        ref JsonScanner scanner,
        ref ulong failed,
        ref RefusedMasks refused)
    {
        if (consequences.Length == 1)
        {
            Consequence only = consequences[0];
            if (!only.Matters(failed))
            {
                scanner.TrySkip();
            }
            else if (!Validator.Accepts(site, ref scanner, mustConsume: true))
            {
                Conclude(only, evaluating, ref failed, ref refused);
            }

            return;
        }

        ulong accepting = Test(site, consequences, ref scanner, failed);
        for (int i = 0; i < consequences.Length; i++)
        {
            if ((accepting >> i & 1) == 0)
            {
                Conclude(consequences[i], evaluating, ref failed, ref refused);
            }
        }
    }

    /// <summary>Which roots accept the value, as far as that still matters: of the others the answer is that they do.</summary>
    public static ulong Test(Site site, Consequence[] consequences, ref JsonScanner scanner, ulong failed)
    {
        ulong wanted = 0;
        int last = 0;
        for (int i = 0; i < consequences.Length; i++)
        {
            if (consequences[i].Matters(failed))
            {
                wanted |= 1UL << i;
                last = i;
            }
        }

        if (wanted == 0)
        {
            scanner.TrySkip();
            return ulong.MaxValue;
        }

        if (BitOperations.PopCount(wanted) == 1)
        {
            return Validator.Accepts(consequences[last].Alone, ref scanner, mustConsume: true) ? ulong.MaxValue : ~wanted;
        }

        return Validator.Judge(site, ref scanner) | ~wanted;
    }

    private static void Conclude(Consequence consequence, ulong evaluating, ref ulong failed, ref RefusedMasks refused)
    {
        failed |= consequence.Owners;
        if (consequence.Unevaluated >= 0)
        {
            refused.Add(consequence.Unevaluated, evaluating);
        }
    }
}

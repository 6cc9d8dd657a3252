using System.Runtime.CompilerServices;
using Interactor.Runtime.Json.Tokens;

namespace Interactor.Runtime.Json.Validation.Plans;

/// <summary>
/// Carries plans out over the bytes, in one pass, without a document and without allocating. Where one failure is the answer it stops there;
/// where several schemas are weighed against each other (a <see cref="Formula"/>) it reads on and decides at the value's end.
/// </summary>
internal static class Validator
{
    private const int EscapedOnStack = 256;

    /// <summary>Whether the value that the scanner stands at is as a site with one root asks.</summary>
    /// <param name="site">The site.</param>
    /// <param name="scanner">At the value; behind it when the answer is true.</param>
    /// <param name="mustConsume">Stand behind the value in any case, unless the bytes are malformed.</param>
    public static bool Accepts(Site site, ref JsonScanner scanner, bool mustConsume = false)
    {
        switch (scanner.Kind)
        {
            case JsonKinds.Object:
                return AcceptsObject(site.Object, ref scanner, mustConsume);
            case JsonKinds.Array:
                return AcceptsArray(site.Array, ref scanner, mustConsume);
            case JsonKinds.String:
                return AcceptsString(site.String, ref scanner);
            case JsonKinds.Number:
                return AcceptsNumber(site.Number, ref scanner);
            case JsonKinds.Boolean:
                KindPlan booleans = site.Boolean;
                return booleans.IsTrivial ? scanner.TryBoolean(out _) && !booleans.IsRefused : JudgeWord(booleans, ref scanner) != 0;
            case JsonKinds.Null:
                return scanner.TryNull() && !site.Null.IsRefused;
            default:
                // Nothing can begin here; skipping says so.
                return scanner.TrySkip();
        }
    }

    /// <summary>Which roots of a site accept the value that the scanner stands at; afterwards it stands behind it.</summary>
    /// <returns>A bit for each root.</returns>
    public static ulong Judge(Site site, ref JsonScanner scanner)
    {
        switch (scanner.Kind)
        {
            case JsonKinds.Object:
                return site.Object.IsTrivial ? Skip(site.Object, ref scanner) : ObjectRun.Judge(site.Object, ref scanner);
            case JsonKinds.Array:
                return site.Array.IsTrivial ? Skip(site.Array, ref scanner) : ArrayRun.Judge(site.Array, ref scanner);
            case JsonKinds.String:
                return JudgeString(site.String, ref scanner);
            case JsonKinds.Number:
                return JudgeNumber(site.Number, ref scanner);
            case JsonKinds.Boolean:
                return JudgeWord(site.Boolean, ref scanner);
            case JsonKinds.Null:
                return scanner.TryNull() ? site.Null.Decided : 0;
            default:
                scanner.TrySkip();
                return 0;
        }
    }

    /// <summary>Whether text is as the plan for strings of a site with one root asks.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="utf8">The text without escapes.</param>
    public static bool AcceptsText(KindPlan plan, ReadOnlySpan<byte> utf8)
    {
        if (plan.IsTrivial)
        {
            return !plan.IsRefused;
        }

        if (!plan.IsConjunction)
        {
            return JudgeText(plan, utf8) != 0;
        }

        foreach (StringCheck check in plan.Strings)
        {
            if (!check.Accepts(utf8))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether a string is as the plan for strings of a site with one root asks.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="raw">The bytes between the quotes.</param>
    /// <param name="isEscaped">They hold escapes.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AcceptsString(KindPlan plan, ReadOnlySpan<byte> raw, bool isEscaped)
    {
        if (plan.OnlyString is { } only && !isEscaped)
        {
            return only.Accepts(raw);
        }

        return plan.IsTrivial ? !plan.IsRefused : isEscaped ? JudgeEscaped(plan, raw) != 0 : AcceptsText(plan, raw);
    }

    private static bool AcceptsObject(KindPlan plan, ref JsonScanner scanner, bool mustConsume)
    {
        if (plan.IsTrivial)
        {
            return plan.IsRefused ? Refuse(ref scanner, mustConsume) : scanner.TrySkip();
        }

        if (plan.IsConjunction)
        {
            return ObjectRun.Accepts(plan, ref scanner, mustConsume);
        }

        if (plan.Tag is { } tag && tag.TryFind(scanner, out KindPlan? chosen))
        {
            return chosen is null ? Refuse(ref scanner, mustConsume) : AcceptsObject(chosen, ref scanner, mustConsume);
        }

        return ObjectRun.Judge(plan, ref scanner) != 0;
    }

    private static bool AcceptsArray(KindPlan plan, ref JsonScanner scanner, bool mustConsume)
    {
        if (plan.IsTrivial)
        {
            return plan.IsRefused ? Refuse(ref scanner, mustConsume) : scanner.TrySkip();
        }

        return plan.IsConjunction ? ArrayRun.Accepts(plan, ref scanner, mustConsume) : ArrayRun.Judge(plan, ref scanner) != 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool AcceptsString(KindPlan plan, ref JsonScanner scanner) =>
        scanner.TryString(out ReadOnlySpan<byte> raw, out bool isEscaped) && AcceptsString(plan, raw, isEscaped);

    private static bool AcceptsNumber(KindPlan plan, ref JsonScanner scanner)
    {
        if (plan.OnlyArithmetic is null && !plan.IsTrivial)
        {
            return JudgeNumber(plan, ref scanner) != 0;
        }

        int start = scanner.Position;
        if (!scanner.TryScaledNumber(out ScaledNumber scaled, out bool isScaled))
        {
            return false;
        }

        return plan.OnlyArithmetic is { } only
            ? isScaled ? only.Accepts(scaled) : only.Accepts(new DocumentNumber(scanner.Since(start), scaled, isScaled: false))
            : !plan.IsRefused;
    }

    private static ulong JudgeString(KindPlan plan, ref JsonScanner scanner)
    {
        if (!scanner.TryString(out ReadOnlySpan<byte> raw, out bool isEscaped))
        {
            return 0;
        }

        return plan.IsTrivial ? plan.Decided : isEscaped ? JudgeEscaped(plan, raw) : JudgeText(plan, raw);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ulong JudgeEscaped(KindPlan plan, ReadOnlySpan<byte> raw)
    {
        if (plan.IsConjunction && AcceptsAnyLength(plan, raw.Length))
        {
            return 1;
        }

        if (raw.Length <= EscapedOnStack)
        {
            Span<byte> buffer = stackalloc byte[EscapedOnStack];
            return JudgeText(plan, buffer[..StringToken.Unescape(raw, buffer)]);
        }

        using PooledText text = new(raw, isEscaped: true);
        return JudgeText(plan, text.Utf8);
    }

    private static bool AcceptsAnyLength(KindPlan plan, int length)
    {
        foreach (StringCheck check in plan.Strings)
        {
            if (!check.AcceptsEscaped(length))
            {
                return false;
            }
        }

        return true;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ulong JudgeText(KindPlan plan, ReadOnlySpan<byte> utf8)
    {
        if (plan.IsSimple)
        {
            ulong failed = 0;
            for (int i = 0; i < plan.Strings.Length; i++)
            {
                failed |= plan.Strings[i].Accepts(utf8) ? 0 : 1UL << i;
            }

            return plan.Decide(failed);
        }

        Verdict verdict = Verdict.Begin(plan, stackalloc ulong[Verdict.WordsOnStack], stackalloc byte[Verdict.BytesOnStack]);
        for (int i = 0; i < plan.Strings.Length; i++)
        {
            if (!plan.Strings[i].Accepts(utf8))
            {
                verdict.Fail(i);
            }
        }

        return plan.Decide(ref verdict);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ulong JudgeNumber(KindPlan plan, ref JsonScanner scanner)
    {
        if (!scanner.TryScaledNumber(out DocumentNumber number))
        {
            return 0;
        }

        if (plan.IsTrivial)
        {
            return plan.Decided;
        }

        if (plan.IsSimple)
        {
            ulong failed = 0;
            for (int i = 0; i < plan.Numbers.Length; i++)
            {
                failed |= plan.Numbers[i].Accepts(number) ? 0 : 1UL << i;
            }

            return plan.Decide(failed);
        }

        Verdict verdict = Verdict.Begin(plan, stackalloc ulong[Verdict.WordsOnStack], stackalloc byte[Verdict.BytesOnStack]);
        for (int i = 0; i < plan.Numbers.Length; i++)
        {
            if (!plan.Numbers[i].Accepts(number))
            {
                verdict.Fail(i);
            }
        }

        return plan.Decide(ref verdict);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ulong JudgeWord(KindPlan plan, ref JsonScanner scanner)
    {
        if (!scanner.TryBoolean(out bool value))
        {
            return 0;
        }

        if (plan.IsTrivial)
        {
            return plan.Decided;
        }

        Verdict verdict = Verdict.Begin(plan, stackalloc ulong[Verdict.WordsOnStack], stackalloc byte[Verdict.BytesOnStack]);
        for (int i = 0; i < plan.AtomCount; i++)
        {
            if (!plan.Allows(i, value ? "true"u8 : "false"u8))
            {
                verdict.Fail(i);
            }
        }

        return plan.Decide(ref verdict);
    }

    private static bool Refuse(ref JsonScanner scanner, bool mustConsume)
    {
        if (mustConsume)
        {
            scanner.TrySkip();
        }

        return false;
    }

    private static ulong Skip(KindPlan plan, ref JsonScanner scanner)
    {
        scanner.TrySkip();
        return plan.Decided;
    }
}

using System.Runtime.CompilerServices;
using Interactor.Runtime.Json.Validation.Values;

namespace Interactor.Runtime.Json.Validation.Plans;

/// <summary>Carries out the plans of arrays.</summary>
internal static class ArrayRun
{
    /// <summary>Whether an array is as a plan asks in which every atom must hold.</summary>
    public static bool Accepts(KindPlan plan, ref JsonScanner scanner, bool mustConsume)
    {
        ArrayPlan arrays = plan.Arrays[0];
        ArrayEnd end = arrays.Together;
        int start = scanner.Position;
        int count = 0;
        bool isValid = true;
        if (!scanner.TryBeginArray())
        {
            return false;
        }

        if (end.WantsUnique)
        {
            return AcceptsUnique(plan, ref scanner, mustConsume, start);
        }

        while (scanner.NextItem())
        {
            ArrayEntry entry = arrays.At(count++);
            isValid &= entry.Refusing == 0 && count <= end.Most;
            if (isValid && entry.Value is { } value)
            {
                isValid = Validator.Accepts(value, ref scanner, mustConsume);
            }
            else if (isValid || mustConsume)
            {
                scanner.TrySkip();
            }

            if (!isValid && !mustConsume)
            {
                return false;
            }
        }

        return isValid
            && end.Accepts(count, contained: 0)
            && (!plan.HasConstants || plan.AllowsAll(scanner.Since(start)));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool AcceptsUnique(KindPlan plan, ref JsonScanner scanner, bool mustConsume, int start)
    {
        ArrayPlan arrays = plan.Arrays[0];
        UniqueTable items = new(stackalloc ulong[UniqueTable.WordsOnStack]);
        int count = 0;
        bool isValid = true;
        while (scanner.NextItem())
        {
            int item = scanner.Position - start;
            ArrayEntry entry = arrays.At(count++);
            isValid &= entry.Refusing == 0;
            if (isValid && scanner.TryString(out ReadOnlySpan<byte> raw, out bool isEscaped))
            {
                // The usual items, read once for the check and the hash.
                isValid = (entry.Value is null || Validator.AcceptsString(entry.Value.String, raw, isEscaped))
                    && items.Add(scanner.Since(start), item, scanner.Position - start, scanner.Remaining, ValueHash.OfText(raw, isEscaped));
                if (!isValid && !mustConsume)
                {
                    break;
                }

                continue;
            }

            if (isValid && entry.Value is { } value)
            {
                isValid = Validator.Accepts(value, ref scanner, mustConsume);
            }
            else if (isValid || mustConsume)
            {
                scanner.TrySkip();
            }

            isValid = isValid && (scanner.IsMalformed || items.Add(scanner.Since(start), item, scanner.Position - start, scanner.Remaining));
            if (!isValid && !mustConsume)
            {
                break;
            }
        }

        items.Dispose();
        return isValid
            && arrays.Together.Accepts(count, contained: 0)
            && (!plan.HasConstants || plan.AllowsAll(scanner.Since(start)));
    }

    /// <summary>Which roots of the plan accept an array.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static ulong Judge(KindPlan plan, ref JsonScanner scanner)
    {
        if (plan.IsTooWide)
        {
            return plan.JudgeSlowly(ref scanner);
        }

        Verdict verdict = Verdict.Begin(plan, stackalloc ulong[Verdict.WordsOnStack], stackalloc byte[Verdict.BytesOnStack]);
        verdict.Refused = new(stackalloc (int, ulong)[plan.IsTracked ? RefusedMasks.OnStack : 0]);
        scoped JsonScanner pass = scanner;
        for (int i = 0; i < plan.Arrays.Length; i++)
        {
            pass = scanner;
            Pass(plan.Arrays[i], ref pass, ref verdict, i);
        }

        plan.RefuseOtherThanConstants(ref verdict, pass.Since(scanner.Position));
        scanner.GoTo(pass.Place);
        return plan.Decide(ref verdict);
    }

    private static void Pass(ArrayPlan plan, ref JsonScanner scanner, ref Verdict verdict, int word)
    {
        int start = scanner.Position;
        int count = 0;
        ref ulong failed = ref verdict.Failed[word];
        Span<int> contained = stackalloc int[plan.HasContains ? plan.Ends.Length : 0];
        contained.Clear();
        UniqueTable items = new(stackalloc ulong[plan.WantsUnique ? UniqueTable.WordsOnStack : 0]);
        bool isUnique = true;
        scanner.TryBeginArray();
        while (scanner.NextItem())
        {
            int item = scanner.Position - start;
            ArrayEntry entry = plan.At(count++);
            failed |= entry.Refusing;
            ulong accepting = 0;
            if (entry.Value is null)
            {
                scanner.TrySkip();
            }
            else
            {
                accepting = Weighing.Test(entry.Value, entry.Consequences, ref scanner, failed);
            }

            Conclude(entry, accepting, ref failed, contained, ref verdict.Refused);
            isUnique &= !plan.WantsUnique || scanner.IsMalformed || items.Add(scanner.Since(start), item, scanner.Position - start, scanner.Remaining);
        }

        items.Dispose();
        for (int i = 0; i < plan.Ends.Length; i++)
        {
            ArrayEnd end = plan.Ends[i];
            bool isValid = end.Accepts(count, end.HasContains ? contained[i] : 0) && (isUnique || !end.WantsUnique);
            failed |= isValid ? 0 : 1UL << i;
        }
    }

    private static void Conclude(ArrayEntry entry, ulong accepting, ref ulong failed, scoped Span<int> contained, ref RefusedMasks refused)
    {
        ulong evaluating = entry.Evaluating;
        for (int i = 0; i < entry.Consequences.Length; i++)
        {
            Consequence consequence = entry.Consequences[i];
            bool isAccepted = (accepting >> i & 1) != 0;
            failed |= isAccepted ? 0 : consequence.Owners;
            if (isAccepted && consequence.Contains >= 0)
            {
                contained[consequence.Contains]++;
                evaluating |= (1UL << consequence.Contains) & entry.EvaluatingByContains;
            }
        }

        foreach (int number in entry.RefusedBy)
        {
            refused.Add(number, evaluating);
        }

        for (int i = 0; i < entry.Consequences.Length; i++)
        {
            if (entry.Consequences[i].Unevaluated >= 0 && (accepting >> i & 1) == 0)
            {
                refused.Add(entry.Consequences[i].Unevaluated, evaluating);
            }
        }
    }
}

using System.Runtime.CompilerServices;

namespace Interactor.Runtime.Json.Validation.Plans;

/// <summary>Carries out the plans of objects.</summary>
internal static class ObjectRun
{
    private const int SeenOnStack = 4;

    /// <summary>Whether an object is as a plan asks in which every atom must hold.</summary>
    public static bool Accepts(KindPlan plan, ref JsonScanner scanner, bool mustConsume)
    {
        if (plan.WatchedCount <= SeenOnStack * 64)
        {
            return Accepts(plan, ref scanner, mustConsume, stackalloc ulong[SeenOnStack]);
        }

        using PooledWords seen = new((plan.WatchedCount + 63) >> 6);
        return Accepts(plan, ref scanner, mustConsume, seen.Words);
    }

    /// <summary>Which roots of the plan accept an object.</summary>
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
        for (int i = 0; i < plan.Objects.Length; i++)
        {
            pass = scanner;
            Pass(plan.Objects[i], ref pass, ref verdict, i);
        }

        plan.RefuseOtherThanConstants(ref verdict, pass.Since(scanner.Position));
        scanner.GoTo(pass.Place);
        return plan.Decide(ref verdict);
    }

    private static bool Accepts(KindPlan plan, ref JsonScanner scanner, bool mustConsume, scoped Span<ulong> seen)
    {
        ObjectPlan objects = plan.Objects[0];
        int start = scanner.Position;
        int count = 0;
        int expected = 0;
        bool isValid = true;
        if (!scanner.TryBeginObject())
        {
            return false;
        }

        while (scanner.NextMember(objects.Names, expected, out int found))
        {
            count++;
            ulong refusing = 0;
            ObjectEntry entry;
            if (found >= 0)
            {
                expected = found + 1;
                entry = objects.Known(found);
            }
            else
            {
                entry = objects.AllOthers ?? Other(objects, ref scanner, out refusing);
            }

            if ((entry.Refusing | refusing) != 0)
            {
                isValid = false;
            }

            if (entry.Watch >= 0)
            {
                seen[entry.Watch >> 6] |= 1UL << entry.Watch;
            }

            if (!isValid && !mustConsume)
            {
                return false;
            }

            if (isValid && entry.Value is { } value)
            {
                isValid = Validator.Accepts(value, ref scanner, mustConsume);
                if (!isValid && !mustConsume)
                {
                    return false;
                }
            }
            else
            {
                scanner.TrySkip();
            }
        }

        return isValid
            && objects.Together.Accepts(count, seen)
            && (!plan.HasConstants || plan.AllowsAll(scanner.Since(start)));
    }

    private static void Pass(ObjectPlan plan, ref JsonScanner scanner, ref Verdict verdict, int word)
    {
        int count = 0;
        int expected = 0;
        ref ulong failed = ref verdict.Failed[word];
        scanner.TryBeginObject();
        while (scanner.NextMember(plan.Names, expected, out int found))
        {
            count++;
            ulong refusing = 0;
            ObjectEntry entry;
            if (found >= 0)
            {
                expected = found + 1;
                entry = plan.Known(found);
            }
            else
            {
                entry = plan.AllOthers ?? Other(plan, ref scanner, out refusing);
            }

            failed |= entry.Refusing | refusing;
            if (entry.Watch >= 0)
            {
                verdict.Seen[entry.Watch >> 6] |= 1UL << entry.Watch;
            }

            foreach (int number in entry.RefusedBy)
            {
                verdict.Refused.Add(number, entry.Evaluating);
            }

            if (entry.Value is null)
            {
                scanner.TrySkip();
            }
            else
            {
                Weighing.Member(entry.Value, entry.Consequences, entry.Evaluating, ref scanner, ref failed, ref verdict.Refused);
            }
        }

        foreach ((int atom, ObjectEnd end) in plan.Ends)
        {
            failed |= end.Accepts(count, verdict.Seen) ? 0 : 1UL << atom;
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ObjectEntry Other(ObjectPlan plan, ref JsonScanner scanner, out ulong refusing)
    {
        if (!scanner.NameIsEscaped)
        {
            refusing = plan.RefusingName(scanner.Name);
            return plan.Other(scanner.Name);
        }

        using PooledText name = new(scanner.Name, isEscaped: true);
        refusing = plan.RefusingName(name.Utf8);
        return plan.Other(name.Utf8);
    }
}

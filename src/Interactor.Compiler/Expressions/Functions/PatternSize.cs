using System.Globalization;

namespace Interactor.Compiler.Expressions.Functions;

/// <summary>
/// Estimates, never too low, how many states a translated pattern has. .NET's engine refuses patterns of more than 10,000 states, which
/// would otherwise come to light when the action runs.
/// </summary>
internal static class PatternSize
{
    public const long Limit = 5_000;

    public static bool IsTooLarge(string pattern)
    {
        Stack<(long Sum, long Last)> outer = new();
        long sum = 0;
        long last = 0;
        for (int i = 0; i < pattern.Length; i++)
        {
            switch (pattern[i])
            {
                case '(':
                    outer.Push((Bounded(sum + last), 0));
                    (sum, last) = (0, 0);
                    break;
                case ')' when outer.Count > 0:
                    long inner = Bounded(sum + last + 1);
                    (sum, _) = outer.Pop();
                    last = inner;
                    break;
                case '{' when Repeats(pattern, ref i) is { } times:
                    last = Bounded(last * Math.Max(1, times));
                    break;
                default:
                    sum = Bounded(sum + last);
                    last = 1;
                    i += pattern[i] == '\\' ? 1 : pattern[i] == '[' ? ClassLength(pattern, i) : 0;
                    break;
            }
        }

        return sum + last > Limit;
    }

    private static long? Repeats(string pattern, ref int position)
    {
        int close = pattern.IndexOf('}', position);
        if (close < 0)
        {
            return null;
        }

        long most = 0;
        foreach (string count in pattern.Substring(position + 1, close - position - 1).Split(','))
        {
            if (count.Length > 0 && !long.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out _))
            {
                return null;
            }

            most = Math.Max(most, count.Length == 0 ? 0 : long.Parse(count, CultureInfo.InvariantCulture));
        }

        position = close;
        return most;
    }

    // The translator escapes every bracket inside a class, so the first plain one closes it.
    private static int ClassLength(string pattern, int open)
    {
        int i = open + 1;
        while (i < pattern.Length && pattern[i] != ']')
        {
            i += pattern[i] == '\\' ? 2 : 1;
        }

        return i - open;
    }

    private static long Bounded(long size) => Math.Min(size, 1_000_000);
}

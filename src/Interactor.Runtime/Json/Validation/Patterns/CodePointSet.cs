using System.Globalization;
using System.Text;

namespace Interactor.Runtime.Json.Validation.Patterns;

/// <summary>A set of Unicode code points, and the .NET pattern that matches one of them in well-formed UTF-16.</summary>
internal sealed class CodePointSet
{
    private const int Last = 0x10FFFF;

    private readonly List<(int First, int Last)> _ranges = [];

    /// <summary>The digits of ECMA-262's <c>\d</c>.</summary>
    public static CodePointSet Digits { get; } = new CodePointSet().Add('0', '9');

    /// <summary>The characters of <c>\w</c>.</summary>
    public static CodePointSet Word { get; } = new CodePointSet().Add('0', '9').Add('A', 'Z').Add('_', '_').Add('a', 'z');

    /// <summary>The characters of <c>\s</c>: WhiteSpace and LineTerminator.</summary>
    public static CodePointSet Space { get; } = new CodePointSet()
        .Add('\t', '\r').Add(' ', ' ').Add(0xA0, 0xA0).Add(0x1680, 0x1680).Add(0x2000, 0x200A).Add(0x2028, 0x2029)
        .Add(0x202F, 0x202F).Add(0x205F, 0x205F).Add(0x3000, 0x3000).Add(0xFEFF, 0xFEFF);

    /// <summary>What <c>.</c> matches: everything but LineTerminator.</summary>
    public static CodePointSet Dot { get; } = new CodePointSet().Add('\n', '\n').Add('\r', '\r').Add(0x2028, 0x2029).Complement();

    public CodePointSet Add(int first, int last)
    {
        _ranges.Add((first, last));
        return this;
    }

    public CodePointSet Add(CodePointSet other)
    {
        _ranges.AddRange(other._ranges);
        return this;
    }

    public CodePointSet Complement()
    {
        CodePointSet complement = new();
        int next = 0;
        foreach ((int first, int last) in Sorted())
        {
            if (first > next)
            {
                complement.Add(next, first - 1);
            }

            next = Math.Max(next, last + 1);
        }

        return next <= Last ? complement.Add(next, Last) : complement;
    }

    /// <summary>A pattern for exactly one of the code points; it never matches half of a surrogate pair.</summary>
    public string ToPattern()
    {
        StringBuilder plane0 = new();
        List<string> parts = [];
        foreach ((int first, int last) in Sorted())
        {
            AddUnits(plane0, first, Math.Min(last, 0xD7FF));
            AddUnits(plane0, Math.Max(first, 0xE000), Math.Min(last, 0xFFFF));
            AddPairs(parts, Math.Max(first, 0x10000), last);
        }

        if (plane0.Length > 0 || parts.Count == 0)
        {
            parts.Insert(0, plane0.Length > 0 ? $"[{plane0}]" : @"[^\u0000-\uFFFF]");
        }

        return parts.Count == 1 && plane0.Length > 0 ? parts[0] : $"(?:{string.Join('|', parts)})";
    }

    private static void AddUnits(StringBuilder pattern, int first, int last)
    {
        if (first <= last)
        {
            pattern.Append(Unit(first)).Append(first == last ? string.Empty : $"-{Unit(last)}");
        }
    }

    private static void AddPairs(List<string> parts, int first, int last)
    {
        // At most three parts: the rest of the first high surrogate, whole high surrogates, the begin of the last one.
        while (first <= last)
        {
            int high = (first - 0x10000) >> 10;
            int lastHigh = (last - 0x10000) >> 10;
            bool isWhole = (first & 0x3FF) == 0 && (lastHigh > high || (last & 0x3FF) == 0x3FF);
            int toHigh = isWhole ? ((last & 0x3FF) == 0x3FF ? lastHigh : lastHigh - 1) : high;
            int to = isWhole ? 0x10000 + (toHigh << 10) + 0x3FF : Math.Min(last, 0x10000 + (high << 10) + 0x3FF);
            parts.Add($"{Range(0xD800 + high, 0xD800 + toHigh)}{Range(0xDC00 + (first & 0x3FF), 0xDC00 + (to & 0x3FF))}");
            first = to + 1;
        }
    }

    private static string Range(int first, int last) => first == last ? Unit(first) : $"[{Unit(first)}-{Unit(last)}]";

    private static string Unit(int unit) => "\\u" + unit.ToString("X4", CultureInfo.InvariantCulture);

    private IEnumerable<(int First, int Last)> Sorted() => _ranges.OrderBy(static range => range.First);
}

using System.Globalization;
using Interactor.Runtime.Json.Validation.Patterns.Syntax;

namespace Interactor.Runtime.Json.Validation.Patterns;

/// <summary>
/// Ranges of code points as this library writes them down: in hexadecimal the distance from the end of the range before, and behind a dot
/// how many more follow the first, with spaces between the ranges.
/// </summary>
internal static class CompactRanges
{
    public static CodePointSet Read(ReadOnlySpan<char> text)
    {
        List<int> bounds = [];
        int next = 0;
        foreach (Range range in text.Split(' '))
        {
            ReadOnlySpan<char> word = text[range];
            int dot = word.IndexOf('.');
            int first = next + Hex(dot < 0 ? word : word[..dot]);
            int last = first + (dot < 0 ? 0 : Hex(word[(dot + 1)..]));
            bounds.Add(first);
            bounds.Add(last);
            next = last + 1;
        }

        return CodePointSet.Of([.. bounds]);
    }

    private static int Hex(ReadOnlySpan<char> digits) => int.Parse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}

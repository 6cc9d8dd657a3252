using Interactor.Runtime.Json.Validation.Patterns;
using Interactor.Runtime.Json.Validation.Patterns.Syntax;

namespace Interactor.Runtime.Json.Validation.Formats.Idna;

/// <summary>Code points that a label may hold in a certain company only (RFC 5892, appendix A).</summary>
internal static class ContextRule
{
    private static readonly CodePointSet Greek = UnicodeProperty.Find("Script=Greek")!;

    private static readonly CodePointSet Hebrew = UnicodeProperty.Find("Script=Hebrew")!;

    private static readonly CodePointSet Japanese = CodePointSet.Union(
        [UnicodeProperty.Find("Script=Hiragana")!, UnicodeProperty.Find("Script=Katakana")!, UnicodeProperty.Find("Script=Han")!]);

    /// <param name="label">The label.</param>
    /// <param name="at">The place of a code point that is not valid everywhere.</param>
    public static bool Allows(ReadOnlySpan<int> label, int at)
    {
        int before = at > 0 ? label[at - 1] : -1;
        int after = at + 1 < label.Length ? label[at + 1] : -1;
        switch (label[at])
        {
            case 0x200C: return IsVirama(before) || Joins(label[..at], label[(at + 1)..]);
            case 0x200D: return IsVirama(before);
            case 0xB7: return before == 'l' && after == 'l';
            case 0x375: return after >= 0 && Greek.Contains(after);
            case 0x5F3 or 0x5F4: return before >= 0 && Hebrew.Contains(before);
            case 0x30FB: return HasJapanese(label);
            case >= 0x660 and <= 0x669: return !label.ContainsAnyInRange(0x6F0, 0x6F9);
            case >= 0x6F0 and <= 0x6F9: return !label.ContainsAnyInRange(0x660, 0x669);
            default: return false;
        }
    }

    private static bool IsVirama(int codePoint) => codePoint >= 0 && IdnaProperty.Virama.Contains(codePoint);

    // A letter that joins to its left side before, one that joins to its right side behind, marks between them.
    private static bool Joins(ReadOnlySpan<int> before, ReadOnlySpan<int> after)
    {
        while (!before.IsEmpty && IdnaProperty.IsTransparent.Contains(before[^1]))
        {
            before = before[..^1];
        }

        while (!after.IsEmpty && IdnaProperty.IsTransparent.Contains(after[0]))
        {
            after = after[1..];
        }

        return !before.IsEmpty && !after.IsEmpty && IdnaProperty.JoinsLeft.Contains(before[^1]) && IdnaProperty.JoinsRight.Contains(after[0]);
    }

    private static bool HasJapanese(ReadOnlySpan<int> label)
    {
        foreach (int codePoint in label)
        {
            if (Japanese.Contains(codePoint))
            {
                return true;
            }
        }

        return false;
    }
}

using System.Globalization;
using System.Text;

namespace Interactor.Runtime.Json.Validation.Formats.Idna;

/// <summary>One label of an internationalised host name, decoded: a U-label of RFC 5890, section 2.3.2.1.</summary>
internal static class IdnaLabel
{
    /// <summary>The most bytes of a label in the DNS, and so the most code points of any form of it.</summary>
    public const int MostBytes = 63;

    public static ReadOnlySpan<byte> Prefix => "xn--"u8;

    /// <summary>Decodes an A-label (<c>xn--…</c>), which must be exactly what the label that it stands for is encoded to.</summary>
    /// <param name="label">ASCII, at most <see cref="MostBytes"/> long.</param>
    /// <param name="codePoints">Receives the label; room for <see cref="MostBytes"/>.</param>
    /// <returns>The number of code points, or -1.</returns>
    public static int Decode(ReadOnlySpan<byte> label, Span<int> codePoints)
    {
        ReadOnlySpan<byte> encoded = label[Prefix.Length..];
        Span<byte> again = stackalloc byte[MostBytes];
        int count = Punycode.Decode(encoded, codePoints);
        int length = count > 0 ? Punycode.Encode(codePoints[..count], again) : -1;
        return length > 0 && Ascii.EqualsIgnoreCase(encoded, again[..length]) && codePoints[..count].ContainsAnyExceptInRange(0, 0x7F) ? count : -1;
    }

    /// <summary>Whether a label with something beyond ASCII is one (RFC 5891, section 4.2), apart from <see cref="BidiRule"/>.</summary>
    /// <remarks>Whether it is in Unicode's normalization form C is seen where .NET has the data for it, that is, not in its globalization-invariant mode.</remarks>
    public static bool IsValid(ReadOnlySpan<int> label)
    {
        if (label[0] == '-' || label[^1] == '-' || (label.Length >= 4 && label[2] == '-' && label[3] == '-') || IsMark(label[0]))
        {
            return false;
        }

        for (int i = 0; i < label.Length; i++)
        {
            bool isAssigned = CharUnicodeInfo.GetUnicodeCategory(label[i]) != UnicodeCategory.OtherNotAssigned;
            if (!(isAssigned && IdnaProperty.Valid.Contains(label[i])) && !ContextRule.Allows(label, i))
            {
                return false;
            }
        }

        return IsNormalized(label);
    }

    private static bool IsMark(int codePoint) => CharUnicodeInfo.GetUnicodeCategory(codePoint)
        is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;

    private static bool IsNormalized(ReadOnlySpan<int> label)
    {
        Span<char> chars = stackalloc char[MostBytes * 2];
        int length = 0;
        foreach (int codePoint in label)
        {
            length += new Rune(codePoint).EncodeToUtf16(chars[length..]);
        }

        return chars[..length].IsNormalized(NormalizationForm.FormC);
    }
}

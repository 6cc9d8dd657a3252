using Interactor.Runtime.Json.Validation.Formats.Idna;

namespace Interactor.Runtime.Json.Validation.Formats;

/// <summary>
/// Host names: <c>hostname</c> is RFC 1123, section 2.1 (letters, digits and inner hyphens), with labels <c>xn--…</c> that must be A-labels
/// of RFC 5890; <c>idn-hostname</c> has labels in Unicode too.
/// </summary>
internal static class HostnameFormat
{
    private const int MostBytes = 253;

    private const byte Other = 0;

    private const byte Letter = 1;

    private const byte Hyphen = 2;

    private const byte Dot = 3;

    // What each byte is in a host name.
    private static readonly byte[] Kinds =
    [
        .. Enumerable.Range(0, 256).Select(static value => char.IsAsciiLetterOrDigit((char)value) ? Letter : value == '-' ? Hyphen : value == '.' ? Dot : Other),
    ];

    public static bool IsValid(ReadOnlySpan<byte> text)
    {
        if (text.Length is 0 or > MostBytes)
        {
            return false;
        }

        bool hasEncoded = false;
        int start = 0;
        int before = Dot;
        for (int i = 0; i < text.Length; i++)
        {
            int kind = Kinds[text[i]];
            if (kind != Letter)
            {
                // A hyphen stands between letters or hyphens, a dot behind a letter; labels are not longer than the DNS has them.
                if (kind == Other || before == Dot || (kind == Dot && (before == Hyphen || i - start > IdnaLabel.MostBytes)))
                {
                    return false;
                }

                hasEncoded |= kind == Hyphen && i == start + 3 && before == Hyphen && (text[start] | 0x20) == 'x' && (text[start + 1] | 0x20) == 'n';
                start = kind == Dot ? i + 1 : start;
            }

            before = kind;
        }

        return before == Letter && text.Length - start <= IdnaLabel.MostBytes && (!hasEncoded || IdnaName.IsValid(text, isUnicode: false));
    }

    public static bool IsInternational(ReadOnlySpan<byte> text) => IdnaName.IsValid(text, isUnicode: true);

    /// <summary>Whether a label has letters, digits and inner hyphens alone.</summary>
    public static bool IsLabel(ReadOnlySpan<byte> label)
    {
        foreach (byte b in label)
        {
            if (!char.IsAsciiLetterOrDigit((char)b) && b != '-')
            {
                return false;
            }
        }

        return label.Length is >= 1 and <= IdnaLabel.MostBytes && label[0] != '-' && label[^1] != '-';
    }
}

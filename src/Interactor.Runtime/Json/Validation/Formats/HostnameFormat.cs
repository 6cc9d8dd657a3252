using Interactor.Runtime.Json.Validation.Formats.Idna;

namespace Interactor.Runtime.Json.Validation.Formats;

/// <summary>
/// Host names: <c>hostname</c> is RFC 1123, section 2.1 (letters, digits and inner hyphens), with labels <c>xn--…</c> that must be A-labels
/// of RFC 5890; <c>idn-hostname</c> has labels in Unicode too.
/// </summary>
internal static class HostnameFormat
{
    private const int MostBytes = 253;

    public static bool IsValid(ReadOnlySpan<byte> text)
    {
        if (text.Length is 0 or > MostBytes)
        {
            return false;
        }

        bool hasEncoded = false;
        int start = 0;
        for (int i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && text[i] != '.')
            {
                continue;
            }

            ReadOnlySpan<byte> label = text[start..i];
            if (!IsLabel(label))
            {
                return false;
            }

            hasEncoded |= label.Length >= 4 && label[2] == '-' && label[3] == '-' && (label[0] | 0x20) == 'x' && (label[1] | 0x20) == 'n';
            start = i + 1;
        }

        return !hasEncoded || IdnaName.IsValid(text, isUnicode: false);
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

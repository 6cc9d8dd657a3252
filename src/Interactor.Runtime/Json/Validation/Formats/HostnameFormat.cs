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
        byte before = (byte)'.';
        for (int i = 0; i < text.Length; i++)
        {
            byte value = text[i];
            if (value == '.')
            {
                if (before is (byte)'.' or (byte)'-' || i - start > IdnaLabel.MostBytes)
                {
                    return false;
                }

                start = i + 1;
            }
            else if (value == '-')
            {
                if (before == '.')
                {
                    return false;
                }

                hasEncoded |= i == start + 3 && before == '-' && (text[start] | 0x20) == 'x' && (text[start + 1] | 0x20) == 'n';
            }
            else if (!char.IsAsciiLetterOrDigit((char)value))
            {
                return false;
            }

            before = value;
        }

        bool isEnded = before is not ((byte)'.' or (byte)'-') && text.Length - start <= IdnaLabel.MostBytes;
        return isEnded && (!hasEncoded || IdnaName.IsValid(text, isUnicode: false));
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

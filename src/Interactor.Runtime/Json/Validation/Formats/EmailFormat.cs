namespace Interactor.Runtime.Json.Validation.Formats;

/// <summary>
/// E-mail addresses: <c>email</c> is the Mailbox of RFC 5321, section 4.1.2; <c>idn-email</c> is what RFC 6531, section 3.3, makes of it,
/// where any character beyond ASCII may stand in either part.
/// </summary>
internal static class EmailFormat
{
    // The bytes of an atom (RFC 5321, section 4.1.2, atext).
    private static readonly bool[] AtomText =
        [.. Enumerable.Range(0, 256).Select(static value => char.IsAsciiLetterOrDigit((char)value) || "!#$%&'*+-/=?^_`{|}~".Contains((char)value, StringComparison.Ordinal))];

    public static bool IsValid(ReadOnlySpan<byte> text) => IsAddress(text, isInternational: false);

    public static bool IsInternational(ReadOnlySpan<byte> text) => System.Text.Unicode.Utf8.IsValid(text) && IsAddress(text, isInternational: true);

    private static bool IsAddress(ReadOnlySpan<byte> text, bool isInternational)
    {
        if (text is [(byte)'"', ..])
        {
            int at = text.LastIndexOf((byte)'@');
            return at > 0 && IsQuoted(text[..at], isInternational) && IsDomain(text[(at + 1)..], isInternational);
        }

        // Atoms with one dot between two of them.
        bool isAtom = false;
        for (int i = 0; i < text.Length; i++)
        {
            byte value = text[i];
            if (AtomText[value] || (isInternational && value >= 0x80))
            {
                isAtom = true;
            }
            else if (!isAtom)
            {
                return false;
            }
            else if (value == '@')
            {
                return IsDomain(text[(i + 1)..], isInternational);
            }
            else
            {
                isAtom = false;
                if (value != '.')
                {
                    return false;
                }
            }
        }

        return false;
    }

    private static bool IsQuoted(ReadOnlySpan<byte> text, bool isInternational)
    {
        int i = 1;
        for (; i < text.Length - 1; i++)
        {
            bool isEscape = text[i] == '\\';
            i += isEscape ? 1 : 0;
            bool isText = text[i] is >= 32 and <= 126 || (isInternational && text[i] >= 0x80);
            if (!isText || (text[i] == '"' && !isEscape))
            {
                return false;
            }
        }

        return text.Length > 1 && i == text.Length - 1 && text[^1] == '"';
    }

    private static bool IsDomain(ReadOnlySpan<byte> domain, bool isInternational)
    {
        if (domain.Length >= 2 && domain[0] == '[' && domain[^1] == ']')
        {
            ReadOnlySpan<byte> literal = domain[1..^1];
            return IpFormat.IsVersion4(literal) || (literal.StartsWith("IPv6:"u8) && IpFormat.IsVersion6(literal[5..]));
        }

        return isInternational ? IsInternationalDomain(domain) : HostnameFormat.IsValid(domain);
    }

    // Not whether its labels are registrable: RFC 6531 leaves that to the one who looks them up.
    private static bool IsInternationalDomain(ReadOnlySpan<byte> domain)
    {
        foreach (Range range in domain.Split((byte)'.'))
        {
            ReadOnlySpan<byte> label = domain[range];
            if (label.IsEmpty || label[0] == '-' || label[^1] == '-')
            {
                return false;
            }

            foreach (byte b in label)
            {
                if (b < 0x80 && b != '-' && !char.IsAsciiLetterOrDigit((char)b))
                {
                    return false;
                }
            }
        }

        return true;
    }
}

using System.Buffers;

namespace Interactor.Runtime.Json.Validation.Formats;

/// <summary>
/// E-mail addresses: <c>email</c> is the Mailbox of RFC 5321, section 4.1.2; <c>idn-email</c> is what RFC 6531, section 3.3, makes of it,
/// where any character beyond ASCII may stand in either part.
/// </summary>
internal static class EmailFormat
{
    private static readonly SearchValues<byte> AtomText =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!#$%&'*+-/=?^_`{|}~"u8);

    public static bool IsValid(ReadOnlySpan<byte> text) => IsAddress(text, isInternational: false);

    public static bool IsInternational(ReadOnlySpan<byte> text) => System.Text.Unicode.Utf8.IsValid(text) && IsAddress(text, isInternational: true);

    private static bool IsAddress(ReadOnlySpan<byte> text, bool isInternational)
    {
        int at = text.LastIndexOf((byte)'@');
        return at > 0 && IsLocal(text[..at], isInternational) && IsDomain(text[(at + 1)..], isInternational);
    }

    private static bool IsLocal(ReadOnlySpan<byte> local, bool isInternational)
    {
        if (local[0] == '"')
        {
            return IsQuoted(local, isInternational);
        }

        // Atoms with one dot between two of them.
        bool isAtom = false;
        for (int other; (other = local.IndexOfAnyExcept(AtomText)) >= 0;)
        {
            bool isDot = local[other] == '.';
            isAtom |= other > 0;
            if (isDot ? !isAtom : !isInternational || local[other] < 0x80)
            {
                return false;
            }

            isAtom = !isDot;
            local = local[(other + 1)..];
        }

        return isAtom || !local.IsEmpty;
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

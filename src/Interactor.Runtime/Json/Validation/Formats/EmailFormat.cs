using System.Buffers;

namespace Interactor.Runtime.Json.Validation.Formats;

/// <summary>E-mail addresses: the Mailbox of RFC 5321, section 4.1.2.</summary>
internal static class EmailFormat
{
    private static readonly SearchValues<byte> AtomText =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!#$%&'*+-/=?^_`{|}~"u8);

    public static bool IsValid(ReadOnlySpan<byte> text)
    {
        int at = text.LastIndexOf((byte)'@');
        return at > 0 && IsLocal(text[..at]) && IsDomain(text[(at + 1)..]);
    }

    private static bool IsLocal(ReadOnlySpan<byte> local)
    {
        if (local[0] == '"')
        {
            return IsQuoted(local);
        }

        foreach (Range range in local.Split((byte)'.'))
        {
            if (local[range].IsEmpty || local[range].ContainsAnyExcept(AtomText))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsQuoted(ReadOnlySpan<byte> text)
    {
        int i = 1;
        for (; i < text.Length - 1; i++)
        {
            i += text[i] == '\\' ? 1 : 0;
            if (text[i] is < 32 or > 126 || (text[i] == '"' && text[i - 1] != '\\'))
            {
                return false;
            }
        }

        return text.Length > 1 && i == text.Length - 1 && text[^1] == '"';
    }

    private static bool IsDomain(ReadOnlySpan<byte> domain)
    {
        if (domain.Length < 2 || domain[0] != '[' || domain[^1] != ']')
        {
            return HostnameFormat.IsValid(domain);
        }

        ReadOnlySpan<byte> literal = domain[1..^1];
        return IpFormat.IsVersion4(literal) || (literal.StartsWith("IPv6:"u8) && IpFormat.IsVersion6(literal[5..]));
    }
}

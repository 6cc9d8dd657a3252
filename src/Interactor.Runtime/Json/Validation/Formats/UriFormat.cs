using System.Buffers;

namespace Interactor.Runtime.Json.Validation.Formats;

/// <summary>URIs and URI references by the grammar of RFC 3986, appendix A.</summary>
internal static class UriFormat
{
    private const string Unreserved = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

    private const string Delimiters = "!$&'()*+,;=";

    private static readonly SearchValues<char> SchemeText = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+-.");

    private static readonly SearchValues<char> UserText = SearchValues.Create(Unreserved + Delimiters + ":");

    private static readonly SearchValues<char> NameText = SearchValues.Create(Unreserved + Delimiters);

    private static readonly SearchValues<char> PathText = SearchValues.Create(Unreserved + Delimiters + ":@/");

    private static readonly SearchValues<char> QueryText = SearchValues.Create(Unreserved + Delimiters + ":@/?");

    public static bool IsUri(ReadOnlySpan<byte> text) => TryScheme(ref text) && IsRest(text);

    public static bool IsReference(ReadOnlySpan<byte> text)
    {
        ReadOnlySpan<byte> rest = text;
        if (TryScheme(ref rest))
        {
            return IsRest(rest);
        }

        // Without a scheme the first segment of a path must not look as if it had one.
        int colon = text.IndexOf((byte)':');
        int end = text.IndexOfAny("/?#"u8);
        return (colon < 0 || (end >= 0 && end < colon)) && IsRest(text);
    }

    private static bool TryScheme(ref ReadOnlySpan<byte> text)
    {
        int colon = text.IndexOf((byte)':');
        if (colon <= 0 || !char.IsAsciiLetter((char)text[0]) || !IsMadeOf(text[..colon], SchemeText, mayEncode: false))
        {
            return false;
        }

        text = text[(colon + 1)..];
        return true;
    }

    private static bool IsRest(ReadOnlySpan<byte> text)
    {
        int hash = text.IndexOf((byte)'#');
        if (hash >= 0)
        {
            if (!IsMadeOf(text[(hash + 1)..], QueryText, mayEncode: true))
            {
                return false;
            }

            text = text[..hash];
        }

        int question = text.IndexOf((byte)'?');
        if (question >= 0)
        {
            if (!IsMadeOf(text[(question + 1)..], QueryText, mayEncode: true))
            {
                return false;
            }

            text = text[..question];
        }

        if (!text.StartsWith("//"u8))
        {
            return IsMadeOf(text, PathText, mayEncode: true);
        }

        text = text[2..];
        int slash = text.IndexOf((byte)'/');
        return IsAuthority(slash < 0 ? text : text[..slash]) && (slash < 0 || IsMadeOf(text[slash..], PathText, mayEncode: true));
    }

    private static bool IsAuthority(ReadOnlySpan<byte> text)
    {
        int at = text.IndexOf((byte)'@');
        if (at >= 0 && !IsMadeOf(text[..at], UserText, mayEncode: true))
        {
            return false;
        }

        ReadOnlySpan<byte> host = text[(at + 1)..];
        int port = host.LastIndexOf((byte)':');
        if (port > host.LastIndexOf((byte)']'))
        {
            if (host[(port + 1)..].ContainsAnyExceptInRange((byte)'0', (byte)'9'))
            {
                return false;
            }

            host = host[..port];
        }

        return host.StartsWith("["u8)
            ? host.EndsWith("]"u8) && (IpFormat.IsVersion6(host[1..^1]) || IsFutureAddress(host[1..^1]))
            : IsMadeOf(host, NameText, mayEncode: true);
    }

    private static bool IsFutureAddress(ReadOnlySpan<byte> text)
    {
        int dot = text.IndexOf((byte)'.');
        return dot > 1 && (text[0] | 0x20) == 'v' && text.Length > dot + 1 && IsMadeOf(text[(dot + 1)..], UserText, mayEncode: false)
            && text[1..dot].IndexOfAnyExcept("0123456789abcdefABCDEF"u8) < 0;
    }

    private static bool IsMadeOf(ReadOnlySpan<byte> text, SearchValues<char> characters, bool mayEncode)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (mayEncode && text[i] == '%' && i + 2 < text.Length
                && char.IsAsciiHexDigit((char)text[i + 1]) && char.IsAsciiHexDigit((char)text[i + 2]))
            {
                i += 2;
            }
            else if (!characters.Contains((char)text[i]))
            {
                return false;
            }
        }

        return true;
    }
}

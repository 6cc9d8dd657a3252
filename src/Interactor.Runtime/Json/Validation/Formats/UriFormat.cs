using System.Buffers;

namespace Interactor.Runtime.Json.Validation.Formats;

/// <summary>URIs and URI references by the grammar of RFC 3986, appendix A; IRIs and IRI references by that of RFC 3987, section 2.2.</summary>
internal static class UriFormat
{
    private static readonly SearchValues<byte> SchemeText = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+-."u8);

    private static readonly UriText UserText = new(UriText.Unreserved + UriText.Delimiters + ":");

    private static readonly UriText NameText = new(UriText.Unreserved + UriText.Delimiters);

    private static readonly UriText PathText = new(UriText.Unreserved + UriText.Delimiters + ":@/");

    private static readonly UriText QueryText = new(UriText.Unreserved + UriText.Delimiters + ":@/?", mayBePrivate: true);

    private static readonly UriText FragmentText = new(UriText.Unreserved + UriText.Delimiters + ":@/?");

    public static bool IsUri(ReadOnlySpan<byte> text) => TryScheme(ref text) && IsRest(text, isInternational: false);

    public static bool IsIri(ReadOnlySpan<byte> text) => TryScheme(ref text) && IsRest(text, isInternational: true);

    public static bool IsUriReference(ReadOnlySpan<byte> text) => IsReference(text, isInternational: false);

    public static bool IsIriReference(ReadOnlySpan<byte> text) => IsReference(text, isInternational: true);

    private static bool IsReference(ReadOnlySpan<byte> text, bool isInternational)
    {
        ReadOnlySpan<byte> rest = text;
        if (TryScheme(ref rest))
        {
            return IsRest(rest, isInternational);
        }

        // Without a scheme the first segment of a path must not look as if it had one.
        int end = text.IndexOfAny(":/?#"u8);
        return (end < 0 || text[end] != ':') && IsRest(text, isInternational);
    }

    private static bool TryScheme(ref ReadOnlySpan<byte> text)
    {
        int colon = text.IndexOfAnyExcept(SchemeText);
        if (colon <= 0 || text[colon] != ':' || !char.IsAsciiLetter((char)text[0]))
        {
            return false;
        }

        text = text[(colon + 1)..];
        return true;
    }

    private static bool IsRest(ReadOnlySpan<byte> text, bool isInternational)
    {
        int end = text.IndexOfAny((byte)'?', (byte)'#');
        ReadOnlySpan<byte> tail = end < 0 ? [] : text[end..];
        text = end < 0 ? text : text[..end];
        if (tail.StartsWith("?"u8))
        {
            int hash = tail.IndexOf((byte)'#');
            if (!QueryText.Matches(hash < 0 ? tail[1..] : tail[1..hash], isInternational))
            {
                return false;
            }

            tail = hash < 0 ? [] : tail[hash..];
        }

        if (!tail.IsEmpty && !FragmentText.Matches(tail[1..], isInternational))
        {
            return false;
        }

        if (!text.StartsWith("//"u8))
        {
            return PathText.Matches(text, isInternational);
        }

        text = text[2..];
        int slash = text.IndexOf((byte)'/');
        return IsAuthority(slash < 0 ? text : text[..slash], isInternational) && (slash < 0 || PathText.Matches(text[slash..], isInternational));
    }

    private static bool IsAuthority(ReadOnlySpan<byte> text, bool isInternational)
    {
        int at = text.IndexOf((byte)'@');
        if (at >= 0 && !UserText.Matches(text[..at], isInternational))
        {
            return false;
        }

        ReadOnlySpan<byte> host = text[(at + 1)..];
        int port = host.LastIndexOf((byte)':');
        if (port >= 0 && port > host.LastIndexOf((byte)']'))
        {
            if (host[(port + 1)..].ContainsAnyExceptInRange((byte)'0', (byte)'9'))
            {
                return false;
            }

            host = host[..port];
        }

        return host.StartsWith("["u8)
            ? host.EndsWith("]"u8) && (IpFormat.IsVersion6(host[1..^1]) || IsFutureAddress(host[1..^1]))
            : NameText.Matches(host, isInternational);
    }

    private static bool IsFutureAddress(ReadOnlySpan<byte> text)
    {
        int dot = text.IndexOf((byte)'.');
        return dot > 1 && (text[0] | 0x20) == 'v' && text.Length > dot + 1
            && !text[1..dot].ContainsAnyExcept("0123456789abcdefABCDEF"u8)
            && !text.Contains((byte)'%') && UserText.Matches(text[(dot + 1)..], isInternational: false);
    }
}

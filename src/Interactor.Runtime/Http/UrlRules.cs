using System.Buffers;

namespace Interactor.Runtime.Http;

/// <summary>
/// What the text of a URL may be before it is requested (RFC 3986). A value in it can come from a person or a provider, and
/// the server's text goes out as it is written, so that a line break or a step up in it would change the request.
/// </summary>
internal static class UrlRules
{
    private const string Unreserved = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

    // A host and a port; no user information and nothing percent-encoded, which readers of a URL decode differently.
    private static readonly SearchValues<char> Authority = SearchValues.Create(Unreserved + ":[]");

    private static readonly SearchValues<char> Path = SearchValues.Create(Unreserved + "!$&'()*+,;=:@/%");

    /// <summary>Whether the text is a base URL: http or https, host, and a path that says no more than it shows; without query and fragment.</summary>
    public static bool IsServer(ReadOnlySpan<char> url)
    {
        if (!TrySplit(url, out ReadOnlySpan<char> authority, out ReadOnlySpan<char> rest))
        {
            return false;
        }

        return !authority.ContainsAnyExcept(Authority)
            && !rest.ContainsAnyExcept(Path)
            && HasWholeEscapes(rest)
            && !HasDotSegment(rest);
    }

    /// <summary>Whether the text is a whole URL that can be requested: as a base URL, save that it may have a query and characters that <see cref="Uri"/> encodes.</summary>
    public static bool IsRequestable(ReadOnlySpan<char> url)
    {
        if (!TrySplit(url, out ReadOnlySpan<char> authority, out ReadOnlySpan<char> rest) || authority.Contains('@') || url.Contains('#'))
        {
            return false;
        }

        foreach (char character in url)
        {
            if (character == '\\' || char.IsControl(character) || char.IsWhiteSpace(character))
            {
                return false;
            }
        }

        int query = rest.IndexOf('?');
        return !HasDotSegment(query < 0 ? rest : rest[..query]);
    }

    private static bool TrySplit(ReadOnlySpan<char> url, out ReadOnlySpan<char> authority, out ReadOnlySpan<char> rest)
    {
        authority = default;
        rest = default;
        int start = url.StartsWith("https://", StringComparison.OrdinalIgnoreCase) ? 8 : url.StartsWith("http://", StringComparison.OrdinalIgnoreCase) ? 7 : 0;
        if (start == 0)
        {
            return false;
        }

        url = url[start..];
        int end = url.IndexOfAny('/', '?');
        authority = end < 0 ? url : url[..end];
        rest = end < 0 ? default : url[end..];
        return !authority.IsEmpty;
    }

    private static bool HasWholeEscapes(ReadOnlySpan<char> text)
    {
        int escape;
        while ((escape = text.IndexOf('%')) >= 0)
        {
            text = text[(escape + 1)..];
            if (text.Length < 2 || !char.IsAsciiHexDigit(text[0]) || !char.IsAsciiHexDigit(text[1]))
            {
                return false;
            }
        }

        return true;
    }

    // Encoded or not, a dot is a dot and a slash is a slash to some server behind the first one (section 6.2.2.2).
    private static bool HasDotSegment(ReadOnlySpan<char> path)
    {
        int dots = 0;
        bool isOnlyDots = true;
        while (!path.IsEmpty)
        {
            char character = Next(ref path);
            if (character is '/' or '\\')
            {
                if (isOnlyDots && dots is 1 or 2)
                {
                    return true;
                }

                (dots, isOnlyDots) = (0, true);
            }
            else if (character == '.')
            {
                dots++;
            }
            else
            {
                isOnlyDots = false;
            }
        }

        return isOnlyDots && dots is 1 or 2;
    }

    private static char Next(ref ReadOnlySpan<char> path)
    {
        char character = path[0];
        if (character == '%' && path.Length >= 3)
        {
            char decoded = (path[1], char.ToLowerInvariant(path[2])) switch
            {
                ('2', 'e') => '.',
                ('2', 'f') => '/',
                ('5', 'c') => '\\',
                _ => character,
            };
            if (decoded != character)
            {
                path = path[3..];
                return decoded;
            }
        }

        path = path[1..];
        return character;
    }
}

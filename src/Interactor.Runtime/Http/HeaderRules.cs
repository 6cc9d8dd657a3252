using System.Buffers;
using System.Collections.Frozen;

namespace Interactor.Runtime.Http;

/// <summary>What a request may carry as a header: it must not be able to end its line, to start another one, or to change where the message ends.</summary>
internal static class HeaderRules
{
    private static readonly SearchValues<char> TokenChars =
        SearchValues.Create("!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    // Framing and routing belong to the HTTP client (RFC 9110, sections 7.2 and 7.6; RFC 9112, section 6).
    private static readonly FrozenSet<string> Reserved = new[]
    {
        "Connection", "Content-Length", "Host", "Keep-Alive", "Proxy-Authorization", "Proxy-Connection", "TE", "Trailer", "Transfer-Encoding", "Upgrade",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Refuses a name that is not a token (RFC 9110, section 5.1) or that a definition may not set.</summary>
    public static void CheckName(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (name.Length == 0 || name.AsSpan().ContainsAnyExcept(TokenChars))
        {
            throw new InteractorException(ErrorCode.InputInvalid, "The name of a header is empty or has a character that a header name cannot have.");
        }

        if (Reserved.Contains(name))
        {
            throw new InteractorException(ErrorCode.InputInvalid, $"The header '{name}' belongs to the HTTP client and cannot be set.");
        }
    }

    /// <summary>Refuses a value with control characters or beyond ASCII (RFC 9110, section 5.5).</summary>
    public static void CheckValue(string name, string value)
    {
        ReadOnlySpan<char> rest = value;
        int index;
        while ((index = rest.IndexOfAnyExceptInRange(' ', '~')) >= 0)
        {
            if (rest[index] != '\t')
            {
                throw new InteractorException(
                    ErrorCode.InputInvalid,
                    rest[index] < 0x80
                        ? $"The value of the header '{name}' has a control character, such as a line break."
                        : $"The value of the header '{name}' has a character beyond ASCII, which a header cannot carry.");
            }

            rest = rest[(index + 1)..];
        }
    }

    /// <summary>Refuses what a cookie cannot carry (RFC 6265, section 4.1.1).</summary>
    public static void CheckCookie(string name, string value)
    {
        CheckName(name);
        foreach (char c in value)
        {
            if (c is <= ' ' or >= '\x7f' or '"' or ',' or ';' or '\\')
            {
                throw new InteractorException(ErrorCode.InputInvalid, $"The value of the cookie '{name}' has a character that a cookie cannot carry.");
            }
        }
    }
}

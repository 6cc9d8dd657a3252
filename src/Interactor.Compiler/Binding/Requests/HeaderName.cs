namespace Interactor.Compiler.Binding.Requests;

/// <summary>Field names of HTTP (RFC 9110, 5.1) and those that only the transport may set.</summary>
internal static class HeaderName
{
    private const string TokenCharacters = "!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    private static readonly string[] TransportNames =
        ["connection", "content-length", "host", "keep-alive", "proxy-connection", "te", "trailer", "transfer-encoding", "upgrade"];

    /// <summary>Why a definition cannot set this header; null when it can.</summary>
    public static string? Problem(string name)
    {
        if (name.Length == 0 || name.Any(c => TokenCharacters.IndexOf(c) < 0))
        {
            return "a header's name has letters, digits and '-'";
        }

        return TransportNames.Contains(name.ToLowerInvariant()) ? "the transport sets it" : null;
    }
}

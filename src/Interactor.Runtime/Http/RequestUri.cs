namespace Interactor.Runtime.Http;

/// <summary>Joins server and path, and makes the one URL of an attempt.</summary>
internal static class RequestUri
{
    // The path and the query are encoded already; to canonicalise them again would turn %2E%2E into a step up.
    private static readonly UriCreationOptions AsWritten = new() { DangerousDisablePathAndQueryCanonicalization = true };

    /// <summary>A path below a server's base URL, with exactly one slash between them.</summary>
    public static Uri Join(string server, ReadOnlySpan<char> target)
    {
        ReadOnlySpan<char> start = server.AsSpan();
        if (target.IsEmpty)
        {
            return new Uri(server, AsWritten);
        }

        if (target[0] == '?')
        {
            return new Uri(string.Concat(start, target), AsWritten);
        }

        start = start.TrimEnd('/');
        return new Uri(target[0] == '/' ? string.Concat(start, target) : string.Concat(start, "/", target), AsWritten);
    }

    /// <summary>A whole URL that the definition or the input gave.</summary>
    /// <exception cref="InteractorException"><see cref="ErrorCode.InputInvalid"/>: it is not an http or https URL.</exception>
    public static Uri Absolute(ReadOnlySpan<char> url) =>
        Uri.TryCreate(url.ToString(), UriKind.Absolute, out Uri? uri) && IsHttp(uri)
            ? uri
            : throw new InteractorException(ErrorCode.InputInvalid, "The URL of the request is not an absolute http or https URL.");

    public static bool IsHttp(Uri uri) => uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp;
}

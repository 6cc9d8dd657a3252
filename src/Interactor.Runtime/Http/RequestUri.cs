namespace Interactor.Runtime.Http;

/// <summary>Joins server and path, and makes the one URL of an attempt.</summary>
internal static class RequestUri
{
    // The path and the query are encoded already; to canonicalise them again would turn %2E%2E into a step up.
    private static readonly UriCreationOptions AsWritten = new() { DangerousDisablePathAndQueryCanonicalization = true };

    /// <summary>A path below a server's base URL, with exactly one slash between them. The URL is one that <see cref="ServerGuard"/> let through.</summary>
    /// <exception cref="InteractorException"><see cref="ErrorCode.InputInvalid"/>: the server's URL is not an http or https URL.</exception>
    public static Uri Join(string server, ReadOnlySpan<char> target)
    {
        string url;
        if (target.IsEmpty)
        {
            url = server;
        }
        else if (target[0] == '?')
        {
            url = string.Concat(server, target);
        }
        else
        {
            ReadOnlySpan<char> start = server.AsSpan().TrimEnd('/');
            url = target[0] == '/' ? string.Concat(start, target) : string.Concat(start, "/", target);
        }

        return Uri.TryCreate(url, AsWritten, out Uri? uri) && IsHttp(uri)
            ? uri
            : throw new InteractorException(ErrorCode.InputInvalid, "The URL of the server is not an absolute http or https URL.");
    }

    /// <summary>A whole URL that the definition or the input gave.</summary>
    /// <exception cref="InteractorException"><see cref="ErrorCode.InputInvalid"/>: it is not an http or https URL, or has user information, a fragment, a dot segment or a character that no URL has.</exception>
    public static Uri Absolute(ReadOnlySpan<char> url) =>
        UrlRules.IsRequestable(url) && Uri.TryCreate(url.ToString(), UriKind.Absolute, out Uri? uri) && IsHttp(uri)
            ? uri
            : throw new InteractorException(
                ErrorCode.InputInvalid,
                "The URL of the request is not an absolute http or https URL, or has a user name, a dot segment, a space or another character that is not fit for a URL.");

    /// <summary>The same URL with more in its query, which is encoded already.</summary>
    public static Uri WithQuery(Uri uri, ReadOnlySpan<char> more)
    {
        string separator = uri.Query.Length > 1 ? "&" : uri.Query.Length == 1 ? "" : "?";
        return new Uri(string.Concat(uri.AbsoluteUri, separator, more), AsWritten);
    }

    /// <summary>The same URL without the parameters of its query that another query names; the URL itself where it has none of them.</summary>
    /// <param name="uri">The URL.</param>
    /// <param name="named">A query with or without its <c>?</c>.</param>
    public static Uri WithoutQuery(Uri uri, ReadOnlySpan<char> named)
    {
        named = named.TrimStart('?');
        if (named.IsEmpty || uri.Query.Length <= 1 || QueryText.Without(uri.Query.AsSpan(1), named) is not { } kept)
        {
            return uri;
        }

        string whole = uri.AbsoluteUri;
        return new Uri(string.Concat(whole.AsSpan(0, whole.IndexOf('?', StringComparison.Ordinal)), kept.Length == 0 ? "" : "?", kept), AsWritten);
    }

    /// <summary>The host in ASCII, as it is resolved and sent (UTS 46); null for one that has no such form.</summary>
    public static string? AsciiHostOf(Uri uri)
    {
        try
        {
            return uri.IdnHost;
        }
        catch (UriFormatException)
        {
            return null;
        }
    }

    public static bool IsHttp(Uri uri) => uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp;
}

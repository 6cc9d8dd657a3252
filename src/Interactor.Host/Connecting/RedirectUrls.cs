using Interactor.Host.Workspace;

namespace Interactor.Host.Connecting;

/// <summary>Where people may be sent back to: what the environment lists, and this machine on a development host.</summary>
internal sealed class RedirectUrls(HostSettings settings)
{
    private const int MostCharacters = 2000;

    /// <summary>Whether a URL may be used. Its query and its fragment are the caller's; all before them has to be listed as it is (RFC 9700, section 2.1).</summary>
    public bool Allows(HostEnvironment environment, string url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out Uri? uri) || uri.Scheme is not ("https" or "http") || uri.UserInfo.Length > 0)
        {
            return false;
        }

        return (settings.IsDevelopment && uri.IsLoopback)
            || environment.RedirectUrls.Split('\n', StringSplitOptions.RemoveEmptyEntries).Any(listed => listed == url || listed == Bare(uri));
    }

    /// <summary>Why a URL could not be sent on as it is; null where it can. A URL is ASCII, with all else percent-encoded (RFC 3986, section 2).</summary>
    public static string? FormProblemOf(string url) =>
        url.Length > MostCharacters ? $"The redirectUrl has {MostCharacters} characters at most."
        : url.All(static c => c is > ' ' and < '\x7f') ? null
        : "The redirectUrl has characters in it that no URL has. Percent-encode what is not ASCII.";

    /// <summary>Why a URL cannot be listed; null where it can. Only this machine may be reached without TLS (RFC 8252, section 7.3).</summary>
    public string? ProblemOf(string? url) => url is not null && Uri.TryCreate(url, UriKind.Absolute, out Uri? uri) && uri.Scheme is ("https" or "http")
        ? uri switch
        {
            { UserInfo.Length: > 0 } => "A redirect URL has no user name and no password in it.",
            _ when url.Contains('#', StringComparison.Ordinal) => "A redirect URL has no fragment (RFC 6749, section 3.1.2).",
            _ when url.Contains('*', StringComparison.Ordinal) => "A redirect URL is compared as it is: it has no wildcards.",
            _ when FormProblemOf(url) is not null => $"A redirect URL has {MostCharacters} characters at most, all of them ASCII and none of them a space.",
            { Scheme: "http", IsLoopback: false } when !settings.IsDevelopment => "A redirect URL begins with https, unless it leads to this machine.",
            _ => null,
        }
        : "A redirect URL is an absolute https or http URL.";

    /// <summary>A URL with what came of the connection in its query.</summary>
    public static string With(string url, params IEnumerable<(string Name, string Value)> outcome)
    {
        int fragment = url.IndexOf('#', StringComparison.Ordinal);
        string before = fragment < 0 ? url : url[..fragment];
        string query = string.Join('&', outcome.Select(static pair => $"{pair.Name}={Uri.EscapeDataString(pair.Value)}"));
        return $"{before}{(before.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{query}{(fragment < 0 ? "" : url[fragment..])}";
    }

    private static string Bare(Uri uri) => uri.GetLeftPart(UriPartial.Path);
}

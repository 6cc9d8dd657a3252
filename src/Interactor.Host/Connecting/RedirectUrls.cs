using Interactor.Host.Workspace;

namespace Interactor.Host.Connecting;

/// <summary>Where people may be sent back to: what the environment lists, and this machine on a development host.</summary>
internal sealed class RedirectUrls(HostSettings settings)
{
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

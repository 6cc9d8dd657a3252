using System.Text.RegularExpressions;

namespace Interactor.Import.OpenApi;

/// <summary>Cuts URLs of documents, in which <c>{name}</c> stands for variables.</summary>
internal static partial class UrlText
{
    /// <summary>Scheme, host with port, and the rest, of a URL with a host; null for any other.</summary>
    public static (string Scheme, string Authority, string Path)? Split(string url)
    {
        int mark = url.IndexOf("://", StringComparison.Ordinal);
        if (mark < 0)
        {
            return null;
        }

        int start = mark + 3;
        int end = url.IndexOfAny(['/', '?', '#'], start);
        end = end < 0 ? url.Length : end;
        return end == start ? null : (url[..mark].ToLowerInvariant(), url[start..end], url[end..]);
    }

    /// <summary>Text and <c>{names}</c> by turns: text at even places, names at odd ones.</summary>
    public static string[] Pieces(string template) => Braces().Split(template);

    /// <summary>One label of a host, or part of one.</summary>
    public static bool IsLabel(string text) => Label().IsMatch(text);

    /// <summary>A host, with a port or without.</summary>
    public static bool IsHost(string text) => HostAndPort().IsMatch(text);

    public static bool IsLocal(string authority) =>
        authority is "localhost" or "127.0.0.1" or "[::1]"
        || authority.StartsWith("localhost:", StringComparison.Ordinal)
        || authority.StartsWith("127.0.0.1:", StringComparison.Ordinal);

    public static string WithoutPort(string authority)
    {
        int colon = authority.LastIndexOf(':');
        return colon < 0 ? authority : authority[..colon];
    }

    [GeneratedRegex(@"\{([^{}]+)\}", RegexOptions.CultureInvariant)]
    private static partial Regex Braces();

    [GeneratedRegex(@"^[A-Za-z0-9-]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex Label();

    [GeneratedRegex(@"^([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)*[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?(:[0-9]{1,5})?\z", RegexOptions.CultureInvariant)]
    private static partial Regex HostAndPort();
}

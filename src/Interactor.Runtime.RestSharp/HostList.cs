namespace Interactor.Runtime;

/// <summary>The hosts that may see what a client adds to a request.</summary>
internal sealed class HostList(IEnumerable<string> hosts)
{
    private const string Plain = "http://";

    private readonly string[] _hosts = [.. hosts];

    /// <exception cref="InteractorException"><see cref="ErrorCode.AuthDenied"/>: the host is not listed, or the connection would not be encrypted.</exception>
    public void Check(Uri uri)
    {
        bool isPlain = uri.Scheme != Uri.UriSchemeHttps;
        bool isKnown = false;
        foreach (string entry in _hosts)
        {
            bool allowsPlain = entry.StartsWith(Plain, StringComparison.OrdinalIgnoreCase);
            if (Matches(allowsPlain ? entry[Plain.Length..] : entry, uri.Host))
            {
                isKnown = true;
                if (allowsPlain || !isPlain)
                {
                    return;
                }
            }
        }

        throw new InteractorException(ErrorCode.AuthDenied, isKnown
            ? $"A request to '{uri.Host}' was refused, because it would not be encrypted (https)."
            : $"A request to '{uri.Host}' was refused, because it is not among the hosts that may see what the RestSharp client adds.");
    }

    private static bool Matches(string entry, string host) => entry.StartsWith("*.", StringComparison.Ordinal)
        ? host.Length > entry.Length - 1 && host.EndsWith(entry[1..], StringComparison.OrdinalIgnoreCase)
        : host.Equals(entry, StringComparison.OrdinalIgnoreCase);
}

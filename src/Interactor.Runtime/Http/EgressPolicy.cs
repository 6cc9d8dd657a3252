using System.Net;

namespace Interactor.Runtime.Http;

/// <summary>Says where a request may go. One that carries a credential goes only to the connector's egress hosts, and only over TLS.</summary>
internal sealed class EgressPolicy(IReadOnlyList<string> hosts, bool allowInsecureLoopback)
{
    // The last server that was found good: a connector has few, and a path below one cannot change its host.
    private string? _lastServer;

    /// <summary>Refuses a server's base URL that may not see a credential.</summary>
    public void CheckServer(string server)
    {
        if (!ReferenceEquals(_lastServer, server) && _lastServer != server)
        {
            if (!Uri.TryCreate(server, UriKind.Absolute, out Uri? uri) || !RequestUri.IsHttp(uri))
            {
                throw new InteractorException(ErrorCode.InputInvalid, "The URL of the server is not an absolute http or https URL.");
            }

            Check(uri);
            _lastServer = server;
        }
    }

    /// <summary>Refuses a URL that may not see a credential.</summary>
    /// <exception cref="InteractorException"><see cref="ErrorCode.AuthDenied"/>: the host is not listed, or the connection would not be encrypted.</exception>
    public void Check(Uri uri)
    {
        if (uri.UserInfo.Length > 0)
        {
            throw new InteractorException(ErrorCode.AuthDenied, "The URL of the request contains a user name or password, which is refused.");
        }

        if (AllowsInsecure(uri))
        {
            return;
        }

        if (uri.Scheme != Uri.UriSchemeHttps)
        {
            throw new InteractorException(ErrorCode.AuthDenied, $"A request with a credential to '{uri.Host}' was refused, because it would not be encrypted (https).");
        }

        if (!IsListed(uri.Host))
        {
            throw new InteractorException(
                ErrorCode.AuthDenied, $"A request with a credential to '{uri.Host}' was refused, because the connector does not list that host as egress.");
        }
    }

    /// <summary>Whether a URL may do without encryption and egress: this machine's own addresses, where the options say so.</summary>
    public bool AllowsInsecure(Uri uri) => allowInsecureLoopback && IsLoopback(uri);

    private static bool IsLoopback(Uri uri) =>
        uri.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(uri.Host, out IPAddress? address) && IPAddress.IsLoopback(address));

    private bool IsListed(string host)
    {
        foreach (string entry in hosts)
        {
            bool isMatch = entry.StartsWith("*.", StringComparison.Ordinal)
                ? host.Length > entry.Length - 1 && host.EndsWith(entry[1..], StringComparison.OrdinalIgnoreCase)
                : host.Equals(entry, StringComparison.OrdinalIgnoreCase);
            if (isMatch)
            {
                return true;
            }
        }

        return false;
    }
}

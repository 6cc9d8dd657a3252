using System.Net;

namespace Interactor.Runtime.Http;

/// <summary>Says where a request may go. One that carries a credential goes only to the connector's egress hosts, and only over TLS.</summary>
/// <param name="hosts">What the connector lists.</param>
/// <param name="variables">The variables whose values are hosts, or URLs of hosts, that the account's owner gives.</param>
/// <param name="networks">Which networks a host of the account may be in.</param>
/// <param name="allowInsecureLoopback">This machine's own addresses may do without.</param>
internal sealed class EgressPolicy(IReadOnlyList<string> hosts, IReadOnlyList<string> variables, NetworkPolicy networks, bool allowInsecureLoopback)
{
    // The last server that was found good: a connector has few, and a path below one cannot change its host.
    private string? _lastServer;

    /// <summary>Refuses a server's base URL that may not see a credential.</summary>
    /// <param name="values">Those of the account.</param>
    public void CheckServer(string server, VariableValues values)
    {
        if (!ReferenceEquals(_lastServer, server) && _lastServer != server)
        {
            if (!Uri.TryCreate(server, UriKind.Absolute, out Uri? uri) || !RequestUri.IsHttp(uri))
            {
                throw new InteractorException(ErrorCode.InputInvalid, "The URL of the server is not an absolute http or https URL.");
            }

            // What one account's owner gave says nothing about the next account.
            if (!Check(uri, values))
            {
                _lastServer = server;
            }
        }
    }

    /// <summary>Refuses a URL that may not see a credential.</summary>
    /// <param name="values">Those of the account.</param>
    /// <returns>Only this account may send it there.</returns>
    /// <exception cref="InteractorException"><see cref="ErrorCode.AuthDenied"/>: the host is not listed, or the connection would not be encrypted.</exception>
    public bool Check(Uri uri, VariableValues values)
    {
        if (uri.UserInfo.Length > 0)
        {
            throw new InteractorException(ErrorCode.AuthDenied, "The URL of the request contains a user name or password, which is refused.");
        }

        if (AllowsInsecure(uri))
        {
            return false;
        }

        if (uri.Scheme != Uri.UriSchemeHttps)
        {
            throw new InteractorException(ErrorCode.AuthDenied, $"A request with a credential to '{uri.Host}' was refused, because it would not be encrypted (https).");
        }

        bool isOfAccount = CheckAddress(uri);

        if (isOfAccount && !IsGiven(uri.Host, values))
        {
            throw new InteractorException(
                ErrorCode.AuthDenied, $"A request with a credential to '{uri.Host}' was refused, because the connector does not list that host as egress.");
        }

        return isOfAccount;
    }

    /// <summary>Refuses a URL of an action without a credential that leads to this machine or into a private network: an account, a caller or a provider may have given it.</summary>
    public void CheckUnlisted(Uri uri)
    {
        if (!AllowsInsecure(uri))
        {
            CheckAddress(uri);
        }
    }

    /// <summary>Refuses a URL that a provider gives for its next page, unless it leads to where the page came from or a credential may go there.</summary>
    /// <param name="page">Where the page came from.</param>
    /// <param name="target">Where it links to.</param>
    /// <param name="values">Those of the account.</param>
    /// <exception cref="InteractorException"><see cref="ErrorCode.AuthDenied"/>: it leads elsewhere.</exception>
    public void CheckLink(Uri page, Uri target, VariableValues values)
    {
        if (Uri.Compare(page, target, UriComponents.SchemeAndServer | UriComponents.UserInfo, UriFormat.UriEscaped, StringComparison.OrdinalIgnoreCase) != 0)
        {
            Check(target, values);
        }
    }

    /// <summary>Whether a redirect may lead to another host without anything of the request that it answers: to a listed one, or one of the account's, by https.</summary>
    public bool AllowsRedirect(Uri target, VariableValues values) =>
        target.UserInfo.Length == 0
        && target.Scheme == Uri.UriSchemeHttps
        && target.IsDefaultPort
        && (IsListed(target) || (IsGiven(target.Host, values) && AllowsAddress(target)));

    /// <summary>Whether a URL may do without encryption and egress: this machine's own addresses, where the options say so.</summary>
    public bool AllowsInsecure(Uri uri) => allowInsecureLoopback && IsLoopback(uri);

    // An author may list an address of this machine or of a private network; an account's owner may lead there where the operator allows it.
    private bool CheckAddress(Uri uri)
    {
        bool isOfAccount = !IsListed(uri);
        return !isOfAccount || AllowsAddress(uri)
            ? isOfAccount
            : throw new InteractorException(
                ErrorCode.AuthDenied,
                $"A request to '{uri.Host}' was refused, because that host is this machine, its own link or in a private network. "
                + "Where that is meant, whoever runs the connector lists the network in AllowedNetworks.");
    }

    // What is connected to is the host in ASCII, to which dots and digits of other scripts lead too (UTS 46).
    private bool AllowsAddress(Uri uri) => RequestUri.AsciiHostOf(uri) is { } host && networks.AllowsHost(host);

    private static bool IsLoopback(Uri uri) =>
        uri.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(uri.Host, out IPAddress? address) && IPAddress.IsLoopback(address));

    private bool IsGiven(string host, VariableValues values)
    {
        foreach (string variable in variables)
        {
            string? value = values.TextOrNull(variable);
            string? given = Uri.TryCreate(value, UriKind.Absolute, out Uri? url) && RequestUri.IsHttp(url) ? url.Host : value;
            if (host.Equals(given, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    // Below a listed domain there may be what no name is; nobody could send to it.
    private bool IsListed(Uri uri)
    {
        if (RequestUri.AsciiHostOf(uri) is null)
        {
            return false;
        }

        string host = uri.Host;
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

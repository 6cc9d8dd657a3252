using Interactor.Runtime.Security;
using Microsoft.Extensions.Logging;

namespace Interactor.Runtime;

/// <summary>What the user of a connector sets. The compiler derives a class for each connector, with a property for each of its variables.</summary>
/// <remarks>
/// An action acts for one connection: <see cref="Connection"/>, or the one in <see cref="CredentialStore"/> under <see cref="Account"/>, or, where a method
/// needs nothing but variables (an API key, a client's own credentials), one that is made of <see cref="Values"/>.
/// </remarks>
public class ConnectorOptions
{
    /// <summary>The account to act for: its key in <see cref="CredentialStore"/>. A call may name another one.</summary>
    public string? Account { get; set; }

    /// <summary>
    /// The connection to act for, where no store is used. Tokens that are refreshed live as long as the executor does;
    /// use a store where a refresh token has to survive the process.
    /// </summary>
    public Connection? Connection { get; set; }

    /// <summary>The values of the connector's variables by name.</summary>
    public IDictionary<string, string> Values { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>
    /// What sends the requests; null for one handler that all connectors share. A handler must not follow redirects itself,
    /// because it would carry credentials to hosts that the connector does not list.
    /// </summary>
    public HttpMessageHandler? HttpHandler { get; set; }

    /// <summary>Where the connections of accounts are kept.</summary>
    public ICredentialStore? CredentialStore { get; set; }

    /// <summary>The clock; null for the system's.</summary>
    public TimeProvider? TimeProvider { get; set; }

    /// <summary>Where logs go; null for nowhere.</summary>
    public ILoggerFactory? LoggerFactory { get; set; }

    /// <summary>Makes the UUIDs that expressions and idempotency keys use; null for random ones.</summary>
    public Func<string>? NewUuid { get; set; }

    /// <summary>What runs the connector's scripts, such as a <c>JavaScriptEngine</c> of the package <c>Interactor.Runtime.JavaScript</c>; null where it has none.</summary>
    public IScriptRunner? ScriptRunner { get; set; }

    /// <summary>Whether responses are also checked against every keyword of their schema, beyond the shape that reading needs.</summary>
    public bool ValidateResponses { get; set; }

    /// <summary>How many bytes the body of a response may have after decompression. 100 MiB unless set.</summary>
    public int MaxResponseBytes { get; set; } = 100 * 1024 * 1024;

    /// <summary>Whether the loopback addresses of this machine may be called, also without TLS and outside of the egress list. For development and tests.</summary>
    public bool AllowInsecureLoopback { get; set; }
}

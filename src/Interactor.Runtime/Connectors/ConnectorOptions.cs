using System.Net;
using System.Net.Security;
using Interactor.Runtime.Execution;
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

    /// <summary>
    /// Makes what sends the requests of accounts that prove themselves by a client certificate, one for each certificate; null for handlers of the library's own.
    /// Where <see cref="HttpHandler"/> is set, such accounts need it. It must not follow redirects itself either.
    /// </summary>
    public Func<SslStreamCertificateContext, HttpMessageHandler>? CertificateHandler { get; set; }

    /// <summary>Where the connections of accounts are kept.</summary>
    public ICredentialStore? CredentialStore { get; set; }

    /// <summary>The clock; null for the system's.</summary>
    public TimeProvider? TimeProvider { get; set; }

    /// <summary>Where logs go; null for nowhere.</summary>
    public ILoggerFactory? LoggerFactory { get; set; }

    /// <summary>
    /// Is told of each request to the provider when it ended: those of actions, each attempt by itself, and those for tokens. It is called where the call goes on,
    /// so it must be short; what it throws is logged and else ignored. For metrics and traces listen to OpenTelemetry instead.
    /// </summary>
    public Action<AttemptReport>? AttemptEnded { get; set; }

    /// <summary>Makes the UUIDs that expressions and idempotency keys use; null for random ones.</summary>
    public Func<string>? NewUuid { get; set; }

    /// <summary>What runs the connector's scripts, such as a <c>JavaScriptEngine</c> of the package <c>Interactor.Runtime.JavaScript</c>; null where it has none.</summary>
    public IScriptRunner? ScriptRunner { get; set; }

    /// <summary>Whether responses are also checked against every keyword of their schema, beyond the shape that reading needs.</summary>
    public bool ValidateResponses { get; set; }

    /// <summary>How many bytes the body of a response may have after decompression, unless it is read while it arrives. 100 MiB unless set.</summary>
    public int MaxResponseBytes { get; set; } = 100 * 1024 * 1024;

    /// <summary>How many bytes one line or event of a stream may have. 16 MiB unless set.</summary>
    public int MaxItemBytes { get; set; } = 16 * 1024 * 1024;

    /// <summary>
    /// How long a stream or a download may be silent while it is read, comments of an event stream being no silence; after that it ends with
    /// <see cref="ErrorCode.Timeout"/>. Five minutes unless set; <see cref="Timeout.InfiniteTimeSpan"/> removes the limit.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The time is zero, negative, or longer than a timer can run (about 49 days).</exception>
    public TimeSpan StreamIdleTimeout { get; set => field = TimerLimit.Check(value); } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// Networks that are not public and may be reached all the same, such as <c>10.20.0.0/16</c>: by names that resolve into them, and by hosts that accounts
    /// give. None unless whoever runs the connector lists them; a definition cannot. Encryption and the egress list hold there as anywhere. A handler of
    /// one's own resolves names by its own rules.
    /// </summary>
    public IList<IPNetwork> AllowedNetworks { get; } = [];

    /// <summary>Whether the loopback addresses of this machine may be called, also without TLS and outside of the egress list. For development and tests.</summary>
    public bool AllowInsecureLoopback { get; set; }
}

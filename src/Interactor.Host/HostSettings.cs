using System.Net;
using Interactor.Host.People;
using Interactor.Runtime;

namespace Interactor.Host;

/// <summary>What whoever runs a host decides.</summary>
public sealed class HostSettings
{
    /// <summary>The directory of the database, the key ring and all else that the host keeps.</summary>
    public required string DataDirectory { get; init; }

    /// <summary>The connection string of a PostgreSQL database; null for a SQLite file in <see cref="DataDirectory"/>.</summary>
    public string? Connection { get; init; }

    /// <summary>The directory of the key ring; null for <c>keys</c> in <see cref="DataDirectory"/>. Hosts that share a database share it.</summary>
    public string? KeyDirectory { get; init; }

    /// <summary>The address to listen at, such as <c>http://127.0.0.1:7070</c>; the port 0 takes one that is free.</summary>
    public string Url { get; init; } = "http://127.0.0.1:0";

    /// <summary>The address by which browsers reach the host, where it is another one than <see cref="Url"/>: behind a proxy, say.</summary>
    public Uri? PublicUrl { get; init; }

    /// <summary>Folders of definitions that are compiled when the host starts.</summary>
    public IReadOnlyList<string> DefinitionFolders { get; init; } = [];

    /// <summary>
    /// The folder of compiled connectors: packages (<c>.nupkg</c>), and folders of assemblies. Their code runs in the process of the host and may do whatever the host may.
    /// Null for <c>packages</c> in <see cref="DataDirectory"/>, where there is one.
    /// </summary>
    public string? PackageDirectory { get; init; }

    /// <summary>Connectors that were compiled into the application.</summary>
    public IReadOnlyList<ConnectorDescriptor> Connectors { get; init; } = [];

    /// <summary>The name of the organization that is made at first start: the owner of the connectors that it publishes.</summary>
    public string Organization { get; init; } = "interactor";

    /// <summary>
    /// Whether it is a development host: connectors whose values are not set are played by a sandbox, people may be sent back to this machine, and providers
    /// on this machine may be called without TLS.
    /// </summary>
    public bool IsDevelopment { get; init; }

    /// <summary>
    /// Whether connectors may have scripts in C#, in folders and in drafts. They run in the process of the host and do whatever it may do, so that everybody who may publish
    /// a draft may do so too. JavaScript needs no such trust.
    /// </summary>
    public bool AllowCSharpScripts { get; init; }

    /// <summary>Networks that are not public and may be reached all the same.</summary>
    public IReadOnlyList<IPNetwork> AllowedNetworks { get; init; } = [];

    /// <summary>How many bytes the body of a request may have. 10 MiB unless set.</summary>
    public long MaxRequestBytes { get; init; } = 10 * 1024 * 1024;

    /// <summary>How many characters the files of a draft may have together. 4 Mi unless set.</summary>
    public int MaxDefinitionCharacters { get; init; } = 4 * 1024 * 1024;

    /// <summary>How many bytes the bodies of all requests that are under way may have together; what goes beyond is told 503. 256 MiB unless set.</summary>
    public long MaxRequestBytesInFlight { get; init; } = 256 * 1024 * 1024;

    /// <summary>How many bytes an answer of a provider may have. 32 MiB unless set.</summary>
    public int MaxResponseBytes { get; init; } = 32 * 1024 * 1024;

    /// <summary>How long the records of executions are kept. 30 days unless set.</summary>
    public TimeSpan ExecutionRetention { get; init; } = TimeSpan.FromDays(30);

    /// <summary>How long repetitions of a call with an <c>Idempotency-Key</c> get the answer of the first. A day unless set.</summary>
    public TimeSpan IdempotencyWindow { get; init; } = TimeSpan.FromDays(1);

    /// <summary>How many calls of one account may be under way at a time; four times as many more wait. 64 unless set.</summary>
    public int MostCallsOfAccount { get; init; } = 64;

    /// <summary>How many calls of one connector in one environment may be under way at a time; four times as many more wait. 512 unless set.</summary>
    public int MostCallsOfConnector { get; init; } = 512;

    /// <summary>How long requests that are under way may take to end when the host stops. 30 seconds unless set.</summary>
    public TimeSpan ShutdownTime { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How many requests the key of each environment may make in a minute, at this host; null for any number.</summary>
    public int? RequestsPerMinute { get; init; }

    /// <summary>How many times in a minute one address may try to sign in or to use a link that is good once. 20 unless set.</summary>
    public int SignInsPerMinute { get; init; } = 20;

    /// <summary>How many pages of the connect flow one address may open in a minute. 300 unless set.</summary>
    public int PagesPerMinute { get; init; } = 300;

    /// <summary>Networks of proxies whose headers <c>X-Forwarded-For</c> and <c>X-Forwarded-Proto</c> are believed; none unless set.</summary>
    public IReadOnlyList<IPNetwork> TrustedProxies { get; init; } = [];

    /// <summary>The provider of OpenID Connect at which people may sign in; null for none.</summary>
    public OpenIdConnectSettings? OpenIdConnect { get; init; }

    /// <summary>Whether a start without an administrator makes a setup link, which ends the one before it. Yes unless set.</summary>
    public bool OffersSetup { get; init; } = true;

    /// <summary>The clock; null for the system's.</summary>
    public TimeProvider? TimeProvider { get; init; }
}

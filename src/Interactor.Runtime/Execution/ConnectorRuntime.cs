using System.Collections.Concurrent;
using System.Collections.Frozen;
using Interactor.Runtime.Http;
using Interactor.Runtime.Security;
using Interactor.Runtime.Telemetry;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Interactor.Runtime.Execution;

/// <summary>A connector with the options of its user: what every call and every flow of it shares.</summary>
internal sealed class ConnectorRuntime
{
    public const string LogCategory = "Interactor.Runtime";

    private readonly ConcurrentDictionary<RetryRules, RetryPolicy> _retries = new(ReferenceEqualityComparer.Instance);
    private readonly ServerGuard _servers = new();
    private readonly Func<string>? _newUuid;

    public ConnectorRuntime(ConnectorDescriptor connector, ConnectorOptions options)
    {
        ArgumentNullException.ThrowIfNull(connector);
        ArgumentNullException.ThrowIfNull(options);
        Connector = connector;
        Values = options.Values.ToFrozenDictionary(StringComparer.Ordinal);
        NetworkPolicy networks = new([.. options.AllowedNetworks, .. options.AllowInsecureLoopback ? NetworkPolicy.Loopback : []]);
        Invoker = SharedTransport.InvokerFor(options.HttpHandler, networks);
        Certificates = CertificateTransports.For(options, networks);
        Egress = new EgressPolicy(connector.Egress, connector.EgressVariables, networks, options.AllowInsecureLoopback);
        Time = options.TimeProvider ?? TimeProvider.System;
        Log = (ILogger?)options.LoggerFactory?.CreateLogger(LogCategory) ?? NullLogger.Instance;
        Attempts = new AttemptListener(options.AttemptEnded, connector.Address, Log);
        Store = options.CredentialStore;
        Scripts = options.ScriptRunner;
        ValidateResponses = options.ValidateResponses;
        MaxResponseBytes = options.MaxResponseBytes;
        MaxItemBytes = options.MaxItemBytes;
        StreamIdleTimeout = options.StreamIdleTimeout;
        _newUuid = options.NewUuid;
        Rates = new RateBudget(Time);
        Sender = new RequestSender(this);
        Tokens = new TokenKeeper(this);
    }

    public ConnectorDescriptor Connector { get; }

    /// <summary>The values of variables, as they were when the executor was made.</summary>
    public FrozenDictionary<string, string> Values { get; }

    /// <summary>Keeps values out that their variables do not allow.</summary>
    public VariableGuard Variables { get; } = new();

    /// <summary>What sends the requests that need no certificate.</summary>
    public HttpMessageInvoker Invoker { get; }

    private CertificateTransports Certificates { get; }

    public EgressPolicy Egress { get; }

    public TimeProvider Time { get; }

    public ILogger Log { get; }

    /// <summary>Who is told of requests that ended.</summary>
    public AttemptListener Attempts { get; }

    public ICredentialStore? Store { get; }

    public IScriptRunner? Scripts { get; }

    public bool ValidateResponses { get; }

    public int MaxResponseBytes { get; }

    public int MaxItemBytes { get; }

    public TimeSpan StreamIdleTimeout { get; }

    /// <summary>Which accounts have to wait.</summary>
    public RateBudget Rates { get; }

    public RequestSender Sender { get; }

    public TokenKeeper Tokens { get; }

    /// <summary>What sends a request: connections that present the account's certificate are its own, and carry nothing that goes without the credential.</summary>
    /// <exception cref="InteractorException"><see cref="ErrorCode.InputInvalid"/>: what the account has is no certificate with its key.</exception>
    public HttpMessageInvoker InvokerFor(ActionContext context) =>
        context.Session is { Method.Certificate: { } certificate } session && (session.AppliesCredential || context.Action is null)
            ? session.InvokerOver(Certificates, certificate, context)
            : Invoker;

    public string NewUuid() => _newUuid is null ? Guid.NewGuid().ToString() : _newUuid();

    public RetryPolicy RetryFor(RetryRules rules) =>
        _retries.GetOrAdd(rules, static (rules, runtime) => new RetryPolicy(rules, runtime), this);

    /// <summary>The base URL of a server; the connection's method may have its own.</summary>
    /// <exception cref="InteractorException"><see cref="ErrorCode.InputInvalid"/>: a value made it something else than a base URL.</exception>
    public string ServerUrl(string? name, ActionContext context)
    {
        ServerDescriptor? server = Find(context.Session.Method?.Servers, name) ?? Find(Connector.Servers, name);
        return server is null
            ? throw new InvalidOperationException($"The connector '{Connector.Address}' has no server '{name}'.")
            : _servers.Check(name, server.Url(context));
    }

    private static ServerDescriptor? Find(IReadOnlyList<ServerDescriptor>? servers, string? name)
    {
        for (int i = 0; i < (servers?.Count ?? 0); i++)
        {
            if (servers![i].Name == name)
            {
                return servers[i];
            }
        }

        return null;
    }
}

using System.Collections.Concurrent;
using System.Net;
using System.Runtime.CompilerServices;
using Interactor.Host.Executing;
using Interactor.Host.Workspace;
using Interactor.Runtime;
using Interactor.Runtime.Security;
using Interactor.Testing.Loading;
using Interactor.Testing.Sandbox;
using Microsoft.Extensions.Logging;

namespace Interactor.Host.Connectors;

/// <summary>Makes each connector ready for each environment, and keeps it so until the environment's configuration changes.</summary>
internal sealed class ConnectorSessions(HostSettings settings, CredentialStores stores, ConfigurationStore configurations, Sandboxes sandboxes, TimeProvider time, ILoggerFactory logs)
{
    /// <summary>For how many environments a connector is kept ready.</summary>
    public const int MostOfConnector = 1000;

    // By connector first, and weakly: what is not served any more takes its sessions with it.
    private readonly ConditionalWeakTable<HostedConnector, ConcurrentDictionary<string, Ready>> _ready = [];

    private readonly ExecutionLogs _logs = new(logs);

    /// <summary>The session of a connector in an environment.</summary>
    public ValueTask<ConnectorSession> OfAsync(HostEnvironment environment, HostedConnector connector, CancellationToken cancellationToken)
    {
        if (_ready.TryGetValue(connector, out ConcurrentDictionary<string, Ready>? sessions) && sessions.TryGetValue(environment.Id, out Ready? ready) && ready.Revision == environment.Revision)
        {
            ready.UsedAt = Environment.TickCount64;
            return new ValueTask<ConnectorSession>(ready.Session);
        }

        return MakeAsync(environment, connector, cancellationToken);
    }

    /// <summary>Whether a sandbox plays the provider: of a draft that is tried, and on a development host of what nobody configured or said to be live.</summary>
    public bool IsPlayed(HostedConnector connector, bool? isLive, bool hasValues) =>
        connector.Sandbox is not null && (connector.IsTrial || (settings.IsDevelopment && !(isLive ?? hasValues)));

    /// <summary>Forgets an environment that is gone.</summary>
    public void Forget(string environment)
    {
        foreach ((_, ConcurrentDictionary<string, Ready> sessions) in _ready)
        {
            sessions.TryRemove(environment, out _);
        }

        stores.Forget(environment);
    }

    private async ValueTask<ConnectorSession> MakeAsync(HostEnvironment environment, HostedConnector connector, CancellationToken cancellationToken)
    {
        ConnectorSession session = connector.IsTrial
            ? await TrialAsync(environment, connector, cancellationToken).ConfigureAwait(false)
            : await ServedAsync(environment, connector, cancellationToken).ConfigureAwait(false);
        ConcurrentDictionary<string, Ready> sessions = _ready.GetValue(connector, static _ => new ConcurrentDictionary<string, Ready>(StringComparer.Ordinal));
        if (sessions.Count >= MostOfConnector)
        {
            sessions.TryRemove(sessions.MinBy(static pair => pair.Value.UsedAt).Key, out _);
        }

        // Of two that made it at the same time one stays, because the sessions of an account share its refresh.
        return sessions.AddOrUpdate(
            environment.Id,
            static (_, made) => made,
            static (_, held, made) => held.Revision >= made.Revision ? held : made,
            new Ready(environment.Revision, session)).Session;
    }

    private async ValueTask<ConnectorSession> TrialAsync(HostEnvironment environment, HostedConnector connector, CancellationToken cancellationToken)
    {
        SandboxServer sandbox = await sandboxes.OfAsync(connector, cancellationToken).ConfigureAwait(false);
        return SessionOf(environment, connector, SandboxAccount.OptionsFor(sandbox, connector.Descriptor), new TrialAccounts(sandbox, connector.Descriptor), sandbox);
    }

    private async ValueTask<ConnectorSession> ServedAsync(HostEnvironment environment, HostedConnector connector, CancellationToken cancellationToken)
    {
        ConnectorConfiguration configuration = await configurations.GetAsync(environment.Id, connector.Address, cancellationToken).ConfigureAwait(false);
        SandboxServer? sandbox = !IsPlayed(connector, configuration.IsLive, configuration.Values.Count > 0) ? null : await sandboxes.OfAsync(connector, cancellationToken).ConfigureAwait(false);
        ConnectorOptions options = sandbox is null ? OptionsOf(configuration) : SandboxAccount.OptionsFor(sandbox, connector.Descriptor);
        return SessionOf(environment, connector, options, stores.Of(environment.Id, sandbox is not null), sandbox);
    }

    private ConnectorSession SessionOf(HostEnvironment environment, HostedConnector connector, ConnectorOptions options, ICredentialStore store, SandboxServer? sandbox)
    {
        options.CredentialStore = store;
        options.LoggerFactory = _logs;
        options.AttemptEnded = ExecutionScope.Add;
        options.MaxResponseBytes = settings.MaxResponseBytes;
        return new ConnectorSession(environment.Id, connector, options, sandbox);
    }

    private ConnectorOptions OptionsOf(ConnectorConfiguration configuration)
    {
        ConnectorOptions options = new() { TimeProvider = time, ScriptRunner = SharedScripts.Runner, AllowInsecureLoopback = settings.IsDevelopment };
        foreach ((string name, string value) in configuration.Values)
        {
            options.Values[name] = value;
        }

        foreach (IPNetwork network in settings.AllowedNetworks)
        {
            options.AllowedNetworks.Add(network);
        }

        return options;
    }

    private sealed class Ready(long revision, ConnectorSession session)
    {
        public long Revision { get; } = revision;

        public ConnectorSession Session { get; } = session;

        public long UsedAt { get; set; } = Environment.TickCount64;
    }
}

using System.Collections.Concurrent;
using System.Net;
using Interactor.Host.Secrets;
using Interactor.Host.Storage;
using Interactor.Host.Workspace;
using Interactor.Runtime;
using Interactor.Testing.Loading;
using Interactor.Testing.Sandbox;
using Microsoft.Extensions.Logging;

namespace Interactor.Host.Connectors;

/// <summary>Makes each connector ready for each environment, and keeps it so until the environment's configuration changes.</summary>
internal sealed class ConnectorSessions(HostSettings settings, Database database, Vault vault, KnownCredentials known, ConfigurationStore configurations, Sandboxes sandboxes, TimeProvider time, ILoggerFactory logs)
{
    private readonly ConcurrentDictionary<(string Environment, HostedConnector Connector), Ready> _ready = new();

    /// <summary>The session of a connector in an environment.</summary>
    public ValueTask<ConnectorSession> OfAsync(HostEnvironment environment, HostedConnector connector, CancellationToken cancellationToken) =>
        _ready.TryGetValue((environment.Id, connector), out Ready? ready) && ready.Revision == environment.Revision
            ? new ValueTask<ConnectorSession>(ready.Session)
            : MakeAsync(environment, connector, cancellationToken);

    /// <summary>Whether a sandbox plays the provider: on a development host, of what nobody configured or said to be live.</summary>
    public bool IsPlayed(HostedConnector connector, bool? isLive, bool hasValues) =>
        settings.IsDevelopment && connector.Sandbox is not null && !(isLive ?? hasValues);

    /// <summary>Forgets a connector that is no longer served.</summary>
    public void Forget(HostedConnector connector)
    {
        foreach ((string Environment, HostedConnector Connector) key in _ready.Keys.Where(key => ReferenceEquals(key.Connector, connector)))
        {
            _ready.TryRemove(key, out _);
        }
    }

    private async ValueTask<ConnectorSession> MakeAsync(HostEnvironment environment, HostedConnector connector, CancellationToken cancellationToken)
    {
        ConnectorConfiguration configuration = await configurations.GetAsync(environment.Id, connector.Address, cancellationToken).ConfigureAwait(false);
        SandboxServer? sandbox = !IsPlayed(connector, configuration.IsLive, configuration.Values.Count > 0) ? null : await sandboxes.OfAsync(connector, cancellationToken).ConfigureAwait(false);
        ConnectorOptions options = sandbox is null ? OptionsOf(configuration) : SandboxAccount.OptionsFor(sandbox, connector.Descriptor);
        options.CredentialStore = new DatabaseCredentialStore(database, vault, known, environment.Id, sandbox is null ? "live" : "sandbox", time);
        options.LoggerFactory = logs;
        options.MaxResponseBytes = settings.MaxResponseBytes;
        ConnectorSession session = new(environment.Id, connector, options, sandbox);

        // Of two that made it at the same time one stays, because the sessions of an account share its refresh.
        return _ready.AddOrUpdate(
            (environment.Id, connector),
            static (_, made) => made,
            static (_, held, made) => held.Revision >= made.Revision ? held : made,
            new Ready(environment.Revision, session)).Session;
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

    private sealed record Ready(long Revision, ConnectorSession Session);
}

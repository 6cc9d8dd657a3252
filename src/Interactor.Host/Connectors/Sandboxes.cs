using System.Runtime.CompilerServices;
using Interactor.Testing.Sandbox;

namespace Interactor.Host.Connectors;

/// <summary>The sandboxes of a development host: one for each connector that is played, started when it is first wanted.</summary>
internal sealed class Sandboxes(TimeProvider time) : IAsyncDisposable
{
    private readonly SemaphoreSlim _gate = new(1);
    private readonly ConditionalWeakTable<HostedConnector, SandboxServer> _servers = [];

    /// <summary>The server that plays a connector.</summary>
    public async ValueTask<SandboxServer> OfAsync(HostedConnector connector, CancellationToken cancellationToken)
    {
        if (_servers.TryGetValue(connector, out SandboxServer? running))
        {
            return running;
        }

        await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (!_servers.TryGetValue(connector, out running))
            {
                running = await SandboxServer.StartAsync([connector.Sandbox!], new SandboxOptions { TimeProvider = time }, cancellationToken).ConfigureAwait(false);
                _servers.Add(connector, running);
            }

            return running;
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Stops the server of a connector that is no longer served.</summary>
    public async ValueTask ForgetAsync(HostedConnector connector)
    {
        if (_servers.TryGetValue(connector, out SandboxServer? running) && _servers.Remove(connector))
        {
            await running.DisposeAsync().ConfigureAwait(false);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach ((_, SandboxServer server) in _servers)
        {
            await server.DisposeAsync().ConfigureAwait(false);
        }

        _gate.Dispose();
    }
}

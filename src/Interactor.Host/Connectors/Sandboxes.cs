using System.Runtime.CompilerServices;
using Interactor.Host.Api;
using Interactor.Host.Secrets;
using Interactor.Testing.Sandbox;

namespace Interactor.Host.Connectors;

/// <summary>The sandboxes of the host: one for each connector that is played, started when it is first wanted.</summary>
internal sealed class Sandboxes(SandboxKey key, TimeProvider time) : IAsyncDisposable
{
    private readonly SemaphoreSlim _gate = new(1);
    private readonly ConditionalWeakTable<HostedConnector, SandboxServer> _servers = [];
    private readonly ConditionalWeakTable<HostedConnector, object> _ended = [];

    /// <summary>How many run.</summary>
    public int Count => _servers.Count();

    /// <summary>The server that plays a connector.</summary>
    /// <exception cref="RefusalException">The connector was forgotten meanwhile.</exception>
    public async ValueTask<SandboxServer> OfAsync(HostedConnector connector, CancellationToken cancellationToken)
    {
        if (_servers.TryGetValue(connector, out SandboxServer? running))
        {
            return running;
        }

        await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (_ended.TryGetValue(connector, out _))
            {
                throw RefusalException.Conflict($"'{connector.Address}' was changed meanwhile. Try again.");
            }

            if (!_servers.TryGetValue(connector, out running))
            {
                running = await SandboxServer.StartAsync([connector.Sandbox!], new SandboxOptions { TimeProvider = time, TokenKey = key.Value }, cancellationToken).ConfigureAwait(false);
                _servers.Add(connector, running);
            }

            return running;
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Stops the server of a connector that is no longer served, and starts none for it again.</summary>
    public async ValueTask ForgetAsync(HostedConnector connector)
    {
        SandboxServer? running;
        await _gate.WaitAsync().ConfigureAwait(false);
        try
        {
            _ended.AddOrUpdate(connector, this);
            if (_servers.TryGetValue(connector, out running))
            {
                _servers.Remove(connector);
            }
        }
        finally
        {
            _gate.Release();
        }

        if (running is not null)
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

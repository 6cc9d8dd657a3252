using System.Collections.Concurrent;

namespace Interactor.Runtime.Security;

/// <summary>A store that lives as long as the process: for tests, and for programs whose tokens need not survive.</summary>
public sealed class InMemoryCredentialStore : ICredentialStore
{
    private readonly ConcurrentDictionary<ConnectionKey, Connection> _connections = new();
    private readonly ConcurrentDictionary<ConnectionKey, SemaphoreSlim> _leases = new();

    /// <inheritdoc/>
    public ValueTask<Connection?> GetAsync(ConnectionKey key, CancellationToken cancellationToken) =>
        new(_connections.TryGetValue(key, out Connection? connection) ? connection : null);

    /// <inheritdoc/>
    public ValueTask<bool> TryReplaceAsync(ConnectionKey key, Connection connection, long expectedGeneration, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(connection);
        if (expectedGeneration == 0)
        {
            return new(_connections.TryAdd(key, connection));
        }

        return new(_connections.TryGetValue(key, out Connection? held)
            && held.Generation == expectedGeneration
            && _connections.TryUpdate(key, connection, held));
    }

    /// <inheritdoc/>
    public ValueTask DeleteAsync(ConnectionKey key, CancellationToken cancellationToken)
    {
        _connections.TryRemove(key, out _);
        return default;
    }

    /// <inheritdoc/>
    public async ValueTask<IAsyncDisposable> LeaseAsync(ConnectionKey key, CancellationToken cancellationToken)
    {
        SemaphoreSlim turn = _leases.GetOrAdd(key, static _ => new SemaphoreSlim(1));
        await turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        return new Lease(turn);
    }

    /// <summary>Holds a connection in place of any other.</summary>
    internal void Put(ConnectionKey key, Connection connection) => _connections[key] = connection;

    /// <summary>Holds a connection unless one is held already.</summary>
    internal void Add(ConnectionKey key, Connection connection) => _connections.TryAdd(key, connection);

    private sealed class Lease(SemaphoreSlim turn) : IAsyncDisposable
    {
        private SemaphoreSlim? _turn = turn;

        public ValueTask DisposeAsync()
        {
            Interlocked.Exchange(ref _turn, null)?.Release();
            return default;
        }
    }
}

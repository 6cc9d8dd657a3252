using System.Collections.Concurrent;

namespace Interactor.Runtime.Security;

/// <summary>A store that lives as long as the process: for tests, and for programs whose tokens need not survive.</summary>
public sealed class InMemoryCredentialStore : ICredentialStore
{
    private readonly ConcurrentDictionary<ConnectionKey, Connection> _connections = new();

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

    /// <summary>Holds a connection in place of any other.</summary>
    internal void Put(ConnectionKey key, Connection connection) => _connections[key] = connection;

    /// <summary>Holds a connection unless one is held already.</summary>
    internal void Add(ConnectionKey key, Connection connection) => _connections.TryAdd(key, connection);
}

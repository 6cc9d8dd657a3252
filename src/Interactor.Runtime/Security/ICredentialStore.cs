namespace Interactor.Runtime.Security;

/// <summary>
/// Keeps the connections of accounts. A change is a compare-and-swap by generation, so that of two that refresh the same token exactly one wins
/// and nobody writes an older token over a newer one. An implementation keeps tokens and variables encrypted at rest.
/// </summary>
public interface ICredentialStore
{
    /// <summary>The connection of an account, or null where there is none.</summary>
    public ValueTask<Connection?> GetAsync(ConnectionKey key, CancellationToken cancellationToken);

    /// <summary>
    /// Replaces the connection if the one that is held has the expected generation. Zero expects that none is held.
    /// </summary>
    /// <returns>False, with nothing changed, where another generation or none is held.</returns>
    public ValueTask<bool> TryReplaceAsync(ConnectionKey key, Connection connection, long expectedGeneration, CancellationToken cancellationToken);

    /// <summary>Forgets the connection of an account; it is no error if there is none.</summary>
    public ValueTask DeleteAsync(ConnectionKey key, CancellationToken cancellationToken);

    /// <summary>
    /// Waits for the right to replace a token of the account at the provider, or to end its connection. Of all that share the store one has it at a time:
    /// providers withdraw a grant whose refresh token is used twice. It ends when it is disposed of, and also when its holder dies.
    /// </summary>
    public ValueTask<IAsyncDisposable> LeaseAsync(ConnectionKey key, CancellationToken cancellationToken);
}

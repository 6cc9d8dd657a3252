using Interactor.Runtime.Security;

namespace Interactor.Runtime.Tests.Fakes;

/// <summary>A store that breaks as a test wants it to.</summary>
public sealed class FailingStore(ICredentialStore inner) : ICredentialStore
{
    /// <summary>How many writes go well before the next ones break.</summary>
    public int WritesThatWork { get; set; }

    /// <summary>How many writes throw from then on.</summary>
    public int WritesThatThrow { get; set; }

    public bool RefusesWrites { get; set; }

    public bool ReadsThrow { get; set; }

    /// <summary>What reads give in place of what is held.</summary>
    public Connection? Stale { get; set; }

    public int Writes { get; private set; }

    public async ValueTask<Connection?> GetAsync(ConnectionKey key, CancellationToken cancellationToken) =>
        ReadsThrow ? throw new InvalidOperationException("The store is down.") : Stale ?? await inner.GetAsync(key, cancellationToken);

    public ValueTask<bool> TryReplaceAsync(ConnectionKey key, Connection connection, long expectedGeneration, CancellationToken cancellationToken)
    {
        Writes++;
        if (WritesThatWork > 0)
        {
            WritesThatWork--;
            return inner.TryReplaceAsync(key, connection, expectedGeneration, cancellationToken);
        }

        if (WritesThatThrow > 0)
        {
            WritesThatThrow--;
            throw new InvalidOperationException("The store is down.");
        }

        return RefusesWrites ? new(false) : inner.TryReplaceAsync(key, connection, expectedGeneration, cancellationToken);
    }

    public ValueTask DeleteAsync(ConnectionKey key, CancellationToken cancellationToken) => inner.DeleteAsync(key, cancellationToken);

    public ValueTask<IAsyncDisposable> LeaseAsync(ConnectionKey key, CancellationToken cancellationToken) => inner.LeaseAsync(key, cancellationToken);
}

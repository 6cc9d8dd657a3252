namespace Interactor.Host.Storage;

/// <summary>A right in PostgreSQL: a connection that holds a lock, its place among those that this process may have, and the right within this process.</summary>
internal sealed class PostgresLease(IAsyncDisposable connection, SemaphoreSlim places, IAsyncDisposable own) : IAsyncDisposable
{
    public async ValueTask DisposeAsync()
    {
        try
        {
            await connection.DisposeAsync().ConfigureAwait(false);
        }
        finally
        {
            places.Release();
            await own.DisposeAsync().ConfigureAwait(false);
        }
    }
}

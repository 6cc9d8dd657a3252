namespace Interactor.Host.Storage;

/// <summary>A right that is counted until it ends.</summary>
internal sealed class CountedLease(IAsyncDisposable held, OpenLeases open) : IAsyncDisposable
{
    private int _isOver;

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isOver, 1) != 0)
        {
            return;
        }

        try
        {
            await held.DisposeAsync().ConfigureAwait(false);
        }
        finally
        {
            open.End();
        }
    }
}

namespace Interactor.Host.Storage;

/// <summary>Rights that one holder in this process has at a time.</summary>
internal sealed class ProcessLeases
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Waiting> _held = new(StringComparer.Ordinal);

    public async ValueTask<IAsyncDisposable> TakeAsync(string name, CancellationToken cancellationToken)
    {
        Waiting waiting;
        lock (_gate)
        {
            waiting = _held.TryGetValue(name, out Waiting? held) ? held : _held[name] = new Waiting();
            waiting.Count++;
        }

        try
        {
            await waiting.Turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            Leave(name, waiting);
            throw;
        }

        return new Lease(this, name, waiting);
    }

    private void Leave(string name, Waiting waiting)
    {
        lock (_gate)
        {
            if (--waiting.Count == 0)
            {
                _held.Remove(name);
                waiting.Turn.Dispose();
            }
        }
    }

    private sealed class Waiting
    {
        public SemaphoreSlim Turn { get; } = new(1);

        public int Count { get; set; }
    }

    private sealed class Lease(ProcessLeases leases, string name, Waiting waiting) : IAsyncDisposable
    {
        private int _isOver;

        public ValueTask DisposeAsync()
        {
            if (Interlocked.Exchange(ref _isOver, 1) == 0)
            {
                waiting.Turn.Release();
                leases.Leave(name, waiting);
            }

            return ValueTask.CompletedTask;
        }
    }
}

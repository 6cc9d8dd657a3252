namespace Interactor.Runtime.Http;

/// <summary>The connections of one account that proves itself by a client certificate.</summary>
/// <param name="invoker">What sends its requests, and ends with the pool where it is disposed.</param>
/// <param name="isOwn">Whether the handler was made by this library, so that it ends with the pool too.</param>
/// <param name="time">The clock.</param>
internal sealed class CertificatePool(HttpMessageInvoker invoker, bool isOwn, TimeProvider time)
{
    private readonly Lock _lock = new();
    private long _lastUsed = time.GetTimestamp();
    private bool _isClosed;

    /// <summary>When it was last used, as a timestamp of the clock.</summary>
    public long LastUsed
    {
        get
        {
            lock (_lock)
            {
                return _lastUsed;
            }
        }
    }

    /// <summary>What sends a request now; null where the pool is closed, and another one has to be asked for.</summary>
    public HttpMessageInvoker? Use()
    {
        lock (_lock)
        {
            _lastUsed = time.GetTimestamp();
            return _isClosed ? null : invoker;
        }
    }

    /// <summary>Closes the pool where it was not used for a time. A request that is still under way keeps its connection until it ends.</summary>
    public bool TryClose(TimeSpan unused)
    {
        lock (_lock)
        {
            if (_isClosed || time.GetElapsedTime(_lastUsed) < unused)
            {
                return _isClosed;
            }

            _isClosed = true;
        }

        if (isOwn)
        {
            invoker.Dispose();
        }

        return true;
    }
}

using System.Collections.Concurrent;

namespace Interactor.Runtime.Http;

/// <summary>Keeps a few objects for the next use: one in a field, which is what a single caller meets, the rest in a bounded queue.</summary>
internal sealed class ObjectPool<T>(Func<T> create)
    where T : class
{
    // As many as calls are commonly under way at a time: those wait for providers, whatever the number of processors.
    private const int MaxQueued = 1024;

    private readonly ConcurrentQueue<T> _queue = new();
    private T? _first;
    private int _queued;

    public T Rent()
    {
        T? item = _first;
        if (item is not null && Interlocked.CompareExchange(ref _first, null, item) == item)
        {
            return item;
        }

        if (_queue.TryDequeue(out item))
        {
            Interlocked.Decrement(ref _queued);
            return item;
        }

        return create();
    }

    public void Return(T item)
    {
        if (_first is null && Interlocked.CompareExchange(ref _first, item, null) is null)
        {
            return;
        }

        if (Interlocked.Increment(ref _queued) <= MaxQueued)
        {
            _queue.Enqueue(item);
        }
        else
        {
            Interlocked.Decrement(ref _queued);
        }
    }
}

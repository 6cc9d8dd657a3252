using Interactor.Runtime.Http;

namespace Interactor.Runtime.Execution;

/// <summary>Cancels one attempt when its time is over or when the caller gives up. With the system's clock it is reused, so that an attempt allocates none.</summary>
internal sealed class Deadline
{
    private static readonly ObjectPool<Deadline> Pool = new(static () => new Deadline(new CancellationTokenSource(), isReusable: true));

    private readonly CancellationTokenSource _source;
    private readonly bool _isReusable;
    private CancellationTokenRegistration _caller;

    private Deadline(CancellationTokenSource source, bool isReusable)
    {
        _source = source;
        _isReusable = isReusable;
    }

    public CancellationToken Token => _source.Token;

    /// <summary>Starts the clock; null where there is no limit, and then the caller's own token does.</summary>
    public static Deadline? Start(TimeSpan timeout, TimeProvider time, CancellationToken caller)
    {
        if (timeout == Timeout.InfiniteTimeSpan)
        {
            return null;
        }

        Deadline deadline;
        if (ReferenceEquals(time, TimeProvider.System))
        {
            deadline = Pool.Rent();
            deadline._source.CancelAfter(timeout);
        }
        else
        {
            deadline = new Deadline(new CancellationTokenSource(timeout, time), isReusable: false);
        }

        if (caller.CanBeCanceled)
        {
            deadline._caller = caller.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), deadline._source);
        }

        return deadline;
    }

    /// <summary>Stops the clock.</summary>
    /// <param name="isQuiet">Whether nothing of the attempt can still be listening.</param>
    public void Stop(bool isQuiet)
    {
        _caller.Dispose();
        _caller = default;
        if (_isReusable && isQuiet && _source.TryReset())
        {
            Pool.Return(this);
        }
        else
        {
            _source.Dispose();
        }
    }
}

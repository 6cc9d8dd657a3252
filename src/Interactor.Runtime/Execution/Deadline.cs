using Interactor.Runtime.Http;

namespace Interactor.Runtime.Execution;

/// <summary>Cancels one attempt when its time is over or when the caller gives up. With the system's clock it is reused, so that an attempt allocates none.</summary>
internal sealed class Deadline
{
    private static readonly ObjectPool<Deadline> Pool = new(static () => new Deadline(new CancellationTokenSource(), isReusable: true));

    private readonly CancellationTokenSource _source;
    private readonly bool _isReusable;
    private CancellationTokenRegistration _registration;
    private CancellationToken _caller;
    private TimeSpan _timeout;
    private bool _isRunning;

    private Deadline(CancellationTokenSource source, bool isReusable)
    {
        _source = source;
        _isReusable = isReusable;
    }

    public CancellationToken Token => _source.Token;

    /// <summary>A deadline whose clock does not run yet; null where there is no limit, and then the caller's own token does.</summary>
    public static Deadline? Rent(TimeSpan timeout, TimeProvider time, CancellationToken caller)
    {
        if (timeout == Timeout.InfiniteTimeSpan)
        {
            return null;
        }

        Deadline deadline = ReferenceEquals(time, TimeProvider.System)
            ? Pool.Rent()
            : new Deadline(new CancellationTokenSource(timeout, time), isReusable: false);
        deadline._timeout = timeout;
        deadline._caller = caller;
        return deadline;
    }

    /// <summary>Starts the clock before a wait. Work that is complete already needs none, and a timer is dear beside it.</summary>
    public void Run()
    {
        if (_isRunning)
        {
            return;
        }

        _isRunning = true;
        if (_isReusable)
        {
            _source.CancelAfter(_timeout);
        }

        if (_caller.CanBeCanceled)
        {
            _registration = _caller.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), _source);
        }
    }

    /// <summary>Stops the clock.</summary>
    /// <param name="isQuiet">Whether nothing of the attempt can still be listening.</param>
    public void Stop(bool isQuiet)
    {
        if (_isRunning)
        {
            _registration.Dispose();
            _registration = default;
            _isRunning = false;
        }

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

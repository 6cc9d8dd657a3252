using Interactor.Runtime.Http;

namespace Interactor.Runtime.Execution;

/// <summary>Says when the next request about a job is made, and ends everything when the job's time is over.</summary>
internal sealed class JobClock : IDisposable
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly TimeSpan _every;
    private readonly TimeSpan _deadline;
    private readonly ActionContext _context;
    private readonly CancellationTokenSource _late;
    private readonly CancellationTokenSource _end;
    private TimeSpan _waited;

    public JobClock(TimeSpan every, TimeSpan deadline, ActionContext context)
    {
        _every = every;
        _deadline = deadline;
        _context = context;
        _late = new CancellationTokenSource(deadline, context.Runtime.Time);
        _end = CancellationTokenSource.CreateLinkedTokenSource(_late.Token, context.CancellationToken);
    }

    /// <summary>The context of one more request.</summary>
    public ActionContext NewContext() => _context.ForStep(_end.Token);

    /// <summary>Waits as long as an answer asks for, or as the definition says. Less than a second is asked for by nobody who means it.</summary>
    /// <exception cref="InteractorException"><see cref="ErrorCode.Timeout"/>: the wait would end after the job's time.</exception>
    public Task WaitAsync(ResponseHeaders headers)
    {
        TimeProvider time = _context.Runtime.Time;
        TimeSpan wait = RetryAfterHeader.Read(headers, other: null, time.GetUtcNow()) is not { } asked ? _every
            : asked >= Second ? asked
            : _every < Second ? _every
            : Second;
        if (wait > _deadline - _waited)
        {
            throw Late(null);
        }

        _waited += wait;
        return Task.Delay(wait, time, _end.Token);
    }

    /// <summary>The failure of a job whose time is over.</summary>
    public InteractorException Late(Exception? cause) =>
        new(ErrorCode.Timeout, $"The job that the provider began was not done within {_deadline.TotalSeconds:0.###} seconds. It may still go on there.", cause);

    public void Dispose()
    {
        _end.Dispose();
        _late.Dispose();
    }
}

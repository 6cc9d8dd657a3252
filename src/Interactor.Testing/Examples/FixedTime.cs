namespace Interactor.Testing.Examples;

/// <summary>
/// A clock that stands still. What waits for it goes on at once, so that a test of a retry takes no time; what it would cut off is never cut off,
/// because the script answers every request at once.
/// </summary>
internal sealed class FixedTime(DateTimeOffset now) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => now;

    public override long GetTimestamp() => now.Ticks;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        // A source of cancellation asks for a deadline, anything else for a wait.
        bool isWait = state is not CancellationTokenSource && dueTime != Timeout.InfiniteTimeSpan;
        return System.CreateTimer(callback, state, isWait ? TimeSpan.Zero : Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }
}

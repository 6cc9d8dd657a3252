namespace Interactor.Runtime.Execution;

/// <summary>Which times a limit may have.</summary>
internal static class TimerLimit
{
    // The longest that a timer of .NET runs.
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(uint.MaxValue - 1);

    /// <summary>A time that is more than zero and that a timer can run, or is infinite.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is another one.</exception>
    public static TimeSpan Check(TimeSpan time)
    {
        if (time != Timeout.InfiniteTimeSpan)
        {
            ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(time, TimeSpan.Zero, "value");
            ArgumentOutOfRangeException.ThrowIfGreaterThan(time, Longest, "value");
        }

        return time;
    }
}

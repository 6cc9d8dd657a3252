namespace Interactor.Runtime.Tests.Fakes;

/// <summary>A clock that only moves when a test moves it.</summary>
public sealed class FakeClock : TimeProvider
{
    private readonly Lock _lock = new();
    private readonly List<FakeTimer> _timers = [];
    private DateTimeOffset _now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    /// <summary>How long the clock was moved for timers to fire.</summary>
    public List<TimeSpan> Waits { get; } = [];

    public override DateTimeOffset GetUtcNow() => _now;

    public override long GetTimestamp() => _now.Ticks;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        FakeTimer timer = new(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    public void Advance(TimeSpan by)
    {
        List<FakeTimer> due;
        lock (_lock)
        {
            _now += by;
            due = [.. _timers.Where(timer => timer.Due <= _now)];
            _timers.RemoveAll(due.Contains);
        }

        due.ForEach(static timer => timer.Fire());
    }

    /// <summary>Moves the clock from timer to timer until the work is done, whenever the work does nothing but wait.</summary>
    public async Task<T> RunAsync<T>(Task<T> work)
    {
        // Work on other threads has as many turns before it counts as waiting; otherwise a busy machine would look like a slow provider.
        const int Turns = 20;
        int quiet = 0;
        DateTimeOffset? last = null;
        while (!work.IsCompleted)
        {
            DateTimeOffset? next;
            lock (_lock)
            {
                next = _timers.Count == 0 ? null : _timers.Min(static timer => timer.Due);
            }

            quiet = next == last ? quiet + 1 : 0;
            last = next;
            if (next is { } due && quiet >= Turns)
            {
                quiet = 0;
                Waits.Add(due - _now);
                Advance(due - _now);
            }

            await Task.Delay(1);
        }

        return await work;
    }

    private sealed class FakeTimer(FakeClock clock, TimerCallback callback, object? state) : ITimer
    {
        public DateTimeOffset Due { get; private set; }

        public void Fire() => callback(state);

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock._lock)
            {
                clock._timers.Remove(this);
                if (dueTime >= TimeSpan.Zero)
                {
                    Due = clock._now + dueTime;
                    clock._timers.Add(this);
                }
            }

            return true;
        }

        public void Dispose() => Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return default;
        }
    }
}

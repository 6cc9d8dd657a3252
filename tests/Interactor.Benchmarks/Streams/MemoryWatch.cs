using System.Diagnostics;

namespace Interactor.Benchmarks.Streams;

/// <summary>Looks at the memory of this process every few milliseconds.</summary>
internal sealed class MemoryWatch : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(20);

    private readonly CancellationTokenSource _stop = new();
    private readonly long _heapBefore;
    private readonly long _workingSetBefore;
    private long _workingSetPeak;
    private Task _watching = Task.CompletedTask;

    private MemoryWatch()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        _heapBefore = GC.GetTotalMemory(forceFullCollection: true);
        HeapPeak = _heapBefore;
        _workingSetBefore = WorkingSet();
        _workingSetPeak = _workingSetBefore;
    }

    /// <summary>The largest heap that was seen, garbage included.</summary>
    public long HeapPeak { get; private set; }

    public long HeapGrowth => HeapPeak - _heapBefore;

    public long WorkingSetGrowth => _workingSetPeak - _workingSetBefore;

    public static MemoryWatch Start()
    {
        MemoryWatch watch = new();
        watch._watching = Task.Run(watch.WatchAsync);
        return watch;
    }

    public async Task StopAsync()
    {
        await _stop.CancelAsync();
        await _watching;
    }

    public void Dispose() => _stop.Dispose();

    private async Task WatchAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            HeapPeak = Math.Max(HeapPeak, GC.GetTotalMemory(forceFullCollection: false));
            _workingSetPeak = Math.Max(_workingSetPeak, WorkingSet());
            await Task.Delay(Interval, _stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static long WorkingSet()
    {
        using Process process = Process.GetCurrentProcess();
        return process.WorkingSet64;
    }
}

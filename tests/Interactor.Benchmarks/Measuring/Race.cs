using System.Diagnostics;

namespace Interactor.Benchmarks.Measuring;

/// <summary>
/// Lets contenders take turns, so that a machine that slows down slows all of them, and prints the median of each one's rounds
/// beside the first one's.
/// </summary>
internal static class Race
{
    // Long enough for the just-in-time compiler to have settled every contender, on a busy machine too.
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(2);

    public static async Task RunAsync(IReadOnlyList<Contender> contenders, int rounds, int calls)
    {
        List<double>[] times = [.. contenders.Select(_ => new List<double>())];
        List<double>[] bytes = [.. contenders.Select(_ => new List<double>())];
        foreach (Contender contender in contenders)
        {
            await WarmAsync(contender.Call, calls);
        }

        for (int round = 0; round < rounds; round++)
        {
            for (int i = 0; i < contenders.Count; i++)
            {
                (double nanoseconds, double allocated) = await MeasureAsync(contenders[i].Call, calls);
                times[i].Add(nanoseconds);
                bytes[i].Add(allocated);
            }
        }

        Console.WriteLine($"{"",-44} {"ns/call",10} {"ratio",7} {"bytes/call",11} {"ratio",7}");
        for (int i = 0; i < contenders.Count; i++)
        {
            double time = Median(times[i]);
            double memory = Median(bytes[i]);
            double timeRatio = Median([.. times[i].Zip(times[0], (mine, first) => mine / first)]);
            Console.WriteLine($"{contenders[i].Name,-44} {time,10:F0} {timeRatio,7:F2} {memory,11:F0} {memory / Median(bytes[0]),7:F2}");
        }
    }

    private static async Task WarmAsync(Func<Task> call, int calls)
    {
        long start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start) < WarmUp)
        {
            await MeasureAsync(call, calls);

            // Leaves the processor to the compiler's background thread.
            await Task.Delay(TimeSpan.FromMilliseconds(50));
        }
    }

    private static async Task<(double Nanoseconds, double Bytes)> MeasureAsync(Func<Task> call, int calls)
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        long before = GC.GetTotalAllocatedBytes(precise: true);
        long start = Stopwatch.GetTimestamp();
        for (int i = 0; i < calls; i++)
        {
            await call();
        }

        TimeSpan elapsed = Stopwatch.GetElapsedTime(start);
        long after = GC.GetTotalAllocatedBytes(precise: true);
        return (elapsed.TotalNanoseconds / calls, (after - before) / (double)calls);
    }

    private static double Median(IReadOnlyList<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }
}

using Interactor.Benchmarks.Measuring;

namespace Interactor.Benchmarks.Calls;

/// <summary>The same call by every contender: through a provider in memory, over a socket of this machine, and a thousand at a time.</summary>
internal static class CallBenchmark
{
    private const int Parallel = 1000;

    public static async Task RunAsync(int rounds, int calls)
    {
        Contenders inMemory = new(new InMemoryProvider());
        Console.WriteLine("In memory: POST with a JSON body of three members, an answer of ten");
        await Race.RunAsync(inMemory.Posts, rounds, calls);
        Console.WriteLine();
        Console.WriteLine("In memory: GET, the same answer");
        await Race.RunAsync(inMemory.Gets, rounds, calls);

        await using LoopbackProvider provider = await LoopbackProvider.StartAsync();
        Contenders loopback = new(provider.Handler());
        Console.WriteLine();
        Console.WriteLine("Loopback: GET, one at a time");
        await Race.RunAsync(loopback.Gets, rounds, Math.Max(1, calls / 10));
        Console.WriteLine();
        Console.WriteLine($"Loopback: {Parallel} GETs at a time; a call is all of them");
        await Race.RunAsync([.. loopback.Gets.Select(AtOnce)], rounds, Math.Max(1, calls / Parallel));
    }

    private static Contender AtOnce(Contender one) => one with { Call = () => Task.WhenAll(Enumerable.Range(0, Parallel).Select(_ => Task.Run(one.Call))) };
}

namespace Interactor.Benchmarks.Hosting;

/// <summary>How many executions a second the host carries beside an endpoint that forwards the same call by hand, and what it needs in memory.</summary>
internal static class HostBenchmark
{
    // Until the runtime has compiled what is hot: seconds of load on each server that are not counted.
    private const int WarmUp = 15;

    public static async Task RunAsync(int seconds, int connections, int rounds)
    {
        DirectoryInfo directory = Directory.CreateTempSubdirectory("interactor-bench-");
        try
        {
            await using ServerProcess upstream = await ServerProcess.StartAsync("upstream");
            await using ServerProcess bare = await ServerProcess.StartAsync("bare", upstream.Said[0]);
            await using ServerProcess host = await ServerProcess.StartAsync("host", upstream.Said[0], directory.FullName);
            string execute = $"{host.Said[0]}/api/v1/connector/ledger/action/entry.create/execute?account=ann";
            await Wrk.PostAsync(bare.Said[0], null, WarmUp, connections);
            await Wrk.PostAsync(execute, host.Said[1], WarmUp, connections);

            Console.WriteLine($"{"round",5} {"bare req/s",12} {"p99 ms",8} {"host req/s",12} {"p99 ms",8} {"failed",7} {"ratio",6} {"host MB",8}");
            List<double> ratios = [];
            for (int round = 1; round <= rounds; round++)
            {
                (double bareRate, double bareP99, _) = await Wrk.PostAsync(bare.Said[0], null, seconds, connections);
                (double hostRate, double hostP99, long failed) = await Wrk.PostAsync(execute, host.Said[1], seconds, connections);
                ratios.Add(hostRate / bareRate);
                Console.WriteLine($"{round,5} {bareRate,12:F0} {bareP99,8:F2} {hostRate,12:F0} {hostP99,8:F2} {failed,7} {ratios[^1],6:F2} {host.WorkingSet,8:F0}");
            }

            ratios.Sort();
            Console.WriteLine($"median ratio {ratios[ratios.Count / 2]:F2}");
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }
}

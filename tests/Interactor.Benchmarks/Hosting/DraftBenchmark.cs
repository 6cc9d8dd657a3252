using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Runtime.Loader;
using System.Text.Json;
using Interactor.Benchmarks.Generation;
using Interactor.Host;

namespace Interactor.Benchmarks.Hosting;

/// <summary>How long somebody waits who edits a draft and tries it, and what a host holds after many such rounds.</summary>
internal static class DraftBenchmark
{
    private const string Draft = "/api/v1/manage/drafts/bench/service0";

    public static async Task RunAsync(int rounds, int actions)
    {
        DirectoryInfo directory = Directory.CreateTempSubdirectory("interactor-bench-");
        try
        {
            HostApplication host = await HostApplication.StartAsync(new HostSettings { DataDirectory = directory.FullName, Organization = "bench", IsDevelopment = true });
            await using (host)
            {
                using HttpClient http = new() { BaseAddress = host.Url, DefaultRequestHeaders = { { "x-api-key", host.FirstKey! } } };
                List<double> seconds = [];
                Console.WriteLine($"{"round",6} {"edit and try, s",16} {"heap MB",9} {"working set MB",15} {"load contexts",14}");
                for (int round = 0; round < rounds; round++)
                {
                    seconds.Add(await EditAsync(http, round, actions));
                    if (round == 0 || (round + 1) % Math.Max(1, rounds / 5) == 0)
                    {
                        Show(round + 1, seconds[^1]);
                    }
                }

                // The first rounds warm up the compilers.
                double[] warm = [.. seconds.Skip(Math.Min(5, rounds - 1)).Order()];
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture, $"{actions} actions: first {seconds[0]:F2} s, warm median {warm[warm.Length / 2]:F2} s, slowest {warm[^1]:F2} s"));
            }
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    private static async Task<double> EditAsync(HttpClient http, int round, int actions)
    {
        string definition = DefinitionText.Connector(0, actions, $"Round {round}.").GetText().ToString();
        long start = Stopwatch.GetTimestamp();
        using HttpResponseMessage written = await http.PatchAsJsonAsync(Draft, new { revision = round, files = new Dictionary<string, string> { ["connector.yaml"] = definition } });
        written.EnsureSuccessStatusCode();
        using HttpResponseMessage tried = await http.PostAsJsonAsync($"{Draft}/action/item.do1/execute?account=ann", new { id = 1, name = "x" });
        JsonElement answer = await tried.Content.ReadFromJsonAsync<JsonElement>();
        return tried.IsSuccessStatusCode ? Stopwatch.GetElapsedTime(start).TotalSeconds : throw new InvalidOperationException(answer.GetRawText());
    }

    private static void Show(int round, double seconds)
    {
        for (int i = 0; i < 3; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        using Process process = Process.GetCurrentProcess();
        const double Megabyte = 1024 * 1024;
        int contexts = AssemblyLoadContext.All.Count(static context => context.IsCollectible);
        Console.WriteLine($"{round,6} {seconds,16:F2} {GC.GetTotalMemory(forceFullCollection: true) / Megabyte,9:F0} {process.WorkingSet64 / Megabyte,15:F0} {contexts,14}");
    }
}

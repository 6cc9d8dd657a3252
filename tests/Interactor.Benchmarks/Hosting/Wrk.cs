using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Interactor.Benchmarks.Hosting;

/// <summary>Load by <c>wrk</c>, which has to be on the machine.</summary>
internal static partial class Wrk
{
    public const string Body = """{"amount":12.5,"note":"Lunch with the team","tags":["food","team"]}""";

    /// <summary>Posts for a time.</summary>
    /// <returns>Requests a second, the 99th percentile of their time in milliseconds, and how many failed.</returns>
    public static async Task<(double Rate, double P99, long Failed)> PostAsync(string url, string? key, int seconds, int connections)
    {
        string script = Path.GetTempFileName();
        await File.WriteAllTextAsync(script, $"wrk.method='POST'\nwrk.body='{Body}'\nwrk.headers['Content-Type']='application/json'\n{(key is null ? "" : $"wrk.headers['x-api-key']='{key}'\n")}");
        ProcessStartInfo start = new("wrk", ["-t1", $"-c{connections.ToString(CultureInfo.InvariantCulture)}", $"-d{seconds.ToString(CultureInfo.InvariantCulture)}s", "--latency", "-s", script, url]) { RedirectStandardOutput = true };
        using Process process = Process.Start(start) ?? throw new InvalidOperationException("wrk did not start.");
        string said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        File.Delete(script);
        return (Number(Rate().Match(said).Groups[1].Value), Milliseconds(P99().Match(said)), (long)Number(NotGood().Match(said).Groups[1].Value));
    }

    private static double Milliseconds(Match match) => Number(match.Groups[1].Value) * match.Groups[2].Value switch
    {
        "us" => 0.001,
        "ms" => 1,
        _ => 1000,
    };

    private static double Number(string text) => text.Length == 0 ? 0 : double.Parse(text, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"Requests/sec:\s+([\d.]+)")]
    private static partial Regex Rate();

    [GeneratedRegex(@"99%\s+([\d.]+)(us|ms|s)")]
    private static partial Regex P99();

    [GeneratedRegex(@"Non-2xx or 3xx responses: (\d+)")]
    private static partial Regex NotGood();
}

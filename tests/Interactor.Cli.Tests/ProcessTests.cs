using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Interactor.Cli.Tests;

/// <summary>The tool as a process of its own: what a person starts.</summary>
public sealed class ProcessTests
{
    private static readonly string Tool = Path.Combine(AppContext.BaseDirectory, "interactor.dll");

    [Fact]
    public async Task Output_is_utf_8_and_a_call_is_quick()
    {
        using Workspace work = new();
        string[] arguments = ["run", work.Shop, "order.get", "--sandbox", "--input", "{\"id\":\"o1\"}"];
        using Process process = Start(arguments);
        string output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        string error = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal((0, ""), (process.ExitCode, error));
        Assert.Contains("Zoë <3 & 日本", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sandbox_runs_until_it_is_interrupted()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no signal that one process sends to another.");
        using Workspace work = new();
        using Process process = Start("sandbox", work.Shop);
        string? first = await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
        Assert.StartsWith("Listening on http://127.0.0.1:", first, StringComparison.Ordinal);
        using HttpClient client = new();
        string status = await client.GetStringAsync(new Uri(first!["Listening on ".Length..] + "/status"), TestContext.Current.CancellationToken);
        Assert.Equal("""{"up":false}""", status);

        using Process kill = Process.Start("kill", ["-INT", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(130, process.ExitCode);
        Assert.DoesNotContain("   at ", await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_in_use_ends_with_1()
    {
        using Workspace work = new();
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        string port = ((IPEndPoint)listener.LocalEndpoint).Port.ToString(System.Globalization.CultureInfo.InvariantCulture);
        CommandRun run = await CommandRun.OfAsync("sandbox", work.Shop, "--port", port);
        Assert.Equal(1, run.ExitCode);
        Assert.Contains($"The port {port} of 127.0.0.1 is in use.", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sandbox_shows_its_routes_and_a_request_that_works()
    {
        using Workspace work = new();
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        stop.CancelAfter(TimeSpan.FromSeconds(3));
        CommandRun run = await CommandRun.OfAsync(["sandbox", work.Shop], "", [], stop.Token);
        Assert.Equal(130, run.ExitCode);
        Assert.Contains("GET /{region}/orders/{id}", run.Out, StringComparison.Ordinal);
        Assert.Matches(@"curl -H 'Authorization: Bearer sandbox-token' 'http://127\.0\.0\.1:\d+/eu/orders/o1'", run.Out);
    }

    private static Process Start(params string[] arguments) =>
        Process.Start(new ProcessStartInfo("dotnet", [Tool, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = System.Text.Encoding.UTF8,
            StandardErrorEncoding = System.Text.Encoding.UTF8,
        })!;
}

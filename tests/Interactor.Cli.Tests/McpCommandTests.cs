using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Interactor.Host;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace Interactor.Cli.Tests;

/// <summary>The command that desktop clients start, with the client of the protocol's own package.</summary>
public sealed class McpCommandTests
{
    private static readonly string Tool = Path.Combine(AppContext.BaseDirectory, "interactor.dll");

    [Fact]
    public async Task A_client_that_starts_the_command_has_the_actions_as_tools()
    {
        using Workspace work = new();
        List<string> errors = [];
        await using (McpClient client = await StartAsync(work, errors, [], "mcp", work.Shop, "--data", work.In("data"), "--effect", "read"))
        {
            IList<McpClientTool> tools = await client.ListToolsAsync(cancellationToken: TestContext.Current.CancellationToken);
            Assert.Equal(["tests--shop_order_get", "tests--shop_order_list", "tests--shop_status_get"], tools.Select(static tool => tool.Name));
            CallToolResult status = await CallAsync(client, "tests--shop_status_get");
            Assert.Equal("""{"output":{"up":false}}""", status.StructuredContent!.Value.GetRawText());
            Assert.True((await CallAsync(client, "tests--shop_order_get", ("id", "o1"), ("account", "nobody"))).IsError);
        }

        Assert.Contains(errors, static line => line.StartsWith("Listening on http://127.0.0.1:", StringComparison.Ordinal));
        Assert.DoesNotContain(errors, static line => line.Contains("ik_", StringComparison.Ordinal));
        CommandRun backup = await CommandRun.OfAsync("host", "backup", "--data", work.In("data"), "--output", work.In("b.zip"));
        Assert.Equal(0, backup.ExitCode);
    }

    [Fact]
    public async Task A_client_is_led_to_a_host_that_runs()
    {
        using Workspace work = new();
        await using HostApplication host = await HostApplication.StartAsync(
            new HostSettings { DataDirectory = work.In("data"), DefinitionFolders = [work.Shop], IsDevelopment = true }, cancellationToken: TestContext.Current.CancellationToken);
        await using McpClient client = await StartAsync(
            work, [], new Dictionary<string, string?> { ["INTERACTOR_HOST_KEY"] = host.FirstKey }, "mcp", "--url", host.Url.ToString(), "--connector", "shop", "--account", "ann");

        IList<McpClientTool> tools = await client.ListToolsAsync(cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(["connect-account", "tests--shop_order_get", "tests--shop_order_list", "tests--shop_status_get"], tools.Select(static tool => tool.Name));
        Assert.All(tools, static tool => Assert.False(tool.JsonSchema.GetProperty("properties").TryGetProperty("account", out _)));
        Assert.Equal("""{"output":{"up":false}}""", (await CallAsync(client, "tests--shop_status_get")).StructuredContent!.Value.GetRawText());
        CallToolResult refused = await CallAsync(client, "tests--shop_order_get", ("id", "o1"));
        Assert.Equal((true, "auth_denied"), (refused.IsError, refused.StructuredContent!.Value.GetProperty("code").GetString()));
    }

    [Fact]
    public async Task It_ends_when_it_is_told_to_although_its_client_stays()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no signal that one process sends to another.");
        using Workspace work = new();
        using Process process = Process.Start(new ProcessStartInfo("dotnet", [Tool, "mcp", work.Shop, "--data", work.In("data")]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true })!;
        for (string? line = ""; line?.StartsWith("Listening", StringComparison.Ordinal) != true;)
        {
            line = await process.StandardError.ReadLineAsync(TestContext.Current.CancellationToken);
        }

        using Process kill = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(143, process.ExitCode);
        Assert.Equal("", await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task What_cannot_be_served_is_said()
    {
        using Workspace work = new();
        CommandRun run = await CommandRun.OfAsync("mcp", "--url", "http://127.0.0.1:1");
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("INTERACTOR_HOST_KEY", run.Error, StringComparison.Ordinal);
        run = await CommandRun.OfAsync(["mcp", "--url", "http://127.0.0.1:1"], "", new() { ["INTERACTOR_HOST_KEY"] = "ik_canary" });
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("http://127.0.0.1:1/mcp does not answer as a host", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", run.Error, StringComparison.Ordinal);
        Assert.Equal(2, (await CommandRun.OfAsync("mcp", "--url", "http://127.0.0.1:1", "--data", "x")).ExitCode);
        run = await CommandRun.OfAsync("mcp", work.Shop, "--data", work.In("data"), "--environment", "Nowhere");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("There is no environment 'Nowhere'. There are: Development of interactor, Testing of interactor, Production of interactor.", run.Error, StringComparison.Ordinal);
        Assert.Contains("There is no connector 'lost'.", (await CommandRun.OfAsync("mcp", work.Shop, "--data", work.In("data"), "--connector", "lost")).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_that_is_none_is_told()
    {
        using Workspace work = new();
        await using HostApplication host = await HostApplication.StartAsync(
            new HostSettings { DataDirectory = work.In("data"), IsDevelopment = true }, cancellationToken: TestContext.Current.CancellationToken);
        CommandRun run = await CommandRun.OfAsync(["mcp", "--url", host.Url.ToString()], "", new() { ["INTERACTOR_HOST_KEY"] = "ik_canary" });
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("401", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", run.Error, StringComparison.Ordinal);
    }

    private static Task<McpClient> StartAsync(Workspace work, List<string> errors, Dictionary<string, string?> environment, params string[] arguments) => McpClient.CreateAsync(
        new StdioClientTransport(new StdioClientTransportOptions
        {
            Command = "dotnet",
            Arguments = [Tool, .. arguments],
            EnvironmentVariables = environment,
            WorkingDirectory = work.Path,
            StandardErrorLines = line =>
            {
                lock (errors)
                {
                    errors.Add(line);
                }
            },
        }),

        // On a busy machine the command starts more slowly than the client waits before it takes the server for an old one.
        new McpClientOptions { DiscoverProbeTimeout = Timeout.InfiniteTimeSpan },
        cancellationToken: TestContext.Current.CancellationToken);

    private static async Task<CallToolResult> CallAsync(McpClient client, string tool, params (string Name, string Value)[] arguments) => await client.CallToolAsync(
        new CallToolRequestParams { Name = tool, Arguments = arguments.ToDictionary(static a => a.Name, static a => JsonSerializer.SerializeToElement(a.Value)) },
        TestContext.Current.CancellationToken);
}

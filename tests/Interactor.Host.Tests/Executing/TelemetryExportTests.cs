using System.Text.Json;
using Interactor.Host.Tests.Fakes;

namespace Interactor.Host.Tests.Executing;

/// <summary>What a collector of OpenTelemetry gets from a host that is told of one.</summary>
public sealed class TelemetryExportTests
{
    [Fact]
    public async Task A_collector_gets_traces_and_metrics_without_a_secret()
    {
        DirectoryInfo directory = Directory.CreateTempSubdirectory("interactor-host-");
        await using Upstream upstream = await Upstream.StartAsync();
        await using Collector collector = await Collector.StartAsync();
        string key;
        await using (RunningHost first = await RunningHost.StartAsync(directory.FullName))
        {
            key = first.Key;
            await first.UseAsync(upstream);
            await first.ConnectAsync("canary-account");
        }

        Dictionary<string, string> variables = new()
        {
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector.Url,
            ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
            ["OTEL_BSP_SCHEDULE_DELAY"] = "50",
            ["OTEL_METRIC_EXPORT_INTERVAL"] = "50",
        };
        await using (HostProcess host = await HostProcess.StartAsync(directory.FullName, key, variables: variables))
        {
            (int status, JsonElement body) = await host.SendAsync(HttpMethod.Post, "/api/v1/connector/ledger/action/entry.create/execute?account=canary-account", """{"amount":1,"note":"canary-note"}""") ?? default;
            Assert.True(status == 200, body.ToString());
            await host.SendAsync(HttpMethod.Get, "/connect/canary-secret");
            await host.SendAsync(HttpMethod.Get, "/connect/callback?code=canary-code&state=canary-state");
            await Until.TrueAsync(() => Task.FromResult(
                collector.Of("/v1/traces") is var traces && traces.Contains("entry.create", StringComparison.Ordinal) && traces.Contains("/connect/callback", StringComparison.Ordinal)
                && collector.Of("/v1/metrics").Contains("http.server.request.duration", StringComparison.Ordinal)));
        }

        string all = collector.Of("/v1/traces");
        Assert.Contains("interactor.host.execute", all, StringComparison.Ordinal);
        Assert.Contains("POST /api/v1/connector/{connector}/action/{action}/execute", all, StringComparison.Ordinal);
        Assert.Contains("GET /connect/callback", all, StringComparison.Ordinal);
        Assert.Contains("interactor.attempt", all, StringComparison.Ordinal);
        Assert.Contains("interactor/ledger", collector.Of("/v1/metrics"), StringComparison.Ordinal);
        Assert.DoesNotContain("canary", all + collector.Of("/v1/metrics"), StringComparison.Ordinal);
        Assert.DoesNotContain(key, all + collector.Of("/v1/metrics"), StringComparison.Ordinal);
        directory.Delete(recursive: true);
    }
}

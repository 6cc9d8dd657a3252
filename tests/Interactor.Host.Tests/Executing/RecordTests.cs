using System.Text.Json;
using Interactor.Host.Tests.Fakes;

namespace Interactor.Host.Tests.Executing;

/// <summary>What is remembered of executions.</summary>
public sealed class RecordTests
{
    [Fact]
    public async Task A_record_has_the_requests_to_the_provider_also_those_for_tokens()
    {
        await using Upstream upstream = await Upstream.StartAsync();
        await using RunningHost host = await RunningHost.StartAsync();
        await host.UseAsync(upstream);
        await host.ConnectAsync("ann");
        upstream.ExpireAll();
        Assert.Equal(200, (await host.ExecuteAsync("entry.list", "ann")).Status);

        JsonElement record = await RecordedAsync(host);
        (string?, int)[] attempts = [.. record.GetProperty("attempts").EnumerateArray().Select(static a => (a.GetProperty("method").GetString(), a.GetProperty("status").GetInt32()))];
        Assert.Equal([("GET", 401), ("POST", 200), ("GET", 200)], attempts);
    }

    private static async Task<JsonElement> RecordedAsync(RunningHost host)
    {
        (_, JsonElement environments) = await host.SendAsync(HttpMethod.Get, "/api/v1/manage/environments");
        string path = $"/api/v1/manage/environments/{environments.GetProperty("items")[0].GetProperty("id").GetString()}/executions";
        while (true)
        {
            (_, JsonElement page) = await host.SendAsync(HttpMethod.Get, path);
            if (page.GetProperty("items") is var items && items.GetArrayLength() > 0)
            {
                return (await host.SendAsync(HttpMethod.Get, $"{path}/{items[0].GetProperty("id").GetString()}")).Body;
            }

            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }
}

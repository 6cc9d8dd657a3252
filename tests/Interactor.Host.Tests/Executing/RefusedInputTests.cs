using System.Text.Json;
using Interactor.Host.Tests.Fakes;
using Interactor.Host.Workspace;
using Microsoft.Extensions.Logging;

namespace Interactor.Host.Tests.Executing;

/// <summary>What callers do wrong, and who is told of what they do.</summary>
public sealed class RefusedInputTests
{
    [Fact]
    public async Task Input_that_is_refused_is_told_to_the_caller_and_is_no_warning()
    {
        await using RunningHost host = await RunningHost.StartAsync();
        await host.ConnectAsync("ann", "gmail");

        Assert.Equal(400, (await host.ExecuteAsync("email.draft.create", "ann", """{"nothing":1}""", "gmail")).Status);
        Assert.DoesNotContain(host.Log.Lines, static line => line.Level >= LogLevel.Warning && line.Text.Contains("email.draft.create", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Two_names_of_the_account_are_the_same_or_refused()
    {
        await using RunningHost host = await RunningHost.WithAsync("gmail");
        await host.ConnectAsync("ann", "gmail");

        Assert.Equal(200, (await host.ExecuteAsync("email.draft.list", "ann", connector: "gmail", query: "&accountId=ann")).Status);
        (int status, JsonElement body) = await host.ExecuteAsync("email.draft.list", "ann", connector: "gmail", query: "&accountId=bob");
        Assert.Equal((400, "input_invalid"), (status, body.GetProperty("code").GetString()));
        Assert.Contains("'accountId'", body.GetProperty("error").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_account_that_an_application_connects_is_in_the_audit_log_with_the_key()
    {
        await using Upstream upstream = await Upstream.StartAsync();
        await using RunningHost host = await RunningHost.StartAsync();
        await host.UseAsync(upstream);
        using Browser ann = await Browser.SetUpAsync(host);
        Assert.Equal(201, (await host.SendAsync(HttpMethod.Post, "/api/v1/connector/ledger/credential?account=ann", $$$"""{"method":"key","values":{"key":"{{{Upstream.Key}}}"}}""")).Status);

        JsonElement entry = (await ann.SendAsync(HttpMethod.Get, "/audit?action=account.connected")).Body.GetProperty("items")[0];
        Assert.Equal(("key", ApiKey.Parse(host.Key)!.Id), (entry.GetProperty("actorKind").GetString(), entry.GetProperty("actor").GetString()));
    }
}

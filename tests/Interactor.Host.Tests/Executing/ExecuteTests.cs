using System.Text.Json;
using Interactor.Host.Storage;
using Interactor.Host.Tests.Fakes;
using Microsoft.AspNetCore.Http;

namespace Interactor.Host.Tests.Executing;

/// <summary>The published contract of <c>execute</c>.</summary>
public sealed class ExecuteTests
{
    [Theory]
    [InlineData("interactor/gmail")]
    [InlineData("gmail")]
    public async Task The_quick_start_works_with_and_without_the_owner(string connector)
    {
        await using RunningHost host = await RunningHost.StartAsync();
        await host.ConnectAsync("ann", "gmail");

        (int status, JsonElement asText) = await host.ExecuteAsync("email.draft.create", "ann", """{"to":"a@example.com","subject":"s","body":"b"}""", connector);
        Assert.Equal(200, status);
        Assert.Equal("r-1", asText.GetProperty("output").GetProperty("id").GetString());
        (status, _) = await host.ExecuteAsync("email.draft.create", null, """{"to":["a@example.com"],"subject":"s","body":"b"}""", connector, "accountId=ann");
        Assert.Equal(200, status);
        (status, JsonElement list) = await host.ExecuteAsync("email.draft.list", "ann", null, connector);
        Assert.Equal(200, status);
        Assert.Equal(JsonValueKind.Array, list.GetProperty("output").GetProperty("drafts").ValueKind);
    }

    [Fact]
    public async Task What_the_provider_gives_is_the_output()
    {
        await using Upstream upstream = await Upstream.StartAsync();
        await using RunningHost host = await RunningHost.StartAsync();
        await host.UseAsync(upstream);
        await host.ConnectAsync("ann");

        (int status, JsonElement body) = await host.ExecuteAsync("entry.create", "ann", """{"amount":12.5,"note":"x"}""");

        Assert.Equal(200, status);
        Assert.Equal("""{"output":{"id":"e1"}}""", body.GetRawText());
        Assert.Equal("""{"amount":12.5,"note":"x"}""", Assert.Single(upstream.Created));
    }

    [Fact]
    public async Task An_account_that_was_never_connected_has_no_tokens()
    {
        await using Upstream upstream = await Upstream.StartAsync();
        await using RunningHost host = await RunningHost.StartAsync();
        await host.UseAsync(upstream);

        Is(500, "Account has no tokens", "auth_denied", await host.ExecuteAsync("entry.list", "nobody"));
        Assert.Equal(400, (await host.ExecuteAsync("entry.list", account: null)).Status);
        Assert.Equal(200, (await host.ExecuteAsync("rate.get", "nobody")).Status);
        Assert.Equal(200, (await host.ExecuteAsync("rate.get", account: null)).Status);
    }

    [Fact]
    public async Task A_withdrawn_grant_is_told_in_the_words_of_the_contract_until_the_account_is_connected_again()
    {
        await using Upstream upstream = await Upstream.StartAsync();
        await using RunningHost host = await RunningHost.StartAsync();
        await host.UseAsync(upstream);
        await host.ConnectAsync("ann");

        upstream.WithdrawAll();
        Is(500, "Connector token is unauthorized", "auth_revoked", await host.ExecuteAsync("entry.list", "ann"));
        Assert.Equal("needs_reauthorization", (await host.SendAsync(HttpMethod.Get, "/api/v1/connector/ledger/credential?account=ann")).Body.GetProperty("status").GetString());
        await host.ConnectAsync("ann");
        Assert.Equal(200, (await host.ExecuteAsync("entry.list", "ann")).Status);
    }

    [Fact]
    public async Task A_provider_that_refuses_the_connection_is_named_so()
    {
        await using RunningHost host = await RunningHost.StartAsync();
        Upstream upstream = await Upstream.StartAsync();
        await host.UseAsync(upstream);
        await upstream.DisposeAsync();

        Is(500, "econnrefused", "transient", await host.ExecuteAsync("rate.get", null));
    }

    [Fact]
    public async Task Errors_of_the_provider_keep_their_meaning()
    {
        await using Upstream upstream = await Upstream.StartAsync();
        await using RunningHost host = await RunningHost.StartAsync();
        await host.UseAsync(upstream);
        await host.ConnectAsync("ann");

        upstream.Answers = static context =>
        {
            context.Response.StatusCode = 429;
            context.Response.Headers.RetryAfter = "7";
            return context.Response.WriteAsJsonAsync(new { message = "slow down" }, TestContext.Current.CancellationToken);
        };
        Is(429, "slow down", "rate_limited", await host.ExecuteAsync("entry.create", "ann", """{"amount":1}"""));
    }

    [Fact]
    public async Task Input_that_is_not_valid_is_told_with_its_places()
    {
        await using Upstream upstream = await Upstream.StartAsync();
        await using RunningHost host = await RunningHost.StartAsync();
        await host.UseAsync(upstream);
        await host.ConnectAsync("ann");

        (int status, JsonElement body) = await host.ExecuteAsync("entry.create", "ann", """{"amount":"much"}""");
        Assert.Equal(400, status);
        Assert.Equal("/amount", body.GetProperty("details")[0].GetProperty("pointer").GetString());
        Assert.Equal(32, body.GetProperty("requestId").GetString()!.Length);
        Assert.Equal(400, (await host.ExecuteAsync("entry.create", "ann", "{")).Status);
        Assert.Equal(400, (await host.ExecuteAsync("entry.create", "ann", new string('[', 10_000))).Status);
        Assert.Equal(400, (await host.ExecuteAsync("entry.create", new string('a', 257), """{"amount":1}""")).Status);
        Assert.Equal(413, (await host.ExecuteAsync("entry.create", "ann", $$"""{"amount":1,"note":"{{new string('x', 11_000_000)}}"}""")).Status);
        Assert.Empty(upstream.Created);
    }

    [Fact]
    public async Task Each_request_to_the_provider_is_recorded_once_also_where_two_hosts_share_a_process()
    {
        await using Upstream upstream = await Upstream.StartAsync();
        await using RunningHost host = await RunningHost.StartAsync();
        await using RunningHost other = await RunningHost.StartAsync();
        await host.UseAsync(upstream);

        Assert.Equal(200, (await host.ExecuteAsync("rate.get", null)).Status);
        await Until.TrueAsync(async () => await host.Service<Database>().FindAsync<long>("SELECT COUNT(*) FROM execution", null, TestContext.Current.CancellationToken) == 1);
        string attempts = (await host.Service<Database>().FindAsync<string>("SELECT attempts FROM execution", null, TestContext.Current.CancellationToken))!;
        Assert.Equal("GET", Assert.Single(JsonDocument.Parse(attempts).RootElement.EnumerateArray()).GetProperty("method").GetString());
        Assert.Equal(0, await other.Service<Database>().FindAsync<long>("SELECT COUNT(*) FROM execution", null, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_body_that_is_too_large_has_its_status_in_the_record()
    {
        await using RunningHost host = await RunningHost.StartAsync();

        Assert.Equal(413, (await host.ExecuteAsync("entry.create", "ann", $$"""{"amount":1,"note":"{{new string('x', 11_000_000)}}"}""")).Status);
        await Until.TrueAsync(async () => await host.Service<Database>().FindAsync<long>("SELECT COUNT(*) FROM execution WHERE status = 413 AND code = 'input_invalid'", null, TestContext.Current.CancellationToken) == 1);
    }

    [Fact]
    public async Task What_there_is_not_is_not_found()
    {
        await using RunningHost host = await RunningHost.StartAsync();

        Is(404, "There is no connector 'interactor/nothing'.", "not_found", await host.ExecuteAsync("entry.list", "ann", connector: "nothing"));
        Is(404, "The connector 'interactor/ledger' has no action 'entry.lost'.", "not_found", await host.ExecuteAsync("entry.lost", "ann"));
        Is(404, "The connector 'interactor/ledger' has no action 'entry.list' of version '2'.", "not_found", await host.ExecuteAsync("entry.list", "ann", query: "&version=2"));
        Assert.Equal(404, (await host.SendAsync(HttpMethod.Get, "/api/v2")).Status);
        host.Key = "";
        Assert.Equal(401, (await host.ExecuteAsync("entry.list", "ann")).Status);
    }

    private static void Is(int status, string error, string code, (int Status, JsonElement Body) answer)
    {
        Assert.Equal((status, error, code), (answer.Status, answer.Body.GetProperty("error").GetString(), answer.Body.GetProperty("code").GetString()));
    }
}

using System.Text.Json;
using Interactor.Host.Storage;
using Interactor.Host.Tests.Fakes;
using Microsoft.AspNetCore.Http;
using ModelContextProtocol;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace Interactor.Host.Tests.Mcp;

/// <summary>Actions that are called as tools.</summary>
public sealed class ToolCallTests
{
    [Fact]
    public async Task What_the_provider_gives_is_the_output_as_text_and_as_structured_content()
    {
        await using Upstream upstream = await Upstream.StartAsync();
        await using RunningHost host = await RunningHost.StartAsync();
        await host.UseAsync(upstream);
        await host.ConnectAsync("ann");
        await using McpClient client = await ToolClient.OfAsync(host);

        CallToolResult created = await client.CallAsync("ledger_entry_create", """{"amount":12.50,"note":"x","account":"ann"}""");
        Assert.NotEqual(true, created.IsError);
        Assert.Equal("""{"output":{"id":"e1"}}""", created.StructuredContent!.Value.GetRawText());
        Assert.Equal("""{"id":"e1"}""", Assert.IsType<TextContentBlock>(Assert.Single(created.Content)).Text);
        Assert.Equal(12.5, JsonDocument.Parse(Assert.Single(upstream.Created)).RootElement.GetProperty("amount").GetDouble());
        Assert.Equal("""{"output":[{"id":"e1"}]}""", (await client.CallAsync("ledger_entry_list", """{"account":"ann"}""")).StructuredContent!.Value.GetRawText());
        Assert.Equal("""{"output":{"rate":1.5}}""", (await client.CallAsync("ledger_rate_get", "{}")).StructuredContent!.Value.GetRawText());

        await using McpClient fixedAccount = await ToolClient.OfAsync(host, "?account=ann");
        Assert.NotEqual(true, (await fixedAccount.CallAsync("ledger_entry_list", "{}")).IsError);
    }

    [Fact]
    public async Task Failures_are_results_with_the_code_of_the_closed_set_and_the_details()
    {
        await using Upstream upstream = await Upstream.StartAsync();
        await using RunningHost host = await RunningHost.StartAsync();
        await host.UseAsync(upstream);
        await host.ConnectAsync("ann");
        await using McpClient client = await ToolClient.OfAsync(host);

        CallToolResult invalid = await client.CallAsync("ledger_entry_create", """{"amount":"much","account":"ann"}""");
        Assert.Equal("input_invalid", invalid.Refusal().Code);
        Assert.Equal("/amount", invalid.StructuredContent!.Value.GetProperty("details")[0].GetProperty("pointer").GetString());
        Assert.Equal(
            ("auth_denied", "Account has no tokens. The tool 'connect-account' gives a link by which a person connects it."),
            (await client.CallAsync("ledger_entry_list", """{"account":"bob"}""")).Refusal());
        Assert.Equal("input_invalid", (await client.CallAsync("ledger_entry_list", "{}")).Refusal().Code);
        Assert.Equal(("input_invalid", "The account is not text."), (await client.CallAsync("ledger_entry_list", """{"account":7}""")).Refusal());
        upstream.Answers = static context =>
        {
            context.Response.StatusCode = 429;
            return context.Response.WriteAsJsonAsync(new { message = "slow down" }, TestContext.Current.CancellationToken);
        };
        Assert.Equal(("rate_limited", "slow down"), (await client.CallAsync("ledger_entry_create", """{"amount":1,"account":"ann"}""")).Refusal());
        int before = Warnings(host).Length;
        Assert.Equal(McpErrorCode.InvalidParams, (await Assert.ThrowsAsync<McpProtocolException>(() => client.CallAsync("ledger_entry_lost", "{}"))).ErrorCode);
        Assert.Contains("404 not_found", Assert.Single(Warnings(host)[before..]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{", 400)]
    [InlineData("[]", 400)]
    [InlineData("""{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"ledger_entry_list","arguments":{"account":5}}}""", 200)]
    [InlineData("""{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"nope canary"}}""", 200)]
    public async Task What_is_refused_is_a_line_in_the_log_without_what_was_sent(string message, int status)
    {
        await using RunningHost host = await RunningHost.WithAsync("ledger");
        using HttpRequestMessage request = new(HttpMethod.Post, "/mcp") { Content = new StringContent(message, System.Text.Encoding.UTF8, "application/json"), Headers = { { "x-api-key", host.Key }, { "Accept", "application/json, text/event-stream" } } };
        int before = Warnings(host).Length;
        using HttpResponseMessage response = await host.Http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(status, (int)response.StatusCode);
        await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.DoesNotContain("canary", Assert.Single(Warnings(host)[before..]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_person_connects_an_account_by_the_link_of_a_tool()
    {
        await using Upstream upstream = await Upstream.StartAsync();
        await using RunningHost host = await RunningHost.StartAsync();
        await host.UseAsync(upstream);
        await using McpClient client = await ToolClient.OfAsync(host, "?connectors=ledger&account=ann");

        CallToolResult link = await client.CallAsync("connect-account", """{"connector":"interactor/ledger"}""");
        string page = link.StructuredContent!.Value.GetProperty("output").GetString()!;
        Assert.StartsWith(host.Http.BaseAddress + "connect/", page, StringComparison.Ordinal);
        using HttpResponseMessage connected = await host.Http.PostAsync(page, new FormUrlEncodedContent([new("method", "key"), new("value.key", Upstream.Key)]), TestContext.Current.CancellationToken);
        Assert.Equal(200, (int)connected.StatusCode);
        Assert.NotEqual(true, (await client.CallAsync("ledger_entry_list", "{}")).IsError);

        Assert.Equal("input_invalid", (await client.CallAsync("connect-account", """{"connector":"interactor/gmail"}""")).Refusal().Code);
        await using McpClient open = await ToolClient.OfAsync(host);
        Assert.Equal("input_invalid", (await open.CallAsync("connect-account", """{"connector":"interactor/ledger"}""")).Refusal().Code);
        Assert.Equal("input_invalid", (await open.CallAsync("connect-account", $$"""{"connector":"interactor/ledger","account":"{{new string('a', 257)}}"}""")).Refusal().Code);
        await using McpClient reader = await ToolClient.OfAsync(host, "?effect=read");
        await Assert.ThrowsAsync<McpProtocolException>(() => reader.CallAsync("connect-account", """{"connector":"interactor/ledger","account":"x"}"""));
    }

    [Fact]
    public async Task A_destructive_action_wants_to_be_confirmed()
    {
        await using Upstream upstream = await Upstream.StartAsync();
        await using RunningHost host = await RunningHost.WithAsync("vault");
        await host.ConfigureAsync("acme/vault", ("server", upstream.Url));
        List<string> asked = [];
        upstream.Answers = context =>
        {
            asked.Add($"{context.Request.Method} {context.Request.Path}");
            return context.Response.WriteAsJsonAsync(new { id = "i1" }, TestContext.Current.CancellationToken);
        };
        await using McpClient client = await ToolClient.OfAsync(host);

        foreach (string arguments in (string[])["""{"id":"i1"}""", """{"id":"i1","confirm":false}""", """{"id":"i1","confirm":"true"}"""])
        {
            (string? code, string? error) = (await client.CallAsync("acme--vault_item_purge", arguments)).Refusal();
            Assert.Equal("input_invalid", code);
            Assert.Contains("\"confirm\": true", error, StringComparison.Ordinal);
        }

        Assert.Empty(asked);
        Assert.NotEqual(true, (await client.CallAsync("acme--vault_item_purge", """{"id":"i1","confirm":true}""")).IsError);
        Assert.Equal(["DELETE /items/i1"], asked);
    }

    [Fact]
    public async Task The_input_keeps_its_own_members_and_its_own_shape()
    {
        await using Upstream upstream = await Upstream.StartAsync();
        await using RunningHost host = await RunningHost.WithAsync("vault");
        await host.ConfigureAsync("acme/vault", ("server", upstream.Url));
        string sent = "";
        upstream.Answers = async context =>
        {
            sent = await new StreamReader(context.Request.Body).ReadToEndAsync(TestContext.Current.CancellationToken);
            await context.Response.WriteAsync(context.Request.Query["q"] == "two" ? """["a","bc"]""" : context.Request.Method == "GET" ? """["a"]""" : """{"nam":1}""", TestContext.Current.CancellationToken);
        };
        await using McpClient client = await ToolClient.OfAsync(host);

        Assert.Equal("""{"unexpected":["a","bc"]}""", (await client.CallAsync("acme--vault_item_find", """{"input":{"q":"two"}}""")).StructuredContent!.Value.GetRawText());
        CallToolResult put = await client.CallAsync("acme--vault_item_put", """{"account":"theirs","node":{"name":"n"},"interactor_account":"ours"}""");
        Assert.Equal("""{"account":"theirs"}""", sent);
        Assert.Equal("input_invalid", (await client.CallAsync("acme--vault_item_find", """{"q":"x"}""")).Refusal().Code);
        Assert.Equal("""{"output":["a"]}""", (await client.CallAsync("acme--vault_item_find", """{"input":{"q":"x"}}""")).StructuredContent!.Value.GetRawText());
        CallToolResult invalid = await client.CallAsync("acme--vault_item_find", """{"input":{"q":1}}""");
        Assert.Equal("/input/q", invalid.StructuredContent!.Value.GetProperty("details")[0].GetProperty("pointer").GetString());
        Assert.True(put.IsError);
    }

    [Fact]
    public async Task Executions_are_recorded_as_those_of_any_caller_and_a_cancelled_one_as_cancelled()
    {
        await using Upstream upstream = await Upstream.StartAsync();
        await using RunningHost host = await RunningHost.StartAsync();
        await host.UseAsync(upstream);
        await host.ConnectAsync("ann");
        await using McpClient client = await ToolClient.OfAsync(host);
        await client.CallAsync("ledger_entry_create", """{"amount":1,"account":"ann"}""");

        TaskCompletionSource arrived = new();
        TaskCompletionSource gone = new();
        upstream.Answers = async context =>
        {
            arrived.SetResult();
            context.RequestAborted.Register(gone.SetResult);
            await gone.Task;
        };
        using CancellationTokenSource stop = new();
        Task<CallToolResult> waiting = client.CallAsync("ledger_entry_list", """{"account":"ann"}""", stop.Token);
        await arrived.Task;
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        await gone.Task;

        IReadOnlyList<string> records = [];
        while (records.Count < 2)
        {
            records = await host.Service<Database>().ListAsync<string>(
                "SELECT connector || ' ' || action || ' ' || account || ' ' || status || ' ' || COALESCE(code, '') FROM execution ORDER BY id", null, TestContext.Current.CancellationToken);
        }

        Assert.Equal(["interactor/ledger entry.create ann 200 ", "interactor/ledger entry.list ann 499 cancelled"], records);
        Assert.DoesNotContain(host.Log.Lines, static line => line.Text.Contains("ik_", StringComparison.Ordinal));
    }

    private static string[] Warnings(RunningHost host) => [.. host.Log.Lines.Where(static line => line.Level >= Microsoft.Extensions.Logging.LogLevel.Warning).Select(static line => line.Text)];
}

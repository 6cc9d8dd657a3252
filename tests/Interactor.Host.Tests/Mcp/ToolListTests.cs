using System.Text;
using System.Text.Json;
using Interactor.Host.Connectors;
using Interactor.Host.Mcp;
using Interactor.Host.Tests.Fakes;
using Microsoft.Extensions.Logging.Abstractions;
using ModelContextProtocol;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace Interactor.Host.Tests.Mcp;

/// <summary>What a client is told of the actions of an environment.</summary>
public sealed class ToolListTests
{
    [Fact]
    public async Task Every_action_is_a_tool_with_schemas_and_hints()
    {
        await using RunningHost host = await RunningHost.StartAsync();
        await using McpClient client = await ToolClient.OfAsync(host, isBearer: false);

        IList<McpClientTool> tools = await client.ListToolsAsync(cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal("connect-account", tools[0].Name);
        Assert.Contains("gmail_email_draft_create", tools.Select(static tool => tool.Name));
        Tool create = tools.Single(static tool => tool.Name == "ledger_entry_create").ProtocolTool;
        Assert.Equal(("Create an entry", "Ledger: Create an entry"), (create.Title, create.Description));
        Assert.Equal((false, false, false, true), (create.Annotations!.ReadOnlyHint, create.Annotations.DestructiveHint, create.Annotations.IdempotentHint, create.Annotations.OpenWorldHint));
        Assert.Equal(["amount", "account"], create.InputSchema.GetProperty("required").EnumerateArray().Select(static name => name.GetString()));
        Assert.Equal(["amount", "note", "account"], create.InputSchema.GetProperty("properties").EnumerateObject().Select(static property => property.Name));
        Assert.Equal("string", create.OutputSchema!.Value.GetProperty("properties").GetProperty("output").GetProperty("properties").GetProperty("id").GetProperty("type").GetString());
        Tool rate = tools.Single(static tool => tool.Name == "ledger_rate_get").ProtocolTool;
        Assert.Equal((true, false, true), (rate.Annotations!.ReadOnlyHint, rate.Annotations.DestructiveHint, rate.Annotations.IdempotentHint));
        Assert.False(rate.InputSchema.TryGetProperty("required", out _));
    }

    [Fact]
    public async Task Arguments_of_the_host_make_room_for_the_input_s_own()
    {
        await using RunningHost host = await RunningHost.WithAsync("vault");
        await using McpClient client = await ToolClient.OfAsync(host);
        Dictionary<string, Tool> tools = (await client.ListToolsAsync(cancellationToken: TestContext.Current.CancellationToken)).ToDictionary(static tool => tool.Name, static tool => tool.ProtocolTool);

        JsonElement put = tools["acme--vault_item_put"].InputSchema;
        Assert.Equal(["account", "node", "interactor_account"], put.GetProperty("properties").EnumerateObject().Select(static property => property.Name));
        Assert.Equal("#/$defs/Node", put.GetProperty("properties").GetProperty("node").GetProperty("$ref").GetString());
        Assert.Equal("#/$defs/Node", put.GetProperty("$defs").GetProperty("Node").GetProperty("properties").GetProperty("children").GetProperty("items").GetProperty("$ref").GetString());
        JsonElement purge = tools["acme--vault_item_purge"].InputSchema;
        Assert.True(purge.GetProperty("properties").GetProperty("confirm").GetProperty("const").GetBoolean());
        Assert.Contains("confirm", purge.GetProperty("required").EnumerateArray().Select(static name => name.GetString()));
        Assert.True(tools["acme--vault_item_purge"].Annotations!.DestructiveHint);
        JsonElement find = tools["acme--vault_item_find"].InputSchema;
        Assert.Equal(["input", "account"], find.GetProperty("properties").EnumerateObject().Select(static property => property.Name));
        Assert.Equal("array", tools["acme--vault_item_find"].OutputSchema!.Value.GetProperty("properties").GetProperty("output").GetProperty("type").GetString());
    }

    [Fact]
    public async Task A_selection_hides_what_is_not_in_it()
    {
        await using RunningHost host = await RunningHost.StartAsync();
        await using McpClient client = await ToolClient.OfAsync(host, "?connectors=ledger&effect=read&account=ann");

        IList<McpClientTool> tools = await client.ListToolsAsync(cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(["ledger_entry_list", "ledger_rate_get"], tools.Select(static tool => tool.Name));
        Assert.All(tools, static tool => Assert.False(tool.JsonSchema.GetProperty("properties").TryGetProperty("account", out _)));
        McpProtocolException hidden = await Assert.ThrowsAsync<McpProtocolException>(() => client.CallAsync("ledger_entry_create", """{"amount":1}"""));
        Assert.Equal(McpErrorCode.InvalidParams, hidden.ErrorCode);
    }

    [Fact]
    public async Task A_selection_that_is_none_and_a_key_that_is_none_are_refused()
    {
        await using RunningHost host = await RunningHost.StartAsync();

        Assert.Equal("There is no connector 'ledgr'.", (await host.SendAsync(HttpMethod.Post, "/mcp?connectors=ledgr", "{}")).Body.GetProperty("error").GetString());
        Assert.Equal((400, "'harmless' is no effect: there are read, write, destructive."), await host.RefusalAsync("/mcp?effect=harmless"));
        host.Key = "ik_0000000000000000_no";
        Assert.Equal(401, (await host.SendAsync(HttpMethod.Post, "/mcp", "{}")).Status);
        using HttpResponseMessage bare = await host.Http.PostAsync("/mcp", new StringContent("{}", Encoding.UTF8, "application/json"), TestContext.Current.CancellationToken);
        Assert.Equal((401, "Bearer"), ((int)bare.StatusCode, Assert.Single(bare.Headers.WwwAuthenticate).Scheme));
    }

    [Fact]
    public async Task A_schema_with_many_levels_breaks_neither_the_list_nor_the_call()
    {
        await using RunningHost host = await RunningHost.WithAsync("ledger");
        string schema = "{ type: number }";
        for (int level = 0; level < 42; level++)
        {
            schema = $$"""{ type: object, properties: { a: {{schema}} } }""";
        }

        string definition = $$"""
            interactor: 1
            id: deep
            owner: interactor
            version: 1.0.0
            name: Deep
            servers: { api: https://deep.example }
            actions:
              well.dig:
                version: 1.0.0
                name: Dig
                effect: write
                input: {{schema}}
                request: { method: POST, path: /dig, json: "${input}" }
                output: {{schema}}
            """;
        using Browser ann = await Browser.SetUpAsync(host);
        Browser.Is(200, await ann.SendAsync(HttpMethod.Patch, "/drafts/interactor/deep", new { revision = 0, files = new Dictionary<string, string> { ["connector.yaml"] = definition } }));
        Browser.Is(200, await ann.SendAsync(HttpMethod.Post, "/drafts/interactor/deep/publish", "{}"));

        await using McpClient client = await ToolClient.OfAsync(host);
        McpClientTool tool = Assert.Single(await client.ListToolsAsync(cancellationToken: TestContext.Current.CancellationToken), static tool => tool.Name == "deep_well_dig");
        Assert.Equal("object", tool.JsonSchema.GetProperty("type").GetString());
        Assert.Equal("input_invalid", (await client.CallAsync("deep_well_dig", """{"a":1}""")).Refusal().Code);

        (int status, JsonElement action) = await host.SendAsync(HttpMethod.Get, "/api/v1/manage/connectors/interactor/deep/actions/well.dig", maxDepth: 1000);
        Assert.Equal((200, "object"), (status, action.GetProperty("input").GetProperty("type").GetString()));
    }

    [Fact]
    public async Task An_environment_that_several_organizations_have_needs_the_organization_too()
    {
        await using RunningHost host = await RunningHost.StartAsync();
        using Browser ann = await Browser.SetUpAsync(host);
        Browser.Is(201, await ann.SendAsync(HttpMethod.Post, "/organizations", new { name = "acme" }));

        HostException several = await Assert.ThrowsAsync<HostException>(() => host.Application.ServeToolsAsync(Stream.Null, Stream.Null, new McpSettings(), TestContext.Current.CancellationToken));
        Assert.Contains("acme, interactor", several.Message, StringComparison.Ordinal);
        await host.Application.ServeToolsAsync(Stream.Null, Stream.Null, new McpSettings { Organization = "acme" }, TestContext.Current.CancellationToken);
        await Assert.ThrowsAsync<HostException>(() => host.Application.ServeToolsAsync(Stream.Null, Stream.Null, new McpSettings { Organization = "bolt" }, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Many_tools_come_in_pages_that_miss_none_and_repeat_none()
    {
        await using RunningHost host = await RunningHost.WithAsync("gmail", "ledger", "vault");
        ToolCatalogue catalogue = new(ManyConnectors.Of(host.Service<ConnectorCatalogue>(), 60), NullLogger<ToolCatalogue>.Instance);
        ToolSelection all = new([], [], null, "interactor");
        List<string> names = [];
        int pages = 0;
        for (string? cursor = null; pages == 0 || cursor is not null; pages++)
        {
            ListToolsResult page = catalogue.List(all, cursor);
            Assert.InRange(page.Tools.Count, 1, 100);
            names.AddRange(page.Tools.Select(static tool => tool.Name));
            cursor = page.NextCursor;
        }

        Assert.InRange(pages, 2, names.Count / 2);
        Assert.Equal(60 * 3 + 3 + host.Service<ConnectorCatalogue>().VersionsOf("interactor", "gmail")[0].Descriptor.Actions.Count + 3, names.Count);
        Assert.Equal(names.Order(StringComparer.Ordinal).Distinct(StringComparer.Ordinal), names);
        Assert.Throws<McpProtocolException>(() => catalogue.List(all, "*"));
    }
}

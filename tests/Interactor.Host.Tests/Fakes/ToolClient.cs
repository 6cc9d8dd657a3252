using System.Text.Json;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace Interactor.Host.Tests.Fakes;

/// <summary>Connects the client of the protocol's own package to a host.</summary>
internal static class ToolClient
{
    public static Task<McpClient> OfAsync(RunningHost host, string query = "", bool isBearer = true)
    {
        HttpClientTransport transport = new(new HttpClientTransportOptions
        {
            Endpoint = new Uri(host.Http.BaseAddress!, "/mcp" + query),
            TransportMode = HttpTransportMode.StreamableHttp,
            AdditionalHeaders = isBearer ? new Dictionary<string, string> { ["Authorization"] = $"Bearer {host.Key}" } : new Dictionary<string, string> { ["x-api-key"] = host.Key },
        });
        return McpClient.CreateAsync(transport, cancellationToken: TestContext.Current.CancellationToken);
    }

    /// <summary>Calls a tool with arguments as JSON.</summary>
    public static async Task<CallToolResult> CallAsync(this McpClient client, string tool, string arguments, CancellationToken? cancellation = null) =>
        await client.CallToolAsync(
            new CallToolRequestParams { Name = tool, Arguments = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(arguments) },
            cancellation ?? TestContext.Current.CancellationToken);

    /// <summary>What a refused call says.</summary>
    public static (string? Code, string? Error) Refusal(this CallToolResult result)
    {
        Assert.True(result.IsError);
        JsonElement body = result.StructuredContent!.Value;
        Assert.True(JsonElement.DeepEquals(body, JsonDocument.Parse(Assert.IsType<TextContentBlock>(Assert.Single(result.Content)).Text).RootElement));
        return (body.GetProperty("code").GetString(), body.GetProperty("error").GetString());
    }
}

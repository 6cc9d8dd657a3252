using System.Text;
using System.Text.Json;
using Interactor.Host.Mcp;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;

namespace Interactor.Host.Tests.Mcp;

public sealed class ToolResultTests
{
    [Fact]
    public void An_output_that_is_deeper_than_a_message_may_be_is_given_as_text()
    {
        string deep = new string('[', 200) + new string(']', 200);

        CallToolResult result = ToolResult.Given(Encoding.UTF8.GetBytes(deep));

        Assert.Equal(deep, result.StructuredContent!.Value.GetProperty("unexpected").GetString());
        Assert.Contains(deep, JsonSerializer.Serialize(result, McpJsonUtilities.DefaultOptions), StringComparison.Ordinal);
        Assert.Equal("""{"output":null}""", ToolResult.Given(default).StructuredContent!.Value.GetRawText());
    }
}

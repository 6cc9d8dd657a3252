using System.Buffers;
using System.Text;
using System.Text.Json;
using Interactor.Host.Api;
using Interactor.Host.Executing;
using Interactor.Host.Workspace;
using Interactor.Runtime;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;

namespace Interactor.Host.Mcp;

/// <summary>Executes actions that are called as tools.</summary>
internal sealed class ToolCaller(ToolCatalogue tools, ActionRunner runner, TimeProvider time)
{
    /// <summary>Calls a tool. What the caller can do something about is a result that says so, and no error of the protocol.</summary>
    /// <exception cref="McpProtocolException">There is no such tool.</exception>
    public async ValueTask<CallToolResult> CallAsync(HostEnvironment environment, ToolSelection selection, CallToolRequestParams call, CancellationToken cancellationToken)
    {
        ActionTool tool = tools.Find(selection, call.Name)
            ?? throw new McpProtocolException($"There is no tool '{call.Name}'.", McpErrorCode.InvalidParams);
        (string? account, ReadOnlyMemory<byte> input, Refusal? refusal) = tool.Input.Read(call.Arguments ?? new Dictionary<string, JsonElement>(), selection.Account is null);
        if (refusal is not null)
        {
            return Refused(NewId.Of(time), refusal);
        }

        ActionOutcome outcome = await runner.RunAsync(
            new ActionCall(environment, tool.Connector, tool.Action, Version: null, selection.Account ?? account), _ => ValueTask.FromResult(input), cancellationToken).ConfigureAwait(false);
        return outcome.Refusal is { } failed ? Refused(outcome.RequestId, At(tool.Input.Pointer, failed)) : Given(tool.Action, outcome.Output);
    }

    private static CallToolResult Given(ActionDescriptor action, ReadOnlyMemory<byte> output)
    {
        ReadOnlyMemory<byte> value = output.IsEmpty ? "null"u8.ToArray() : output;
        ArrayBufferWriter<byte> structured = new();
        structured.Write(action.OutputSchema.IsValid(value.Span) ? "{\"output\":"u8 : "{\"unexpected\":"u8);
        structured.Write(value.Span);
        structured.Write("}"u8);
        return new CallToolResult
        {
            // Clients that know no structured content read the text.
            Content = [new TextContentBlock { Text = Encoding.UTF8.GetString(value.Span) }],
            StructuredContent = Parse(structured.WrittenMemory),
        };
    }

    private static CallToolResult Refused(string requestId, Refusal refusal)
    {
        ReadOnlyMemory<byte> body = JsonSerializer.SerializeToUtf8Bytes(ErrorBody.Of(refusal, requestId), ApiJson.Plain.ErrorBody);
        return new CallToolResult { IsError = true, Content = [new TextContentBlock { Text = Encoding.UTF8.GetString(body.Span) }], StructuredContent = Parse(body) };
    }

    private static Refusal At(string pointer, Refusal refusal) =>
        pointer.Length == 0 ? refusal : refusal with { Details = [.. refusal.Details.Select(detail => detail with { Pointer = pointer + detail.Pointer })] };

    private static JsonElement Parse(ReadOnlyMemory<byte> utf8)
    {
        using JsonDocument document = JsonDocument.Parse(utf8, new JsonDocumentOptions { MaxDepth = 1000 });
        return document.RootElement.Clone();
    }
}

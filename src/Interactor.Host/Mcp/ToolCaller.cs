using System.Text.Json;
using Interactor.Host.Api;
using Interactor.Host.Executing;
using Interactor.Host.Workspace;
using Microsoft.Extensions.Logging;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;

namespace Interactor.Host.Mcp;

/// <summary>Executes actions that are called as tools.</summary>
internal sealed class ToolCaller(ToolCatalogue tools, ConnectTool connect, ActionRunner runner, TimeProvider time, ILogger<ToolCaller> log)
{
    /// <summary>Calls a tool. What the caller can do something about is a result that says so, and no error of the protocol.</summary>
    /// <exception cref="McpProtocolException">There is no such tool.</exception>
    public async ValueTask<CallToolResult> CallAsync(HostEnvironment environment, ToolSelection selection, CallToolRequestParams call, CancellationToken cancellationToken)
    {
        IDictionary<string, JsonElement> arguments = call.Arguments ?? new Dictionary<string, JsonElement>();
        bool canConnect = connect.DescriptionOf(selection) is not null;
        if (call.Name == ConnectTool.Name && canConnect)
        {
            return await connect.CallAsync(environment, selection, arguments, cancellationToken).ConfigureAwait(false);
        }

        if (tools.Find(selection, call.Name) is not { } tool)
        {
            Refusal unknown = Refusal.NotFound($"There is no tool '{call.Name}'.");
            ToolResult.Log(log, NewId.Of(time), unknown);
            throw new McpProtocolException(unknown.Error, McpErrorCode.InvalidParams);
        }

        (string? account, ReadOnlyMemory<byte> input, Refusal? refusal) = tool.Input.Read(arguments, selection.Account is null);
        if (refusal is not null)
        {
            return ToolResult.Refused(log, NewId.Of(time), refusal);
        }

        ActionOutcome outcome = await runner.RunAsync(
            new ActionCall(environment, tool.Connector, tool.Action, Version: null, selection.Account ?? account), _ => ValueTask.FromResult(input), cancellationToken).ConfigureAwait(false);
        return outcome.Refusal switch
        {
            null => ToolResult.Given(outcome.Output, tool.Action.OutputSchema.IsValid(outcome.Output.IsEmpty ? "null"u8 : outcome.Output.Span)),
            { } failed when failed == Refusal.NotConnected && canConnect =>
                ToolResult.Refused(log, outcome.RequestId, failed with { Error = $"{failed.Error}. The tool '{ConnectTool.Name}' gives a link by which a person connects it." }),
            { } failed => ToolResult.Refused(log, outcome.RequestId, At(tool.Input.Pointer, failed)),
        };
    }

    private static Refusal At(string pointer, Refusal refusal) =>
        pointer.Length == 0 ? refusal : refusal with { Details = [.. refusal.Details.Select(detail => detail with { Pointer = pointer + detail.Pointer })] };
}

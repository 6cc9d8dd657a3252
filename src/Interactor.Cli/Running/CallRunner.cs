using System.Text;
using System.Text.Json.Nodes;
using Interactor.Runtime;

namespace Interactor.Cli.Running;

/// <summary>Carries out what a command line asks for, at the third party or at a sandbox.</summary>
internal static class CallRunner
{
    /// <summary>The action that is called: of choices the one that gives them, whose account is needed.</summary>
    public static ActionDescriptor Asked(ConnectorDescriptor connector, ActionDescriptor action, ActionCall call) =>
        ValuesOf(action, call) is { } values ? ActionFinder.Find(connector, values.Action) : action;

    public static async Task<ReadOnlyMemory<byte>> RunAsync(
        ActionExecutor executor, ActionDescriptor action, ActionCall call, ReadOnlyMemory<byte> input, CancellationToken cancellation)
    {
        if (call.Values is not { } property)
        {
            return await executor.ExecuteAsync(call.Action, call.Version, input, null, cancellation).ConfigureAwait(false);
        }

        if (ValuesOf(action, call) is { Schema: not null })
        {
            return Encoding.UTF8.GetBytes((await executor.SchemaAsync(call.Action, call.Version, property, input, null, cancellation).ConfigureAwait(false)).ToString());
        }

        JsonArray choices = [];
        await foreach (ValueChoice choice in executor.ValuesAsync(call.Action, call.Version, property, input, call.Search, null, cancellation).ConfigureAwait(false))
        {
            choices.Add(new JsonObject { ["value"] = JsonNode.Parse(choice.Value.ToString()), ["label"] = choice.Label });
        }

        return Encoding.UTF8.GetBytes(choices.ToJsonString());
    }

    private static InputValues? ValuesOf(ActionDescriptor action, ActionCall call) =>
        call.Values is not { } property ? null : action.Values.FirstOrDefault(v => v.Property == property || v.Property == "/" + property);
}

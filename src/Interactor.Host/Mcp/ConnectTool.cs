using System.Text.Json;
using System.Text.Json.Nodes;
using Interactor.Host.Api;
using Interactor.Host.Connecting;
using Interactor.Host.Connectors;
using Interactor.Host.Workspace;
using Interactor.Runtime;
using Microsoft.Extensions.Logging;
using ModelContextProtocol.Protocol;

namespace Interactor.Host.Mcp;

/// <summary>The one tool that is no action: it gives a link by which a person connects an account, so that a desktop client needs nothing but itself and a browser.</summary>
internal sealed class ConnectTool(ConnectorCatalogue catalogue, ConnectFlow flow, TimeProvider time, ILogger<ConnectTool> log)
{
    /// <summary>A name that no action's tool has: theirs have a <c>_</c> in them.</summary>
    public const string Name = "connect-account";

    /// <summary>What a client is told of it; null where nothing that is selected could be connected.</summary>
    public Tool? DescriptionOf(ToolSelection selection)
    {
        JsonNode[] addresses = [.. Connectable(selection).Select(static connector => (JsonNode)connector.Address)];
        if (addresses.Length == 0)
        {
            return null;
        }

        JsonObject properties = new() { ["connector"] = new JsonObject { ["enum"] = new JsonArray(addresses) } };
        JsonArray required = ["connector"];
        if (selection.Account is null)
        {
            properties["account"] = new JsonObject { ["type"] = "string", ["minLength"] = 1, ["description"] = "The name under which tools will use the account." };
            required.Add("account");
        }

        JsonObject schema = new() { ["type"] = "object", ["properties"] = properties, ["required"] = required, ["additionalProperties"] = false };
        return new Tool
        {
            Name = Name,
            Title = "Connect an account",
            Description = "Gives a link. Show it to the person, who opens it in a browser and connects an account of the service; it is good once, for 15 minutes. Use it when a tool says that an account has no tokens.",
            InputSchema = JsonSerializer.SerializeToElement(schema),
            Annotations = new ToolAnnotations { ReadOnlyHint = false, DestructiveHint = false, IdempotentHint = true, OpenWorldHint = true },
        };
    }

    public async Task<CallToolResult> CallAsync(HostEnvironment environment, ToolSelection selection, IDictionary<string, JsonElement> arguments, CancellationToken cancellationToken)
    {
        string? account = selection.Account ?? TextOf(arguments, "account");
        (string? url, Refusal? refusal) = (Connectable(selection).FirstOrDefault(candidate => candidate.Address == TextOf(arguments, "connector")), account) switch
        {
            (null, _) => (null, Refusal.Invalid("'connector' is none of those that the tool's schema lists.")),
            (_, null) => (null, Refusal.Invalid("'account' is missing: the name under which tools will use the account.")),
            _ when AccountName.ProblemOf(account) is { } problem => (null, problem),
            ({ } connector, { } name) => await flow.BeginAsync(
                environment, new ConnectRequest(connector.Descriptor.Owner, connector.Descriptor.Id, name, RedirectUrl: null, SkipInput: false, Method: null), cancellationToken).ConfigureAwait(false),
        };
        return refusal is null ? ToolResult.Given(JsonSerializer.SerializeToUtf8Bytes(url!, ApiJson.Plain.String)) : ToolResult.Refused(log, NewId.Of(time), refusal);
    }

    // Who is given actions that only read is not given the making of connections.
    private IEnumerable<HostedConnector> Connectable(ToolSelection selection) => selection.Effects.Count == 0 || selection.Effects.Contains(ActionEffect.Write)
        ? catalogue.Current.Where(connector => selection.Includes(connector) && connector.Descriptor.Methods.Any(static method => method.Kind != Runtime.Security.SecurityKind.None))
        : [];

    private static string? TextOf(IDictionary<string, JsonElement> arguments, string name) =>
        arguments.TryGetValue(name, out JsonElement value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text : null;
}

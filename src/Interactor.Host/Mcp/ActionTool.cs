using System.Text.Json;
using System.Text.Json.Nodes;
using Interactor.Host.Connectors;
using Interactor.Runtime;
using ModelContextProtocol.Protocol;

namespace Interactor.Host.Mcp;

/// <summary>An action as a tool.</summary>
internal sealed class ActionTool
{
    // Clients show it to a model with each tool, or leave it out.
    private const int MostOutputSchemaBytes = 16 * 1024;

    private readonly Lazy<ToolInput> _input;
    private readonly Lazy<Tool> _withAccount;
    private readonly Lazy<Tool> _withoutAccount;

    public ActionTool(HostedConnector connector, ActionDescriptor action)
    {
        Connector = connector;
        Action = action;
        Name = ToolName.Of(connector.Descriptor.Owner, connector.Descriptor.Id, action.Id);
        _input = new Lazy<ToolInput>(() => new ToolInput(action));
        _withAccount = new Lazy<Tool>(() => Make(hasAccount: true));
        _withoutAccount = new Lazy<Tool>(() => Make(hasAccount: false));
    }

    public string Name { get; }

    public HostedConnector Connector { get; }

    public ActionDescriptor Action { get; }

    /// <summary>Its arguments.</summary>
    public ToolInput Input => _input.Value;

    /// <summary>What a client is told of it.</summary>
    /// <param name="hasAccount">Whether the caller names the account.</param>
    public Tool DescriptionOf(bool hasAccount) => (hasAccount ? _withAccount : _withoutAccount).Value;

    private Tool Make(bool hasAccount) => new()
    {
        Name = Name,
        Title = Action.Name.Length > 0 ? Action.Name : Action.Id,
        Description = Description(),
        InputSchema = Input.SchemaOf(hasAccount),
        OutputSchema = OutputSchema(),
        Annotations = new ToolAnnotations
        {
            ReadOnlyHint = Action.Effect == ActionEffect.Read,
            DestructiveHint = Action.Effect == ActionEffect.Destructive,

            // Each call has an idempotency key of its own, so that only what needs none may be repeated by the caller.
            IdempotentHint = Action.Idempotency == ActionIdempotency.Yes,
            OpenWorldHint = true,
        },
    };

    private string Description()
    {
        string connector = Connector.Descriptor.Name.Length > 0 ? Connector.Descriptor.Name : Connector.Address;
        string text = $"{connector}: {Action.Summary ?? (Action.Name.Length > 0 ? Action.Name : Action.Id)}";
        return (Action.IsDeprecated ? text.TrimEnd('.') + ". Deprecated: use another tool." : text)
            + (Action.Effect == ActionEffect.Destructive ? " It cannot be undone: ask the person first." : "");
    }

    // A client may refuse a result that is not what the schema says, and a provider may answer otherwise than its description says: then the output is 'unexpected'.
    private JsonElement OutputSchema()
    {
        JsonNode? output = ToolSchema.Of(Action.OutputSchema, MostOutputSchemaBytes);
        JsonObject schema = new() { ["type"] = "object" };
        if (output is JsonObject keywords && keywords["$defs"] is { } definitions)
        {
            keywords.Remove("$defs");
            schema["$defs"] = definitions;
        }

        schema["properties"] = new JsonObject
        {
            ["output"] = output,
            ["unexpected"] = new JsonObject { ["description"] = "In place of the output: what the provider answered, where that is not what its schema says." },
        };
        return JsonSerializer.SerializeToElement(schema);
    }
}

using System.Text.Json;
using System.Text.Json.Nodes;
using Interactor.Host.Api;
using Interactor.Runtime;

namespace Interactor.Host.Mcp;

/// <summary>
/// The arguments of an action's tool: the members of the action's input, and beside them <c>account</c>, and <c>confirm</c> where the action is destructive. An input that is
/// not an object with known members is one argument, <c>input</c>.
/// </summary>
internal sealed class ToolInput
{
    // More than this is more than a model reads. What is left out of the schema is still validated when the action is called.
    private const int MostSchemaBytes = 64 * 1024;

    // Keywords that go on meaning the same when the object has members beside them.
    private static readonly string[] Plain = ["type", "title", "description", "properties", "required", "additionalProperties", "$defs", "deprecated", "examples", "default"];

    private readonly JsonObject _schema;
    private readonly bool _isNested;
    private readonly ActionDescriptor _action;

    public ToolInput(ActionDescriptor action)
    {
        _action = action;
        JsonNode? bundle = ToolSchema.Of(action.InputSchema, MostSchemaBytes);
        _isNested = bundle is not JsonObject plain || !IsPlain(plain);
        _schema = _isNested ? Nested(bundle) : (JsonObject)bundle!;
        AccountArgument = Free("account");
        ConfirmArgument = action.Effect == ActionEffect.Destructive ? Free("confirm") : null;
    }

    /// <summary>The name of the argument that says whose account it is: <c>account</c>, unless the action's input has such a member.</summary>
    public string AccountArgument { get; }

    /// <summary>The name of the argument that has to be true for a destructive action; null for any other.</summary>
    public string? ConfirmArgument { get; }

    /// <summary>Where the action's input is in the arguments, as a JSON Pointer (RFC 6901).</summary>
    public string Pointer => _isNested ? "/input" : "";

    /// <summary>The JSON Schema of the arguments.</summary>
    public JsonElement SchemaOf(bool hasAccount)
    {
        JsonObject schema = (JsonObject)_schema.DeepClone();
        JsonObject properties = schema["properties"]?.DeepClone() as JsonObject ?? [];
        JsonArray required = schema["required"]?.DeepClone() as JsonArray ?? [];
        if (hasAccount)
        {
            properties[AccountArgument] = new JsonObject { ["type"] = "string", ["description"] = "Whose account to act for: the name under which it was connected." };
            if (_action.Methods.Count > 0)
            {
                required.Add(AccountArgument);
            }
        }

        if (ConfirmArgument is { } confirm)
        {
            properties[confirm] = new JsonObject { ["const"] = true, ["description"] = "Must be true. Set it only after a person agreed to this very call, which cannot be undone." };
            required.Add(confirm);
        }

        schema["type"] = "object";
        schema["properties"] = properties;
        if (required.Count > 0)
        {
            schema["required"] = required;
        }

        return JsonSerializer.SerializeToElement(schema);
    }

    /// <summary>Takes the arguments apart.</summary>
    /// <returns>The account that they name and the action's input as UTF-8 JSON, or why they are refused.</returns>
    public (string? Account, ReadOnlyMemory<byte> Input, Refusal? Refusal) Read(IDictionary<string, JsonElement> arguments, bool hasAccount)
    {
        Dictionary<string, JsonElement> rest = new(arguments, StringComparer.Ordinal);
        string? account = null;
        if (hasAccount && rest.Remove(AccountArgument, out JsonElement name) && name.ValueKind != JsonValueKind.Null)
        {
            if (name.ValueKind != JsonValueKind.String)
            {
                return (null, default, Invalid(AccountArgument, "It is not text.", "The account is not text."));
            }

            account = name.GetString() is { Length: > 0 } text ? text : null;
        }

        if (ConfirmArgument is { } confirm && (!rest.Remove(confirm, out JsonElement isConfirmed) || isConfirmed.ValueKind != JsonValueKind.True))
        {
            return (null, default, Invalid(confirm, "It is not true.", $"'{_action.Name}' is destructive and cannot be undone. Ask the person first; once they agreed to it, call it again with \"{confirm}\": true."));
        }

        if (!_isNested)
        {
            return (account, JsonSerializer.SerializeToUtf8Bytes(rest), null);
        }

        return rest.Keys.FirstOrDefault(static key => key != "input") is { } unknown
            ? (null, default, Invalid(unknown, "There is no such argument.", $"There is no argument '{unknown}': the action's input is the argument 'input'."))
            : (account, rest.TryGetValue("input", out JsonElement input) ? JsonSerializer.SerializeToUtf8Bytes(input) : default, null);
    }

    private static Refusal Invalid(string argument, string finding, string error) =>
        Refusal.Invalid(error) with { Details = [new ErrorDetail("/" + argument, finding)] };

    private static bool IsPlain(JsonObject schema) =>
        schema["type"] is JsonValue type && type.GetValueKind() == JsonValueKind.String && type.GetValue<string>() == "object"
        && schema.All(static keyword => Plain.Contains(keyword.Key))
        && schema["properties"] is JsonObject or null
        && (schema["additionalProperties"] is null || schema["additionalProperties"] is JsonValue);

    // Every reference of a bundle names a definition, so that these may stand at the root.
    private static JsonObject Nested(JsonNode? bundle)
    {
        JsonObject schema = new() { ["type"] = "object" };
        JsonNode? input = bundle?.DeepClone();
        if (input is JsonObject keywords && keywords["$defs"] is { } definitions)
        {
            keywords.Remove("$defs");
            schema["$defs"] = definitions.DeepClone();
        }

        schema["properties"] = new JsonObject { ["input"] = input };
        schema["additionalProperties"] = false;
        return schema;
    }

    private string Free(string name) => _schema["properties"] is JsonObject properties && properties.ContainsKey(name) ? Free("interactor_" + name) : name;
}

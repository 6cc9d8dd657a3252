using System.Text.Json;
using Interactor.Compiler.Model;
using Interactor.Host.Connectors;
using Interactor.Runtime;
using Interactor.Runtime.Json;

namespace Interactor.Host.Management;

/// <summary>The schemas of an action with all that they refer to.</summary>
internal static class ActionSchemas
{
    private const string Prefix = "#/datatypes/";

    public static ActionBody Of(HostedConnector connector, ActionDescriptor action)
    {
        JsonElement input = Parse(action.InputSchema);
        JsonElement output = Parse(action.OutputSchema);
        Dictionary<string, string> texts = TextsOf(connector);
        SortedDictionary<string, JsonElement> datatypes = new(StringComparer.Ordinal);
        Stack<JsonElement> open = new([input, output]);
        while (open.TryPop(out JsonElement schema))
        {
            foreach (string name in ReferencesOf(schema))
            {
                if (!datatypes.ContainsKey(name) && texts.TryGetValue(name, out string? text))
                {
                    using JsonDocument document = JsonDocument.Parse(text);
                    open.Push(datatypes[name] = document.RootElement.Clone());
                }
            }
        }

        return new ActionBody(ConnectorDescription.ItemOf(action), input, output, datatypes);
    }

    private static JsonElement Parse(JsonSchema schema)
    {
        Utf8JsonReader reader = new(schema.Text);
        return JsonElement.ParseValue(ref reader);
    }

    // Code that belongs to the application has the schemas, but not the names by which they refer to each other.
    private static Dictionary<string, string> TextsOf(HostedConnector connector)
    {
        if (connector.Loaded is not { } loaded)
        {
            return [];
        }

        Dictionary<string, string> byType = new(StringComparer.Ordinal);
        Dictionary<string, string> types = new(StringComparer.Ordinal);
        foreach (DatatypeModel datatype in loaded.Model.Datatypes)
        {
            if (datatype.Schema is OwnSchemaText own)
            {
                byType[datatype.Name] = own.Json;
                foreach (DatatypeReference reference in own.References)
                {
                    types[reference.Reference] = reference.Name;
                }
            }
        }

        return types
            .Where(pair => byType.ContainsKey(pair.Value) && pair.Key.StartsWith(Prefix, StringComparison.Ordinal))
            .ToDictionary(static pair => pair.Key[Prefix.Length..], pair => byType[pair.Value], StringComparer.Ordinal);
    }

    private static IEnumerable<string> ReferencesOf(JsonElement schema) => schema.ValueKind switch
    {
        JsonValueKind.Object => schema.EnumerateObject().SelectMany(static member =>
            member.Name == "$ref" && member.Value.ValueKind == JsonValueKind.String && member.Value.GetString() is { } text && text.StartsWith(Prefix, StringComparison.Ordinal)
                ? [text[Prefix.Length..]]
                : ReferencesOf(member.Value)),
        JsonValueKind.Array => schema.EnumerateArray().SelectMany(ReferencesOf),
        _ => [],
    };
}

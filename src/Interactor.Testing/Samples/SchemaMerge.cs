using System.Text.Json;
using System.Text.Json.Nodes;

namespace Interactor.Testing.Samples;

/// <summary>Makes one schema of a schema and its branches: all of <c>allOf</c>, and the first of <c>oneOf</c> or <c>anyOf</c> that is not null.</summary>
internal static class SchemaMerge
{
    private const int RoundLimit = 16;

    public static JsonElement Flatten(JsonElement schema, SchemaSource schemas)
    {
        if (!Branches(schema).Any())
        {
            return schema;
        }

        JsonObject merged = [];
        Add(merged, schema, schemas, 0);
        return JsonSerializer.SerializeToElement(merged);
    }

    /// <summary>The branches of every kind.</summary>
    public static IEnumerable<JsonElement> Branches(JsonElement schema) =>
        from keyword in new[] { "allOf", "oneOf", "anyOf" }
        where schema.ValueKind == JsonValueKind.Object && schema.TryGetProperty(keyword, out JsonElement list) && list.ValueKind == JsonValueKind.Array
        from branch in schema.GetProperty(keyword).EnumerateArray()
        select branch;

    private static void Add(JsonObject merged, JsonElement schema, SchemaSource schemas, int round)
    {
        if (round > RoundLimit || schema.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        foreach (JsonProperty keyword in schema.EnumerateObject())
        {
            switch (keyword.Name)
            {
                case "allOf":
                    foreach (JsonElement branch in keyword.Value.EnumerateArray())
                    {
                        Add(merged, branch, schemas, round + 1);
                    }

                    break;
                case "oneOf" or "anyOf":
                    Add(merged, keyword.Value.EnumerateArray().FirstOrDefault(b => !IsNull(b)), schemas, round + 1);
                    break;
                case "$ref":
                    Add(merged, schemas.Resolve(keyword.Value.GetString() ?? ""), schemas, round + 1);
                    break;
                case "properties":
                    AddProperties(merged, keyword.Value);
                    break;
                case "required":
                    AddRequired(merged, keyword.Value);
                    break;
                default:
                    merged.TryAdd(keyword.Name, JsonNode.Parse(keyword.Value.GetRawText()));
                    break;
            }
        }
    }

    private static void AddProperties(JsonObject merged, JsonElement properties)
    {
        merged.TryAdd("properties", new JsonObject());
        foreach (JsonProperty property in properties.EnumerateObject())
        {
            merged["properties"]!.AsObject().TryAdd(property.Name, JsonNode.Parse(property.Value.GetRawText()));
        }
    }

    private static void AddRequired(JsonObject merged, JsonElement names)
    {
        merged.TryAdd("required", new JsonArray());
        foreach (JsonElement name in names.EnumerateArray())
        {
            merged["required"]!.AsArray().Add(name.GetString());
        }
    }

    private static bool IsNull(JsonElement schema) =>
        schema.ValueKind == JsonValueKind.Object && schema.TryGetProperty("type", out JsonElement type) && type.ValueKind == JsonValueKind.String && type.GetString() == "null";
}

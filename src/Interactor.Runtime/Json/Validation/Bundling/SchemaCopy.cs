using System.Text.Json;

namespace Interactor.Runtime.Json.Validation.Bundling;

/// <summary>Copies a schema and leads its references elsewhere. What a keyword holds as data, such as <c>const</c>, is copied as it is.</summary>
/// <param name="writer">Receives the copy.</param>
/// <param name="nameOf">The definition that a reference leads to; null where there is none, so that anything goes.</param>
/// <param name="isPartial">Whether some references lead nowhere. A keyword by which less is valid the more its parts allow is then left out or weakened.</param>
internal sealed class SchemaCopy(Utf8JsonWriter writer, Func<string, string?> nameOf, bool isPartial)
{
    public void Write(JsonElement schema)
    {
        if (schema.ValueKind != JsonValueKind.Object)
        {
            schema.WriteTo(writer);
            return;
        }

        writer.WriteStartObject();
        WriteMembers(schema);
        writer.WriteEndObject();
    }

    /// <summary>Copies the keywords of a schema that is an object.</summary>
    public void WriteMembers(JsonElement schema)
    {
        foreach (JsonProperty keyword in schema.EnumerateObject())
        {
            switch (keyword.Name)
            {
                case "$ref" when keyword.Value.ValueKind == JsonValueKind.String:
                    WriteReference(keyword.Value.GetString()!);
                    break;
                case "$defs" or "$lexicalInteger" or "$source" or "$containsUnevaluated":
                    // Definitions are reached by references, and what only this evaluator knows says nothing to others.
                    break;
                case "not" or "if" or "then" or "else" or "maxContains" or "unevaluatedItems" or "unevaluatedProperties" when isPartial:
                    break;
                case "oneOf" when isPartial && keyword.Value.ValueKind == JsonValueKind.Array:
                    if (!schema.TryGetProperty("anyOf"u8, out _))
                    {
                        WriteList("anyOf", keyword.Value);
                    }

                    break;
                case "properties" or "patternProperties" or "dependentSchemas" when keyword.Value.ValueKind == JsonValueKind.Object:
                    WriteNamed(keyword);
                    break;
                case "allOf" or "anyOf" or "oneOf" or "prefixItems" when keyword.Value.ValueKind == JsonValueKind.Array:
                    WriteList(keyword.Name, keyword.Value);
                    break;
                case "items" or "contains" or "additionalProperties" or "propertyNames" or "unevaluatedItems" or "unevaluatedProperties" or "not" or "if" or "then" or "else" or "contentSchema":
                    writer.WritePropertyName(keyword.Name);
                    Write(keyword.Value);
                    break;
                default:
                    keyword.WriteTo(writer);
                    break;
            }
        }
    }

    private void WriteReference(string reference)
    {
        if (nameOf(reference) is { } name)
        {
            writer.WriteString("$ref"u8, $"#/$defs/{name}");
        }
    }

    private void WriteNamed(JsonProperty keyword)
    {
        writer.WriteStartObject(keyword.Name);
        foreach (JsonProperty entry in keyword.Value.EnumerateObject())
        {
            writer.WritePropertyName(entry.Name);
            Write(entry.Value);
        }

        writer.WriteEndObject();
    }

    private void WriteList(string keyword, JsonElement schemas)
    {
        writer.WriteStartArray(keyword);
        foreach (JsonElement item in schemas.EnumerateArray())
        {
            Write(item);
        }

        writer.WriteEndArray();
    }
}

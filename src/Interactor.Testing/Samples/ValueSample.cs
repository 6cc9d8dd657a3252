using System.Text.Json;
using System.Text.Json.Nodes;

namespace Interactor.Testing.Samples;

/// <summary>
/// Makes a JSON value that a schema accepts and that expressions can read. It is always the same for the same schema. Examples in the schema come first;
/// optional members are there too, until the value gets deep.
/// </summary>
internal sealed class ValueSample(SchemaSource schemas)
{
    private const int OptionalDepth = 6;
    private const int DepthLimit = 24;

    private static readonly string[] Examples = ["const", "example", "default"];

    private readonly Stack<string> _references = new();

    /// <param name="shape">What expressions expect beside the schema.</param>
    /// <param name="name">What the value is called.</param>
    public JsonNode? Of(JsonElement schema, BodyShape? shape, string name = "value") => Of(schema, shape, name, number: 0, depth: 0);

    private JsonNode? Of(JsonElement schema, BodyShape? shape, string name, int number, int depth)
    {
        if (schema.ValueKind != JsonValueKind.Object || !schema.EnumerateObject().Any())
        {
            return OfShape(shape, schema, name, number, depth);
        }

        if (schema.TryGetProperty("$ref", out JsonElement reference) && reference.GetString() is { } target)
        {
            _references.Push(target);
            JsonNode? referred = Of(schemas.Resolve(target), shape, name, number, depth);
            _references.Pop();
            return referred;
        }

        if (shape?.Fixed is { } wanted)
        {
            return wanted.DeepClone();
        }

        return Given(schema) is { } given ? JsonNode.Parse(given.GetRawText()) : Made(SchemaMerge.Flatten(schema, schemas), shape, name, number, depth);
    }

    private JsonNode? Made(JsonElement schema, BodyShape? shape, string name, int number, int depth)
    {
        if (Given(schema) is { } given)
        {
            return JsonNode.Parse(given.GetRawText());
        }

        switch (TypeOf(schema))
        {
            case "object":
                return Object(schema, shape, depth);
            case "array":
                return Array(schema, shape, name, depth);
            case "string":
                return JsonValue.Create(TextSample.Of(schema, name, number, shape?.Kind ?? ShapeKind.Unknown));
            case "integer":
                return NumberSample.Of(schema, isWhole: true, number);
            case "number":
                return NumberSample.Of(schema, isWhole: false, number);
            case "boolean":
                return JsonValue.Create(false);
            case "null":
                return null;
            default:
                return OfShape(shape, schema, name, number, depth);
        }
    }

    private JsonObject Object(JsonElement schema, BodyShape? shape, int depth)
    {
        JsonObject result = [];
        string[] required = Names(schema, "required");
        if (schema.TryGetProperty("properties", out JsonElement properties))
        {
            foreach (JsonProperty property in properties.EnumerateObject())
            {
                bool isWanted = shape?.Find(property.Name) is not null;
                if (required.Contains(property.Name) || isWanted || (depth < OptionalDepth && !IsRecursive(property.Value)))
                {
                    result[property.Name] = depth > DepthLimit ? null : Of(property.Value, shape?.Find(property.Name), property.Name, 0, depth + 1);
                }
            }
        }

        AddOthers(result, required, schema, shape, depth);
        return result;
    }

    // Members that the schema demands or the expressions read without a description.
    private void AddOthers(JsonObject result, string[] required, JsonElement schema, BodyShape? shape, int depth)
    {
        bool hasOthers = schema.TryGetProperty("additionalProperties", out JsonElement others);
        foreach (string name in required.Where(n => !result.ContainsKey(n)))
        {
            result[name] = Of(hasOthers ? others : default, shape?.Find(name), name, 0, depth + 1);
        }

        bool isOpen = others.ValueKind != JsonValueKind.False;
        foreach ((string name, BodyShape member) in shape?.Members.Where(m => isOpen && !result.ContainsKey(m.Key)) ?? [])
        {
            result[name] = Of(hasOthers ? others : default, member, name, 0, depth + 1);
        }

        int least = schema.TryGetProperty("minProperties", out JsonElement count) ? count.GetInt32() : hasOthers && others.ValueKind == JsonValueKind.Object ? 1 : 0;
        for (int i = result.Count; isOpen && i < least; i++)
        {
            result[$"sandbox-{i + 1}"] = Of(hasOthers ? others : default, null, "value", 0, depth + 1);
        }
    }

    private JsonArray Array(JsonElement schema, BodyShape? shape, string name, int depth)
    {
        JsonElement items = schema.TryGetProperty("items", out JsonElement described) ? described : default;
        int least = schema.TryGetProperty("minItems", out JsonElement minimum) ? minimum.GetInt32() : 0;
        int most = schema.TryGetProperty("maxItems", out JsonElement maximum) ? maximum.GetInt32() : int.MaxValue;
        int usual = depth > OptionalDepth || IsRecursive(items) ? 0 : 1;
        BodyShape?[] shapes = shape is { Wanted.Count: > 0 } ? [.. shape.Wanted.Select(w => w.With(shape.Items!))] : [.. Enumerable.Repeat(shape?.Items, Math.Max(usual, least))];
        JsonArray result = [];
        for (int i = 0; i < Math.Clamp(shapes.Length, least, Math.Max(most, least)); i++)
        {
            result.Add(Of(items, i < shapes.Length ? shapes[i] : shape?.Items, Singular(name), i, depth + 1));
        }

        return result;
    }

    private JsonNode? OfShape(BodyShape? shape, JsonElement schema, string name, int number, int depth)
    {
        if (shape is null || depth > DepthLimit)
        {
            return depth == 0 ? new JsonObject() : JsonValue.Create("sandbox-" + name);
        }

        if (shape.Fixed is { } wanted)
        {
            return wanted.DeepClone();
        }

        if (shape.Items is not null)
        {
            return Array(EmptySchema, shape, name, depth);
        }

        if (shape.Members.Any())
        {
            return Object(EmptySchema, shape, depth);
        }

        return shape.Kind switch
        {
            ShapeKind.Integer or ShapeKind.Number => JsonValue.Create(1 + number),
            ShapeKind.Boolean => JsonValue.Create(false),
            ShapeKind.Unknown when depth == 0 => new JsonObject(),
            _ => JsonValue.Create(TextSample.Of(schema, name, number, shape.Kind)),
        };
    }

    private static JsonElement EmptySchema { get; } = JsonDocument.Parse("{}").RootElement;

    private bool IsRecursive(JsonElement schema)
    {
        if (schema.ValueKind != JsonValueKind.Object)
        {
            return false;
        }

        if (schema.TryGetProperty("$ref", out JsonElement reference) && reference.GetString() is { } target)
        {
            return _references.Contains(target);
        }

        return (schema.TryGetProperty("items", out JsonElement items) && IsRecursive(items))
            || SchemaMerge.Branches(schema).Any(IsRecursive);
    }

    private static JsonElement? Given(JsonElement schema)
    {
        foreach (string keyword in Examples)
        {
            if (schema.TryGetProperty(keyword, out JsonElement value) && value.ValueKind != JsonValueKind.Null)
            {
                return value;
            }
        }

        if (schema.TryGetProperty("examples", out JsonElement examples) && examples is { ValueKind: JsonValueKind.Array } && examples.GetArrayLength() > 0)
        {
            return examples[0];
        }

        return schema.TryGetProperty("enum", out JsonElement choices) && choices.ValueKind == JsonValueKind.Array && choices.GetArrayLength() > 0 ? choices[0] : null;
    }

    private static string? TypeOf(JsonElement schema)
    {
        if (schema.TryGetProperty("type", out JsonElement type))
        {
            return type.ValueKind == JsonValueKind.Array
                ? type.EnumerateArray().Select(t => t.GetString()).FirstOrDefault(t => t != "null") ?? "null"
                : type.GetString();
        }

        return schema.TryGetProperty("properties", out _) || schema.TryGetProperty("required", out _) ? "object"
            : schema.TryGetProperty("items", out _) ? "array"
            : schema.TryGetProperty("pattern", out _) || schema.TryGetProperty("minLength", out _) ? "string"
            : schema.TryGetProperty("minimum", out _) || schema.TryGetProperty("maximum", out _) ? "number"
            : null;
    }

    private static string[] Names(JsonElement schema, string keyword) =>
        schema.TryGetProperty(keyword, out JsonElement names) && names.ValueKind == JsonValueKind.Array ? [.. names.EnumerateArray().Select(n => n.GetString() ?? "")] : [];

    private static string Singular(string name) => name.Length > 2 && name.EndsWith('s') && !name.EndsWith("ss", StringComparison.Ordinal) ? name[..^1] : name;
}

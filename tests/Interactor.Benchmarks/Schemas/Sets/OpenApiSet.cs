using System.Text.Json.Nodes;

namespace Interactor.Benchmarks.Schemas.Sets;

/// <summary>
/// OpenAPI 3.1 documents against the meta-schema of OpenAPI 3.1 with its dialect and the vocabularies of draft 2020-12, which refer to
/// each other by <c>$dynamicRef</c>.
/// </summary>
internal static class OpenApiSet
{
    private const string Base = "https://spec.openapis.org/oas/3.1/";

    public static SchemaSet Set { get; } = new("openapi", "openapi-3.1-document", static () =>
    {
        SeededValues values = new(113);
        return [Json.WriteIndented(Description(values, 4)), Json.WriteIndented(Description(values, 25))];
    })
    {
        Others =
        [
            (Base + "schema", "openapi-3.1"),
            (Base + "dialect/base", "openapi-3.1-dialect"),
            (Base + "meta/base", "openapi-3.1-vocabulary"),
        ],
        DynamicTarget = Base + "dialect/base",
    };

    private static JsonObject Description(SeededValues values, int resources)
    {
        string[] names = [.. Enumerable.Range(0, resources).Select(i => $"{Capital(values.Word())}{i}")];
        return new JsonObject
        {
            ["openapi"] = "3.1.0",
            ["info"] = new JsonObject { ["title"] = values.Text(3), ["version"] = "1.4.0", ["license"] = new JsonObject { ["name"] = "MIT", ["identifier"] = "MIT" } },
            ["servers"] = new JsonArray(new JsonObject { ["url"] = "https://api.example.com/v1", ["description"] = values.Text(4) }),
            ["tags"] = Json.List(resources, i => new JsonObject { ["name"] = names[i], ["description"] = values.Text(6) }),
            ["paths"] = new JsonObject(names.SelectMany(name => Paths(values, name))),
            ["components"] = new JsonObject
            {
                ["schemas"] = new JsonObject(names.Select(name => KeyValuePair.Create(name, (JsonNode?)Schema(values, values.Pick(names))))),
                ["responses"] = new JsonObject
                {
                    ["Problem"] = new JsonObject { ["description"] = "A problem.", ["content"] = Content(new JsonObject { ["type"] = "object" }) },
                },
                ["securitySchemes"] = new JsonObject { ["token"] = new JsonObject { ["type"] = "http", ["scheme"] = "bearer" } },
            },
            ["security"] = new JsonArray(new JsonObject { ["token"] = new JsonArray() }),
        };
    }

    private static IEnumerable<KeyValuePair<string, JsonNode?>> Paths(SeededValues values, string name)
    {
        yield return KeyValuePair.Create($"/{name}", (JsonNode?)new JsonObject
        {
            ["get"] = Operation(values, $"list{name}", name, isList: true),
            ["post"] = Operation(values, $"create{name}", name, isList: false, hasBody: true),
        });
        yield return KeyValuePair.Create($"/{name}/{{id}}", (JsonNode?)new JsonObject
        {
            ["parameters"] = new JsonArray(new JsonObject
            {
                ["name"] = "id",
                ["in"] = "path",
                ["required"] = true,
                ["schema"] = new JsonObject { ["type"] = "string", ["format"] = "uuid" },
            }),
            ["get"] = Operation(values, $"get{name}", name, isList: false),
            ["put"] = Operation(values, $"replace{name}", name, isList: false, hasBody: true),
        });
    }

    private static JsonObject Operation(SeededValues values, string id, string name, bool isList, bool hasBody = false)
    {
        JsonObject reference = new() { ["$ref"] = $"#/components/schemas/{name}" };
        JsonObject operation = new()
        {
            ["operationId"] = id,
            ["summary"] = values.Text(5),
            ["tags"] = new JsonArray(name),
            ["parameters"] = Json.List(isList ? 3 : 1, _ => new JsonObject
            {
                ["name"] = values.Word(),
                ["in"] = "query",
                ["description"] = values.Text(4),
                ["schema"] = new JsonObject { ["type"] = new JsonArray("integer", "null"), ["minimum"] = 1, ["maximum"] = 100 },
            }),
        };
        if (hasBody)
        {
            operation["requestBody"] = new JsonObject { ["required"] = true, ["content"] = Content(reference.DeepClone()) };
        }

        operation["responses"] = new JsonObject
        {
            ["200"] = new JsonObject
            {
                ["description"] = values.Text(3),
                ["content"] = Content(isList ? new JsonObject { ["type"] = "array", ["items"] = reference } : reference),
            },
            ["default"] = new JsonObject { ["$ref"] = "#/components/responses/Problem" },
        };
        return operation;
    }

    private static JsonObject Content(JsonNode schema) => new() { ["application/json"] = new JsonObject { ["schema"] = schema } };

    private static JsonObject Schema(SeededValues values, string other) => new()
    {
        ["type"] = "object",
        ["description"] = values.Text(8),
        ["required"] = new JsonArray("id", "name"),
        ["properties"] = new JsonObject
        {
            ["id"] = new JsonObject { ["type"] = "string", ["format"] = "uuid", ["readOnly"] = true },
            ["name"] = new JsonObject { ["type"] = "string", ["minLength"] = 1, ["maxLength"] = 100, ["examples"] = new JsonArray(values.Word()) },
            ["kind"] = new JsonObject { ["enum"] = Json.List(4, i => $"{values.Word()}{i}") },
            ["amount"] = new JsonObject { ["type"] = "number", ["exclusiveMinimum"] = 0, ["multipleOf"] = 0.5 },
            ["related"] = new JsonObject { ["oneOf"] = new JsonArray(new JsonObject { ["$ref"] = $"#/components/schemas/{other}" }, new JsonObject { ["type"] = "null" }) },
            ["labels"] = new JsonObject { ["type"] = "object", ["additionalProperties"] = new JsonObject { ["type"] = "string" }, ["maxProperties"] = 20 },
            ["history"] = new JsonObject { ["type"] = "array", ["uniqueItems"] = true, ["items"] = new JsonObject { ["type"] = "string", ["format"] = "date-time" } },
        },
        ["additionalProperties"] = false,
    };

    private static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];
}

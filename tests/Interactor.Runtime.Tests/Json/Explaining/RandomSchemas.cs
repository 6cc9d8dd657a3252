using System.Globalization;

namespace Interactor.Runtime.Tests.Json.Explaining;

/// <summary>Schemas of the normal form and documents, small enough to meet each other; the same ones for the same seed.</summary>
internal sealed class RandomSchemas(Random random)
{
    private static readonly string[] Names = ["a", "b", "c", "ab", "é", "x-1"];

    private static readonly string[] Scalars =
        ["null", "true", "false", "0", "1", "1.0", "2", "2.5", "-1", "1e2", "1e400", "\"\"", "\"a\"", "\"b\"", "\"ab\"", "\"\\u0061\"", "\"\\uD83D\"", "\"2026-01-31\""];

    private static readonly string[] Types = ["null", "boolean", "integer", "number", "string", "array", "object"];

    /// <summary>A text with definitions that refer to each other.</summary>
    public string Schema() =>
        $$$"""{"$ref":"#/$defs/r0","$defs":{"r0":{{{Object(3, unit: 0)}}},"r1":{{{Object(2, unit: 1)}}},"r2":{{{Schema(1, unit: 2)}}},"end":{"type":["object","string","array"]} } }""";

    public string Document(int depth = 3) => (depth == 0 ? 0 : random.Next(4)) switch
    {
        1 => $"[{string.Join(',', Enumerable.Range(0, random.Next(4)).Select(_ => Document(depth - 1)))}]",
        2 or 3 => $"{{{string.Join(',', Enumerable.Range(0, random.Next(4)).Select(_ => $"\"{Name()}\":{Document(depth - 1)}"))}}}",
        _ => One(Scalars),
    };

    /// <param name="depth">How deep it may go on.</param>
    /// <param name="unit">The definition that is applied to the same value; -1 for a schema of another value. Circles there are no schemas.</param>
    private string Schema(int depth, int unit) => depth == 0 || random.Next(8) == 0
        ? One("true", "true", "false", "{}", $$"""{"$ref":"{{Reference(unit)}}"}""", $$"""{"type":"{{One(Types)}}"}""", $$"""{"const":{{One(Scalars)}}}""")
        : Object(depth, unit);

    private string Reference(int unit) => $"#/$defs/{(unit == 2 ? "end" : $"r{random.Next(unit + 1, 3)}")}";

    private string Object(int depth, int unit)
    {
        Dictionary<string, string> keywords = [];
        for (int count = random.Next(1, 4); count > 0; count--)
        {
            Add(keywords, depth, unit);
        }

        return $"{{{string.Join(',', keywords.Select(static k => $"\"{k.Key}\":{k.Value}"))}}}";
    }

    private void Add(Dictionary<string, string> keywords, int depth, int unit)
    {
        switch (random.Next(34))
        {
            case 0: keywords["type"] = random.Next(2) == 0 ? $"\"{One(Types)}\"" : $"[{string.Join(',', Types.Where(_ => random.Next(2) == 0).Append("object").Distinct().Select(static t => $"\"{t}\""))}]"; break;
            case 1: keywords["enum"] = $"[{One(Scalars)},{One(Scalars)},{Document(1)}]"; break;
            case 2: keywords["const"] = Document(1); break;
            case 3: keywords[One("minimum", "exclusiveMinimum")] = One("0", "1", "1.5", "1e2"); break;
            case 4: keywords[One("maximum", "exclusiveMaximum")] = One("0", "1", "2.5", "1e300"); break;
            case 5: keywords["multipleOf"] = One("1", "0.5", "2"); break;
            case 6: keywords[One("minLength", "maxLength")] = Number(3); break;
            case 7: keywords["pattern"] = One("\"^a\"", "\"b$\"", "\"^.$\"", "\"^[a-z]*$\"", "\"(?<!a)b\""); break;
            case 8: keywords["format"] = One("\"date\"", "\"email\"", "\"int32\"", "\"unknown\""); break;
            case 9: keywords["allOf"] = Schemas(depth, unit); break;
            case 10 or 11: keywords["anyOf"] = Schemas(depth, unit); break;
            case 12 or 13: keywords["oneOf"] = Schemas(depth, unit); break;
            case 14: keywords["not"] = Schema(depth - 1, unit); break;
            case 15:
                keywords["if"] = Schema(depth - 1, unit);
                keywords[One("then", "else")] = Schema(depth - 1, unit);
                keywords[One("then", "else")] = Schema(depth - 1, unit);
                break;
            case 16: keywords["$ref"] = $"\"{Reference(unit)}\""; break;
            case 17 or 18: keywords["properties"] = Named(depth, unit: -1); break;
            case 19: keywords["patternProperties"] = $$"""{"{{One("^a", "b$", "^x-", ".")}}":{{Schema(depth - 1, unit: -1)}}}"""; break;
            case 20: keywords["additionalProperties"] = Schema(depth - 1, unit: -1); break;
            case 21: keywords["propertyNames"] = Schema(depth - 1, unit: -1); break;
            case 22: keywords["required"] = $"[\"{Name()}\",\"{Name()}\"]"; break;
            case 23: keywords["dependentRequired"] = $$"""{"{{Name()}}":["{{Name()}}"]}"""; break;
            case 24: keywords["dependentSchemas"] = Named(depth, unit); break;
            case 25: keywords[One("minProperties", "maxProperties")] = Number(3); break;
            case 26: keywords["prefixItems"] = Schemas(depth, unit: -1); break;
            case 27: keywords["items"] = Schema(depth - 1, unit: -1); break;
            case 28:
                keywords["contains"] = Schema(depth - 1, unit: -1);
                keywords[One("minContains", "maxContains", "x")] = Number(3);
                keywords["$containsUnevaluated"] = One("true", "false");
                break;
            case 29: keywords[One("minItems", "maxItems")] = Number(3); break;
            case 30: keywords["uniqueItems"] = "true"; break;
            case 31: keywords["unevaluatedItems"] = Schema(depth - 1, unit: -1); break;
            case 32: keywords["unevaluatedProperties"] = Schema(depth - 1, unit: -1); break;
            default: keywords["unevaluatedProperties"] = "false"; break;
        }
    }

    private string Schemas(int depth, int unit) => $"[{string.Join(',', Enumerable.Range(0, random.Next(1, 4)).Select(_ => Schema(depth - 1, unit)))}]";

    private string Named(int depth, int unit) => $"{{{string.Join(',', Names.Where(_ => random.Next(3) == 0).Select(name => $"\"{name}\":{Schema(depth - 1, unit)}"))}}}";

    private string Number(int below) => random.Next(below).ToString(CultureInfo.InvariantCulture);

    private string Name() => One(Names);

    private string One(params string[] choices) => choices[random.Next(choices.Length)];
}

using System.Globalization;
using System.Text;
using Interactor.Compiler.Diagnostics;

namespace Interactor.Compiler.Tests.Schemas;

/// <summary>Dynamic references become plain ones: a unit for each scope that makes a difference.</summary>
public sealed class DynamicScopeTests
{
    [Fact]
    public void A_schema_is_written_once_for_each_meaning()
    {
        BoundSchema schema = BoundSchema.Of(
            """
            {
              "properties": { "numbers": { "$ref": "http://e.com/numbers" }, "texts": { "$ref": "http://e.com/texts" }, "any": { "$ref": "http://e.com/list" } },
              "$defs": {
                "list": { "$id": "http://e.com/list", "items": { "$dynamicRef": "#item" }, "$defs": { "item": { "$dynamicAnchor": "item" } } },
                "numbers": { "$id": "http://e.com/numbers", "$ref": "list", "$defs": { "item": { "$dynamicAnchor": "item", "type": "number" } } },
                "texts": { "$id": "http://e.com/texts", "$ref": "list", "$defs": { "item": { "$dynamicAnchor": "item", "type": "string" } } }
              }
            }
            """);

        Assert.Empty(schema.Findings);
        Assert.Equal(3, schema.Units().Count(u => u.StartsWith("list", StringComparison.Ordinal)));
        Assert.Equal(["""{"type":"number"}""", """{"type":"string"}""", "{}"], ((string[])["numbers", "texts", "any"]).Select(name => ItemsOf(schema, name)).ToArray());
    }

    [Fact]
    public void One_meaning_is_written_once()
    {
        BoundSchema schema = BoundSchema.Of("""{"$ref":"https://json-schema.org/draft/2020-12/schema"}""");

        Assert.Equal(schema.Units().Distinct(StringComparer.OrdinalIgnoreCase).Count(), schema.Units().Count());
        Assert.InRange(schema.Units().Count(), 8, 30);
    }

    [Fact]
    public void Too_many_scopes_are_reported_and_the_rest_goes_on()
    {
        // Each of the first schemas may come before each of the second ones, and so on: their anchors meet in every combination.
        StringBuilder json = new("""{"$defs":{""");
        const int levels = 14;
        for (int level = 0; level < levels; level++)
        {
            for (int side = 0; side < 2; side++)
            {
                string next = level + 1 < levels
                    ? string.Create(CultureInfo.InvariantCulture, $$"""{"$ref":"http://e.com/{{level + 1}}.0"},{"$ref":"http://e.com/{{level + 1}}.1"}""")
                    : string.Join(",", Enumerable.Range(0, levels).Select(l => string.Create(CultureInfo.InvariantCulture, $$"""{"$dynamicRef":"http://e.com/{{l}}.0#a{{l}}"}""")));
                json.Append(CultureInfo.InvariantCulture, $$$"""
                    "s{{{level}}}.{{{side}}}":{"$id":"http://e.com/{{{level}}}.{{{side}}}","prefixItems":[{{{next}}}],"$defs":{"a":{"$dynamicAnchor":"a{{{level}}}","const":{{{side}}} } } },
                    """);
            }
        }

        json.Append("\"last\":true}}");
        BoundSchema schema = BoundSchema.Of(json.ToString());

        Assert.Contains("INTC1333", schema.Findings);
        Assert.All(schema.Bound.Diagnostics, d => Assert.Equal(DatatypeDiagnostics.TooManyScopes, d.Descriptor));
    }

    [Fact]
    public void Thousands_of_references_and_anchors_end()
    {
        StringBuilder json = new("""{"$defs":{""");
        for (int i = 0; i < 3000; i++)
        {
            json.Append(CultureInfo.InvariantCulture, $$$"""
                "s{{{i}}}":{"$id":"http://e.com/{{{i}}}","$dynamicAnchor":"a","properties":{"x":{"$dynamicRef":"#a"},"y":{"$ref":"{{{(i + 1) % 3000}}}" } } },
                """);
        }

        json.Append("""
            "last":true},"$ref":"http://e.com/0"}
            """);
        BoundSchema schema = BoundSchema.Of(json.ToString());

        // Each schema is where evaluation may start, so each may be the outermost: that is a square of meanings, and refused.
        Assert.Contains("INTC1333", schema.Findings);
    }

    private static string ItemsOf(BoundSchema schema, string property)
    {
        string root = schema.Root();
        string unit = Reference(root[root.IndexOf($"\"{property}\"", StringComparison.Ordinal)..]);
        string list = schema.Unit(unit);
        return schema.Unit(Reference(list.Contains("\"items\"", StringComparison.Ordinal) ? list : schema.Unit(Reference(list))));
    }

    private static string Reference(string text)
    {
        int start = text.IndexOf("#/$defs/", StringComparison.Ordinal) + "#/$defs/".Length;
        return text[start..text.IndexOf('"', start)];
    }
}

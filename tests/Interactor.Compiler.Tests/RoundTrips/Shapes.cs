using FsCheck;
using FsCheck.Fluent;

namespace Interactor.Compiler.Tests.RoundTrips;

/// <summary>Shapes of every sort, up to a depth.</summary>
internal static class Shapes
{
    private const int MaximumDepth = 3;

    private static readonly string[] Names = ["a", "b", "b-c", "ünï", "$x", "A", "with space", "x\"y", "value", "名前", "long_member_name_1", "long_member_name_2"];

    /// <summary>An object with properties: absent, null and a value, required or not, open, closed, or with members of one type.</summary>
    public static Gen<Shape> Records { get; } = Record(0);

    private static Gen<Shape> Of(int depth) => depth >= MaximumDepth
        ? ScalarShapes.All
        : Gen.Frequency((6, ScalarShapes.All), (2, List(depth)), (1, Map(depth)), (2, Record(depth)), (1, Union(depth)), (1, Tuple(depth)), (1, Odd(depth)), (1, Unique), (1, Nullable(depth)), (1, Tagged(depth)));

    private static Gen<Shape> List(int depth) =>
        from items in Of(depth + 1)
        from isLimited in Gen.Elements(true, false)
        select new Shape($$"""{"type":"array"{{(isLimited ? ",\"maxItems\":12,\"minItems\":1" : "")}},"items":{{items.Schema}}}""", Join(items.Documents, isLimited ? 1 : 0, 12, "[", "]"));

    private static Gen<Shape> Map(int depth) =>
        from values in Of(depth + 1)
        select new Shape(
            $$"""{"type":"object","additionalProperties":{{values.Schema}}}""",
            from count in Gen.Choose(0, 11)
            from members in Gen.CollectToArray(Names.Take(count), name => values.Documents.Select(v => $"{ScalarShapes.Quote(name)}:{v}"))
            select "{" + string.Join(" , ", members) + "}");

    private static Gen<Shape> Unique { get; } = Gen.Elements(
        new Shape("""{"type":"array","items":{"type":"integer"},"uniqueItems":true}""", Gen.Elements("[]", "[1,2.0]", "[9,8,7,6,5,4,3,2,1,0]")),
        new Shape("""{"type":"array","items":{"type":"string"},"uniqueItems":true}""", Gen.Elements("[]", "[\"a\",\"\"]", "[\"\\ud83d\",\"\\ude00\"]")));

    // Null in each of the ways to say that it is one of the values.
    private static Gen<Shape> Nullable(int depth) =>
        from items in Of(depth + 1)
        from schema in Gen.Elements(
            $$"""{"type":["array","null"],"items":{{items.Schema}},"minItems":1}""",
            $$"""{"oneOf":[{"type":"null"},{"type":"array","items":{{items.Schema}} }]}""")
        select new Shape(schema, Gen.OneOf(Gen.Constant("null"), Join(items.Documents, 1, 3, "[", "]")));

    private static Gen<Shape> Tagged(int depth) =>
        from first in Of(depth + 1)
        from second in Of(depth + 1)
        select new Shape(
            $$"""
            {"oneOf":[{"type":"object","required":["kind","a"],"properties":{"kind":{"const":"x,y"},"a":{{first.Schema}} } },
             {"type":"object","required":["kind"],"properties":{"kind":{"enum":["z\\","z"]},"b":{{second.Schema}} } }]}
            """,
            Gen.OneOf(
                first.Documents.Select(a => $$"""{"a":{{a}},"kind":"x,y"}"""),
                second.Documents.Select(b => $$"""{"kind":"z\\","b":{{b}}}""")));

    // A record that is more than the sum of its members. The mutations add a member "unknown 3".
    private static Gen<Shape> Odd(int depth) =>
        from record in Record(depth + 1)
        from schema in Gen.Elements(
            $$"""{"type":"object","allOf":[{{record.Schema}}],"maxProperties":9}""",
            $$"""{"allOf":[{{record.Schema}},{"type":"object","propertyNames":{"pattern":"^[^3]*$"} }]}""",
            $$"""{{record.Schema.TrimEnd()[..^1]}},"propertyNames":{"pattern":"^[^3]*$"} }""",
            $$"""{{record.Schema.TrimEnd()[..^1]}},"patternProperties":{"3$":{"type":"array","minItems":1} } }""",
            $$"""{{record.Schema.TrimEnd()[..^1]}},"if":{"required":["unknown 3"]},"then":{"maxProperties":3} }""")
        select new Shape(schema, record.Documents);

    private static Gen<Shape> Union(int depth) =>
        from record in Record(depth + 1)
        from items in Of(depth + 1)
        select new Shape(
            $$"""{"oneOf":[{"type":"string"},{"type":"array","items":{{items.Schema}}},{{record.Schema}}]}""",
            Gen.OneOf(ScalarShapes.Texts, Join(items.Documents, 0, 3, "[", "]"), record.Documents));

    private static Gen<Shape> Tuple(int depth) =>
        from first in Of(depth + 1)
        from rest in Of(depth + 1)
        select new Shape(
            $$"""{"type":"array","minItems":1,"prefixItems":[{{first.Schema}}],"items":{{rest.Schema}}}""",
            from head in first.Documents
            from tail in Join(rest.Documents, 0, 3, "", "")
            select tail.Length == 0 ? $"[{head}]" : $"[{head},{tail}]");

    private static Gen<Shape> Record(int depth) =>
        from count in Gen.Choose(1, 6)
        from names in Gen.Shuffle(Names).Select(n => n.Take(count).ToArray())
        from properties in Gen.ArrayOf(Of(depth + 1), count)
        from required in Gen.ArrayOf(Gen.Elements(true, false), count)
        from others in Gen.Frequency((2, Gen.Constant<Shape?>(null)), (1, Gen.Constant<Shape?>(new Shape("false", Gen.Constant("")))), (1, ScalarShapes.All.Select(s => (Shape?)s)))
        select new Shape(
            $$"""
            {"type":"object","required":[{{string.Join(",", names.Where((_, i) => required[i]).Select(ScalarShapes.Quote))}}],
             "properties":{{{string.Join(",", names.Select((n, i) => $"{ScalarShapes.Quote(n)}:{properties[i].Schema}"))}}}{{(others is null ? "" : $",\"additionalProperties\":{others.Schema}")}}}
            """,
            Document(names, properties, required, others));

    private static Gen<string> Document(string[] names, Shape[] properties, bool[] required, Shape? others) =>
        from members in Gen.CollectToArray(Enumerable.Range(0, names.Length), i =>
            from isThere in Gen.Elements(true, true, required[i])
            from value in properties[i].Documents
            select isThere ? $"{ScalarShapes.Quote(names[i])}:{value}" : null)
        from more in More(others)
        from shuffled in Gen.Shuffle([.. members.OfType<string>(), .. more])
        select "{" + string.Join(",", shuffled) + "}";

    private static Gen<string[]> More(Shape? others) => others switch
    {
        null => Gen.SubListOf("\"unknown\":{\"n\":[1.50,\"\\ud83d\"]}", "\"un\\u006Bnown 2\":null", "\"\":1e400").Select(m => m.ToArray()),
        { Schema: "false" } => Gen.Constant(Array.Empty<string>()),
        _ => others.Documents.Select(v => (string[])[$"\"unknown\":{v}"]),
    };

    private static Gen<string> Join(Gen<string> items, int least, int most, string open, string close) =>
        from count in Gen.Choose(least, most)
        from all in Gen.ArrayOf(items, count)
        select open + string.Join(",", all) + close;
}

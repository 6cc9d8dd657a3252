using System.Text.Json;
using System.Text.Json.Nodes;

namespace Interactor.Benchmarks.Schemas.Sets;

/// <summary>Shapes that are one of ten kinds, in groups that nest 20 deep; the member that tells the kind comes first or last.</summary>
internal static class UnionSets
{
    private const int Depth = 20;

    public static SchemaSet TagFirst { get; } = new("union-tag-first", "drawing", static () => Drawings(isTagFirst: true))
    {
        Deserialize = static utf8 => JsonSerializer.Deserialize(utf8, DrawingModel.DrawingContext.Default.Drawing),
    };

    // Without its option for metadata out of order, System.Text.Json refuses these documents.
    public static SchemaSet TagLast { get; } = new("union-tag-last", "drawing", static () => Drawings(isTagFirst: false))
    {
        Deserialize = static utf8 => JsonSerializer.Deserialize(utf8, DrawingModel.AnyOrderDrawingContext.Default.Drawing),
    };

    private static IReadOnlyList<byte[]> Drawings(bool isTagFirst)
    {
        SeededValues values = new(53);
        return Json.Documents(3, i => new JsonObject { ["name"] = values.Text(2), ["shapes"] = Json.List(3, _ => Group(values, isTagFirst, Depth)) });
    }

    // A group of some shapes and one smaller group.
    private static JsonObject Group(SeededValues values, bool isTagFirst, int depth)
    {
        JsonArray children = Json.List(3, _ => Simple(values, isTagFirst, values.Below(9)));
        if (depth > 1)
        {
            children.Add(Group(values, isTagFirst, depth - 1));
        }

        return Tagged(isTagFirst, "group", ("name", values.Word()), ("children", children));
    }

    private static JsonObject Simple(SeededValues values, bool isTagFirst, int kind)
    {
        JsonNode Number() => values.Decimal(0, 1000, 2);
        return kind switch
        {
            0 => Tagged(isTagFirst, "circle", ("x", Number()), ("y", Number()), ("radius", values.Between(1, 80)), ("fill", Fill(values, isTagFirst))),
            1 => Tagged(isTagFirst, "ellipse", ("x", Number()), ("y", Number()), ("radiusX", values.Between(1, 80)), ("radiusY", values.Between(1, 80))),
            2 => Tagged(isTagFirst, "rectangle", ("x", Number()), ("y", Number()), ("width", Number()), ("height", Number()), ("fill", Fill(values, isTagFirst))),
            3 => Tagged(isTagFirst, "line", ("x1", Number()), ("y1", Number()), ("x2", Number()), ("y2", Number())),
            4 => Tagged(isTagFirst, "polyline", ("points", Json.List(8, _ => Number()))),
            5 => Tagged(isTagFirst, "path", ("data", "M 10 10 L 90 90 C 1 2 3 4 5 6 Z"), ("fill", Fill(values, isTagFirst))),
            6 => Tagged(isTagFirst, "label", ("x", Number()), ("y", Number()), ("text", values.Text(4))),
            7 => Tagged(isTagFirst, "picture", ("x", Number()), ("y", Number()), ("source", $"pictures/{values.Word()}.png")),
            _ => Tagged(isTagFirst, "link", ("target", $"https://example.com/{values.Word()}"), ("content", Simple(values, isTagFirst, values.Below(8)))),
        };
    }

    private static JsonObject Fill(SeededValues values, bool isTagFirst) => values.Chance(60)
        ? Tagged(isTagFirst, "solid", ("color", "#3366cc"))
        : Tagged(isTagFirst, "gradient", ("from", "#ffffff"), ("to", "#3366cc"), ("angle", values.Below(361)));

    private static JsonObject Tagged(bool isTagFirst, string kind, params (string Name, JsonNode? Value)[] members)
    {
        JsonObject shape = [];
        if (isTagFirst)
        {
            shape["kind"] = kind;
        }

        foreach ((string name, JsonNode? value) in members)
        {
            shape[name] = value;
        }

        shape["kind"] ??= kind;
        return shape;
    }
}

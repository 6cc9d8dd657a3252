using System.Text.Json;
using System.Text.Json.Nodes;

namespace Interactor.Benchmarks.Schemas.Sets;

/// <summary>Maps of about 100 kB: numbers in lists in lists, and a union of geometries.</summary>
internal static class GeoJsonSet
{
    public static SchemaSet Set { get; } = new("geojson", "geojson", static () =>
    {
        SeededValues values = new(23);
        return Json.Documents(3, _ => Collection(values));
    })
    {
        Deserialize = static utf8 => JsonSerializer.Deserialize(utf8, GeoJsonModel.GeoJsonContext.Default.FeatureCollection),
    };

    private static JsonObject Collection(SeededValues values) => new()
    {
        ["type"] = "FeatureCollection",
        ["features"] = Json.List(40, i => new JsonObject
        {
            ["type"] = "Feature",
            ["id"] = $"feature-{i}",
            ["geometry"] = Geometry(values, i % 4),
            ["properties"] = new JsonObject { ["name"] = values.Text(2), ["kind"] = values.Word() },
        }),
        ["bbox"] = Json.List(4, _ => values.Decimal(-180, 180, 4)),
    };

    private static JsonObject Geometry(SeededValues values, int kind) => kind switch
    {
        0 => Geometry("Point", Position(values)),
        1 => Geometry("LineString", Positions(values, 120)),
        2 => Geometry("Polygon", Json.List(2, _ => Positions(values, 90))),
        _ => Geometry("MultiPolygon", Json.List(2, _ => Json.List(1, _ => Positions(values, 70)))),
    };

    private static JsonObject Geometry(string type, JsonArray coordinates) => new() { ["type"] = type, ["coordinates"] = coordinates };

    private static JsonArray Positions(SeededValues values, int count) => Json.List(count, _ => Position(values));

    private static JsonArray Position(SeededValues values) => [values.Decimal(-180, 180, 6), values.Decimal(-90, 90, 6)];
}

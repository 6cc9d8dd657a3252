using System.Text.Json;
using System.Text.Json.Nodes;

namespace Interactor.Benchmarks.Schemas.Sets;

/// <summary>Objects whose member names are data: maps, maps of maps, names by pattern.</summary>
internal static class MapsSet
{
    public static SchemaSet Set { get; } = new("maps", "metrics", static () =>
    {
        SeededValues values = new(67);
        return Json.Documents(4, _ => Metrics(values));
    })
    {
        Deserialize = static utf8 => JsonSerializer.Deserialize(utf8, MetricsModel.MetricsContext.Default.Metrics),
    };

    private static JsonObject Metrics(SeededValues values) => new()
    {
        ["labels"] = Map(40, i => $"{values.Word()}_{i}", () => values.Text(2)),
        ["totals"] = Map(60, i => $"{values.Word()}.{i}", () => values.Decimal(0, 90_000, 3)),
        ["series"] = Map(12, i => $"cpu/{i}", () => new JsonObject
        {
            ["unit"] = "percent",
            ["points"] = Map(30, i => $"2026-01-02T03:{i:d2}:00Z", () => values.Decimal(0, 100, 2)),
        }),
        ["limits"] = Map(20, i => (i % 2 == 0 ? "max_" : "min_") + i, () => values.Below(1000)),
    };

    private static JsonObject Map(int count, Func<int, string> name, Func<JsonNode?> value) =>
        new(Enumerable.Range(0, count).Select(i => KeyValuePair.Create(name(i), value())));
}

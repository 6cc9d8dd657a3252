using System.Text.Json.Nodes;

namespace Interactor.Benchmarks.Schemas.Sets;

/// <summary>Rows that are lists of fixed places. System.Text.Json has no such thing without a converter written by hand.</summary>
internal static class TuplesSet
{
    public static SchemaSet Set { get; } = new("tuples", "candles", static () =>
    {
        SeededValues values = new(107);
        return Json.Documents(2, _ => new JsonObject { ["symbol"] = "ACME", ["rows"] = Json.List(600, i => Row(values, i)) });
    });

    private static JsonArray Row(SeededValues values, int index) =>
    [
        1_700_000_000 + (index * 60),
        values.Decimal(10, 90, 4),
        values.Decimal(10, 90, 4),
        values.Decimal(10, 90, 4),
        values.Decimal(10, 90, 4),
        values.Chance(90) ? "closed" : "open",
    ];
}

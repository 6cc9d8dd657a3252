using System.Text.Json;
using System.Text.Json.Nodes;

namespace Interactor.Benchmarks.Schemas.Sets;

/// <summary>Numbers with bounds and <c>multipleOf</c>; binary fractions, so that validators that compute with doubles agree.</summary>
internal static class NumbersSet
{
    public static SchemaSet Set { get; } = new("numbers", "telemetry", static () =>
    {
        SeededValues values = new(83);
        return Json.Documents(3, _ => new JsonObject
        {
            ["station"] = values.Between(1, 99_999),
            ["samples"] = Json.List(200, i => Sample(values, i)),
        });
    })
    {
        Deserialize = static utf8 => JsonSerializer.Deserialize(utf8, TelemetryModel.TelemetryContext.Default.Telemetry),
    };

    private static JsonObject Sample(SeededValues values, int index) => new()
    {
        ["at"] = 1_700_000_000_000 + (index * 60_000L),
        ["temperature"] = values.Between(-80, 50) + (values.Below(4) * 0.25m),
        ["humidity"] = values.Decimal(0, 100, 1),
        ["speed"] = values.Below(2400) * 5,
        ["share"] = (1 + values.Below(99_998)) / 100_000m,
        ["energy"] = JsonNode.Parse($"{values.Between(1, 9)}.{values.Between(1000, 9999)}e{values.Between(-3, 12)}"),
    };
}

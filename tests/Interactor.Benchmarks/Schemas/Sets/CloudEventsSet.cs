using System.Text.Json;
using System.Text.Json.Nodes;

namespace Interactor.Benchmarks.Schemas.Sets;

/// <summary>Batches of events like those of CloudEvents: an envelope with extensions around any data.</summary>
internal static class CloudEventsSet
{
    public static SchemaSet Set { get; } = new("cloud-events", "cloud-events", static () =>
    {
        SeededValues values = new(101);
        return Json.Documents(5, i => Json.List(10 + i, _ => Event(values)));
    })
    {
        Deserialize = static utf8 => JsonSerializer.Deserialize(utf8, EventModel.EventContext.Default.ListCloudEvent),
    };

    private static JsonObject Event(SeededValues values) => new()
    {
        ["specversion"] = "1.0",
        ["id"] = values.Uuid(),
        ["source"] = $"/shops/{values.Word()}/orders",
        ["type"] = $"com.example.{values.Word()}.{values.Word()}",
        ["datacontenttype"] = "application/json",
        ["dataschema"] = $"https://schemas.example.com/{values.Word()}.json",
        ["subject"] = $"{values.Below(100_000)}",
        ["time"] = values.Timestamp(),
        ["traceparent"] = $"00-{values.Uuid().Replace("-", "", StringComparison.Ordinal)}-{values.Between(100_000, 999_999)}-01",
        ["sampledrate"] = values.Between(1, 100),
        ["data"] = new JsonObject
        {
            ["order"] = values.Below(100_000),
            ["lines"] = Json.List(values.Between(1, 4), _ => new JsonObject { ["sku"] = values.Word(), ["count"] = values.Between(1, 9) }),
            ["total"] = values.Decimal(1, 900, 2),
        },
    };
}

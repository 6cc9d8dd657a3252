using System.Text.Json;
using System.Text.Json.Nodes;

namespace Interactor.Benchmarks.Schemas.Sets;

/// <summary>Objects of up to 200 properties: all in the schema's order, all in another order, and the required ones.</summary>
internal static class WideObjectSet
{
    public static SchemaSet Set { get; } = new("wide-object", "settings", static () =>
    {
        SeededValues values = new(41);
        string[] names = [.. JsonNode.Parse(SchemaSet.TextOf("settings"))!["properties"]!.AsObject().Select(p => p.Key)];
        IEnumerable<string>[] orders = [names, names.OrderBy(n => n[^4..], StringComparer.Ordinal), names.Where((_, i) => i % 2 == 0)];
        return Json.Documents(orders.Length, i => new JsonObject(orders[i].Select(n => KeyValuePair.Create(n, Value(values, n)))));
    })
    {
        Deserialize = static utf8 => JsonSerializer.Deserialize(utf8, SettingsModel.SettingsContext.Default.Settings),
    };

    private static JsonNode? Value(SeededValues values, string name) => name switch
    {
        _ when name.EndsWith("Text", StringComparison.Ordinal) => values.Text(4),
        _ when name.EndsWith("Count", StringComparison.Ordinal) => values.Below(100_000),
        _ when name.EndsWith("Amount", StringComparison.Ordinal) => values.Decimal(0, 5000, 2),
        _ when name.EndsWith("Flag", StringComparison.Ordinal) => values.Chance(50),
        _ => values.Timestamp(),
    };
}

using System.Text.Json;
using System.Text.Json.Nodes;

namespace Interactor.Testing.Samples;

/// <summary>Makes a number that a schema accepts: 1, moved into its bounds.</summary>
internal static class NumberSample
{
    public static JsonValue Of(JsonElement schema, bool isWhole, int number)
    {
        decimal step = Bound(schema, "multipleOf") ?? (isWhole ? 1 : 0);
        decimal? least = Bound(schema, "minimum");
        decimal? most = Bound(schema, "maximum");
        decimal gap = step > 0 ? step : 0.5m;
        if (Bound(schema, "exclusiveMinimum") is { } above)
        {
            least = Math.Max(least ?? above, above + gap);
        }

        if (Bound(schema, "exclusiveMaximum") is { } below)
        {
            most = Math.Min(most ?? below, below - gap);
        }

        decimal value = 1 + number;
        value = least > value ? least.Value : value;
        value = most < value ? most.Value : value;
        if (step > 0 && value % step != 0)
        {
            decimal up = Math.Ceiling(value / step) * step;
            value = up > most ? Math.Floor(value / step) * step : up;
        }

        return isWhole && value == Math.Truncate(value) && Math.Abs(value) < long.MaxValue ? JsonValue.Create((long)value) : JsonValue.Create(value);
    }

    private static decimal? Bound(JsonElement schema, string keyword) =>
        schema.TryGetProperty(keyword, out JsonElement value) && value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out decimal bound) ? bound : null;
}

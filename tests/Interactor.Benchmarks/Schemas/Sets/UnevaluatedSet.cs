using System.Text.Json;
using System.Text.Json.Nodes;

namespace Interactor.Benchmarks.Schemas.Sets;

/// <summary>Closed objects whose members come from several schemas: <c>unevaluatedProperties</c> over <c>allOf</c> and <c>if</c>.</summary>
internal static class UnevaluatedSet
{
    public static SchemaSet Set { get; } = new("unevaluated", "shipment", static () =>
    {
        SeededValues values = new(71);
        return Json.Documents(4, _ => new JsonObject { ["id"] = values.Uuid(), ["parcels"] = Json.List(40, i => Parcel(values, i)) });
    })
    {
        Deserialize = static utf8 => JsonSerializer.Deserialize(utf8, ShipmentModel.ShipmentContext.Default.Shipment),
    };

    private static JsonObject Parcel(SeededValues values, int number)
    {
        bool isAmerican = values.Chance(40);
        JsonObject parcel = new()
        {
            ["number"] = $"P-{number}",
            ["weight"] = values.Decimal(1, 30, 2),
            ["length"] = values.Between(10, 90),
            ["width"] = values.Between(10, 90),
            ["height"] = values.Between(5, 60),
            ["country"] = isAmerican ? "US" : values.Pick(["DE", "FR", "NL"]),
            ["city"] = values.Word(),
            ["street"] = values.Text(2),
        };
        parcel[isAmerican ? "zip" : "postalCode"] = $"{values.Between(10_000, 99_999)}";
        if (values.Chance(30))
        {
            parcel["insured"] = true;
            parcel["value"] = values.Decimal(10, 5000, 2);
            parcel["insurer"] = values.Word();
        }

        return parcel;
    }
}

using System.Text.Json;
using System.Text.Json.Nodes;

namespace Interactor.Benchmarks.Schemas.Sets;

/// <summary>Short and long enums of text, and one of numbers.</summary>
internal static class EnumsSet
{
    public static SchemaSet Set { get; } = new("enums", "payments", static () =>
    {
        SeededValues values = new(89);
        JsonNode definitions = JsonNode.Parse(SchemaSet.TextOf("payments"))!["$defs"]!;
        string[] Values(string name) => [.. definitions[name]!["enum"]!.AsArray().Select(v => (string)v!)];
        (string[] states, string[] currencies, string[] countries) = (Values("State"), Values("Currency"), Values("Country"));
        return Json.Documents(3, _ => new JsonObject
        {
            ["payments"] = Json.List(200, i => new JsonObject
            {
                ["id"] = i,
                ["state"] = values.Pick(states),
                ["method"] = values.Pick(["card", "bank_transfer", "direct_debit", "wallet", "voucher", "cash"]),
                ["currency"] = values.Pick(currencies),
                ["country"] = values.Pick(countries),
                ["channel"] = values.Pick(["web", "app", "store", "phone"]),
                ["risk"] = values.Below(6),
                ["amount"] = values.Decimal(1, 9000, 2),
            }),
        });
    })
    {
        Deserialize = static utf8 => JsonSerializer.Deserialize(utf8, PaymentsModel.PaymentsContext.Default.Payments),
    };
}

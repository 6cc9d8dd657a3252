using System.Text.Json;
using System.Text.Json.Nodes;

namespace Interactor.Benchmarks.Schemas.Sets;

/// <summary>An order of about 400 bytes: what most calls of most services send.</summary>
internal static class SmallRecordSet
{
    private static readonly string[] States = ["draft", "paid", "shipped", "delivered", "cancelled"];

    public static SchemaSet Set { get; } = new("small-record", "order", static () =>
    {
        SeededValues values = new(11);
        return Json.Documents(6, _ => Order(values));
    })
    {
        Deserialize = static utf8 => JsonSerializer.Deserialize(utf8, OrderModel.OrderContext.Default.Order),
    };

    private static JsonObject Order(SeededValues values)
    {
        JsonObject order = new()
        {
            ["id"] = values.Uuid(),
            ["number"] = values.Between(1, 5_000_000),
            ["customer"] = new JsonObject
            {
                ["id"] = values.Between(1, 90_000),
                ["name"] = values.Text(2),
                ["email"] = values.Email(),
                ["isMember"] = values.Chance(50),
            },
            ["status"] = values.Pick(States),
            ["total"] = values.Decimal(5, 900, 2),
            ["currency"] = values.Pick(["EUR", "USD", "GBP"]),
            ["items"] = Json.List(values.Between(1, 3), _ => new JsonObject
            {
                ["sku"] = $"A-{values.Between(1000, 9999)}",
                ["quantity"] = values.Between(1, 5),
                ["price"] = values.Decimal(1, 300, 2),
            }),
            ["createdAt"] = values.Timestamp(),
        };
        if (values.Chance(50))
        {
            order["note"] = values.Text(6);
        }

        return order;
    }
}

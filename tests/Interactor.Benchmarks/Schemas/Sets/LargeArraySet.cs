using System.Text.Json;
using System.Text.Json.Nodes;

namespace Interactor.Benchmarks.Schemas.Sets;

/// <summary>A list of 10,000 records.</summary>
internal static class LargeArraySet
{
    public static SchemaSet Set { get; } = new("large-array", "people", static () =>
    {
        SeededValues values = new(37);
        return Json.Documents(2, _ => new JsonObject { ["people"] = Json.List(10_000, i => Person(values, i)) });
    })
    {
        Deserialize = static utf8 => JsonSerializer.Deserialize(utf8, PeopleModel.PeopleContext.Default.People),
    };

    private static JsonObject Person(SeededValues values, int id) => new()
    {
        ["id"] = id,
        ["firstName"] = values.Word(),
        ["lastName"] = values.Word(),
        ["age"] = values.Between(18, 90),
        ["isActive"] = values.Chance(70),
        ["balance"] = values.Decimal(-500, 9000, 2),
        ["city"] = values.Chance(80) ? values.Word() : null,
        ["tags"] = Json.List(values.Below(3), _ => values.Word()),
    };
}

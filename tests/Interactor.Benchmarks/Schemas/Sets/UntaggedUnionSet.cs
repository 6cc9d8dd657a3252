using System.Text.Json.Nodes;

namespace Interactor.Benchmarks.Schemas.Sets;

/// <summary>Unions that the kind of the value or a required member tells apart. System.Text.Json has no such thing.</summary>
internal static class UntaggedUnionSet
{
    public static SchemaSet Set { get; } = new("union-untagged", "recipients", static () =>
    {
        SeededValues values = new(59);
        return Json.Documents(3, _ => new JsonObject { ["subject"] = values.Text(5), ["recipients"] = Json.List(120, i => Recipient(values, i % 4)) });
    });

    private static JsonNode Recipient(SeededValues values, int kind) => kind switch
    {
        0 => values.Email(),
        1 => new JsonObject { ["name"] = values.Text(2), ["address"] = values.Email() },
        2 => new JsonObject
        {
            ["name"] = values.Text(2),
            ["number"] = $"+49{values.Between(1_000_000, 9_999_999)}",
            ["extension"] = values.Chance(50) ? values.Between(10, 99) : values.Word(),
        },
        _ => new JsonObject
        {
            ["name"] = values.Text(2),
            ["street"] = values.Text(2),
            ["city"] = values.Word(),
            ["zip"] = values.Chance(50) ? values.Between(10_000, 99_999) : $"EC{values.Between(1, 9)}A",
        },
    };
}

using System.Text.Json;
using System.Text.Json.Nodes;

namespace Interactor.Benchmarks.Schemas.Sets;

/// <summary>10,000 strings that must differ.</summary>
internal static class UniqueItemsSet
{
    public static SchemaSet Set { get; } = new("unique-items", "keywords", static () =>
    {
        SeededValues values = new(103);
        return Json.Documents(2, _ => new JsonObject { ["keywords"] = Json.List(10_000, i => $"{values.Word()}-{values.Word()}-{i}") });
    })
    {
        Deserialize = static utf8 => JsonSerializer.Deserialize(utf8, KeywordsModel.KeywordsContext.Default.Keywords),
    };
}

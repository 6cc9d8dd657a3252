using System.Text.Json;
using System.Text.Json.Nodes;

namespace Interactor.Benchmarks.Schemas.Sets;

/// <summary>Answers of which the schema names four members in fifty: what most definitions say of a big service.</summary>
internal static class SparseSet
{
    public static SchemaSet Set { get; } = new("sparse", "search-result", static () =>
    {
        SeededValues values = new(109);
        return Json.Documents(3, _ => new JsonObject { ["total"] = values.Below(10_000), ["items"] = Json.List(30, i => Repository(values, i)) });
    })
    {
        Deserialize = static utf8 => JsonSerializer.Deserialize(utf8, SearchResultModel.SearchResultContext.Default.SearchResult),
    };

    private static JsonObject Repository(SeededValues values, int id)
    {
        JsonObject repository = new() { ["id"] = id, ["name"] = values.Word() };
        for (int i = 0; i < 40; i++)
        {
            repository[$"{values.Word()}_{i}_url"] = $"https://api.example.com/repos/{values.Word()}/{values.Word()}{{/number}}";
        }

        repository["stars"] = values.Below(5000);
        repository["owner"] = new JsonObject { ["login"] = values.Word(), ["id"] = values.Below(100_000), ["roles"] = Json.List(4, _ => values.Word()) };
        repository["pushedAt"] = values.Timestamp();
        repository["sizes"] = Json.List(6, _ => values.Below(1_000_000));
        repository["isFork"] = values.Chance(30);
        return repository;
    }
}

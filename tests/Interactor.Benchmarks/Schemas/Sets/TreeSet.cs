using System.Text.Json;
using System.Text.Json.Nodes;

namespace Interactor.Benchmarks.Schemas.Sets;

/// <summary>A schema that refers to itself: folders in folders.</summary>
internal static class TreeSet
{
    public static SchemaSet Set { get; } = new("tree", "folder", static () =>
    {
        SeededValues values = new(73);
        return Json.Documents(3, _ => Folder(values, 7));
    })
    {
        Deserialize = static utf8 => JsonSerializer.Deserialize(utf8, FolderModel.FolderContext.Default.Folder),
    };

    private static JsonObject Folder(SeededValues values, int depth) => new()
    {
        ["name"] = values.Word(),
        ["folders"] = Json.List(depth == 0 ? 0 : values.Between(1, 2), _ => Folder(values, depth - 1)),
        ["files"] = Json.List(values.Below(5), _ => new JsonObject
        {
            ["name"] = $"{values.Word()}.txt",
            ["size"] = values.Below(10_000_000),
            ["isHidden"] = values.Chance(10),
        }),
    };
}

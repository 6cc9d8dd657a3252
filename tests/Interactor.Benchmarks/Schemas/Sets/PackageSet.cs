using System.Text.Json;
using System.Text.Json.Nodes;

namespace Interactor.Benchmarks.Schemas.Sets;

/// <summary>Indented files like <c>package.json</c>: maps of text, values that are text or an object.</summary>
internal static class PackageSet
{
    public static SchemaSet Set { get; } = new("package-json", "package", static () =>
    {
        SeededValues values = new(97);
        return [.. Enumerable.Range(0, 5).Select(i => Json.WriteIndented(Package(values, i)))];
    })
    {
        Deserialize = static utf8 => JsonSerializer.Deserialize(utf8, PackageModel.PackageContext.Default.Package),
    };

    private static JsonObject Package(SeededValues values, int index) => new()
    {
        ["name"] = index % 2 == 0 ? $"@{values.Word()}/{values.Word()}" : values.Word(),
        ["version"] = $"{values.Below(9)}.{values.Below(20)}.{values.Below(20)}",
        ["description"] = values.Text(9),
        ["keywords"] = Json.List(6, _ => values.Word()),
        ["homepage"] = $"https://{values.Word()}.example.com",
        ["license"] = "MIT",
        ["author"] = index % 2 == 0 ? values.Text(2) : new JsonObject { ["name"] = values.Text(2), ["email"] = values.Email() },
        ["contributors"] = Json.List(3, i => i == 0 ? values.Text(2) : new JsonObject { ["name"] = values.Text(2), ["email"] = values.Email() }),
        ["type"] = "module",
        ["exports"] = new JsonObject
        {
            ["."] = new JsonObject
            {
                ["import"] = new JsonObject { ["types"] = "./dist/index.d.ts", ["default"] = "./dist/index.mjs" },
                ["require"] = new JsonObject { ["types"] = "./dist/index.d.cts", ["default"] = "./dist/index.cjs" },
            },
            ["./internal/*"] = null,
            ["./package.json"] = "./package.json",
        },
        ["files"] = new JsonArray("dist", "README.md"),
        ["scripts"] = Texts(9, values, () => $"{values.Word()} --{values.Word()} && npm run {values.Word()}"),
        ["dependencies"] = Texts(6 + (index * 6), values, () => $"^{values.Below(9)}.{values.Below(30)}.0"),
        ["devDependencies"] = Texts(14 + (index * 6), values, () => $"~{values.Below(9)}.{values.Below(30)}.{values.Below(9)}"),
        ["engines"] = new JsonObject { ["node"] = ">=20" },
        ["repository"] = new JsonObject { ["type"] = "git", ["url"] = $"git+https://git.example.com/{values.Word()}.git" },
    };

    private static JsonObject Texts(int count, SeededValues values, Func<string> text) =>
        new(Enumerable.Range(0, count).Select(i => KeyValuePair.Create($"{values.Word()}-{i}", (JsonNode?)text())));
}

using System.Text.Json;
using System.Text.Json.Nodes;
using Interactor.Benchmarks.Schemas.Sets;

namespace Interactor.Benchmarks.Schemas.Peers;

/// <summary>The schemas and documents of the sets as files, for other processes to read; removed at the end.</summary>
internal sealed class PeerFiles : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("interactor-schemas-");

    /// <summary>Writes the files of a set and gives their folder.</summary>
    public string Write(SchemaSet set, IReadOnlyList<byte[]> documents)
    {
        string folder = _root.CreateSubdirectory(set.Name).FullName;
        File.WriteAllText(Path.Combine(folder, "schema.json"), set.Schema);
        JsonArray others = [];
        foreach ((string uri, string schemaFile) in set.Others)
        {
            File.WriteAllText(Path.Combine(folder, schemaFile + ".json"), SchemaSet.TextOf(schemaFile));
            others.Add(new JsonObject { ["uri"] = uri, ["file"] = schemaFile + ".json" });
        }

        for (int i = 0; i < documents.Count; i++)
        {
            File.WriteAllBytes(Path.Combine(folder, $"document-{i}.json"), documents[i]);
        }

        // Blaze wants one document a line.
        File.WriteAllLines(Path.Combine(folder, "documents.jsonl"), documents.Select(d => JsonSerializer.Serialize(JsonNode.Parse(d))));
        JsonObject index = new()
        {
            ["others"] = others,
            ["documents"] = Json.List(documents.Count, i => $"document-{i}.json"),
            ["dynamicTarget"] = set.DynamicTarget,
        };
        File.WriteAllText(Path.Combine(folder, "set.json"), index.ToJsonString());
        return folder;
    }

    public void Dispose() => _root.Delete(recursive: true);
}

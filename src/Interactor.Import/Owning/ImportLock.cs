using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Interactor.Import.Writing;

namespace Interactor.Import.Owning;

/// <summary>What an import left in a folder. At the next one it tells which files people have edited, and what changed in the source.</summary>
/// <param name="Importer">The version of the importer.</param>
/// <param name="Source">The name of the document's file.</param>
/// <param name="Files">Hashes of the files as the importer wrote them, by their paths.</param>
/// <param name="Contents">Hashes of what the source gave: <c>actions/pets.list</c>, <c>datatypes/Pet</c>, <c>settings/security/key</c>…</param>
public sealed record ImportLock(
    string Importer, string Source, IReadOnlyDictionary<string, string> Files, IReadOnlyDictionary<string, string> Contents)
{
    public const string FileName = "import.lock.json";

    private static readonly JsonSerializerOptions Options = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };

    public static ImportLock Of(string importer, string source, IEnumerable<DefinitionFile> files, IReadOnlyDictionary<string, string> contents) =>
        new(importer, source, files.ToDictionary(f => f.Path, f => TextHash.Of(f.Text), StringComparer.Ordinal), contents);

    /// <summary>Null where the text is no such file.</summary>
    public static ImportLock? Read(string json)
    {
        try
        {
            return JsonNode.Parse(json) is JsonObject root && root["files"] is JsonObject files && root["contents"] is JsonObject contents
                ? new ImportLock((string?)root["importer"] ?? "", (string?)root["source"] ?? "", Hashes(files), Hashes(contents))
                : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or ArgumentException)
        {
            return null;
        }
    }

    /// <summary>The text of the file. The same import gives the same text.</summary>
    public string Write()
    {
        JsonObject root = new() { ["importer"] = Importer, ["source"] = Source, ["files"] = Object(Files), ["contents"] = Object(Contents) };
        return root.ToJsonString(Options) + "\n";
    }

    private static Dictionary<string, string> Hashes(JsonObject members) =>
        members.ToDictionary(m => m.Key, m => (string?)m.Value ?? "", StringComparer.Ordinal);

    private static JsonObject Object(IReadOnlyDictionary<string, string> hashes) =>
        new(hashes.OrderBy(h => h.Key, StringComparer.Ordinal).Select(h => KeyValuePair.Create(h.Key, (JsonNode?)h.Value)));
}

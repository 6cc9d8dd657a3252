using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Interactor.Benchmarks.Schemas.Sets;

/// <summary>Writes the documents of the sets.</summary>
internal static class Json
{
    private static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly JsonSerializerOptions Indented = new(Compact) { WriteIndented = true };

    private static readonly JsonSerializerOptions Escaped = new();

    /// <summary>Without white space, as services send it.</summary>
    public static byte[] Write(JsonNode node) => Encoding.UTF8.GetBytes(node.ToJsonString(Compact));

    /// <summary>Indented, as people keep it in files.</summary>
    public static byte[] WriteIndented(JsonNode node) => Encoding.UTF8.GetBytes(node.ToJsonString(Indented));

    /// <summary>Everything beyond ASCII, and what HTML minds, as <c>\uXXXX</c>.</summary>
    public static byte[] WriteEscaped(JsonNode node) => Encoding.UTF8.GetBytes(node.ToJsonString(Escaped));

    /// <summary>A list of so many items.</summary>
    public static JsonArray List(int count, Func<int, JsonNode?> item)
    {
        JsonArray list = [];
        for (int i = 0; i < count; i++)
        {
            list.Add(item(i));
        }

        return list;
    }

    /// <summary>So many documents.</summary>
    public static IReadOnlyList<byte[]> Documents(int count, Func<int, JsonNode> document) => [.. Enumerable.Range(0, count).Select(i => Write(document(i)))];
}

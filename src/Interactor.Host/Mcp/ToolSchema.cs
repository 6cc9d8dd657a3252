using System.Text.Json;
using System.Text.Json.Nodes;
using Interactor.Runtime.Json;

namespace Interactor.Host.Mcp;

/// <summary>The schemas of actions as clients of the protocol can read them.</summary>
internal static class ToolSchema
{
    // As deep as the runtime reads.
    private const int MostLevels = 1000;

    // Readers of JSON take 64 levels unless they are told otherwise, and the message around a schema has some of its own.
    private const int MostLevelsShown = 50;

    /// <summary>A schema with all that it refers to. What has more levels than clients read says its type only: inputs are validated by the whole schema all the same.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="mostBytes">About how many bytes it may have.</param>
    public static JsonNode? Of(JsonSchema schema, int mostBytes)
    {
        byte[] bundle = schema.Bundle(mostBytes);
        JsonNode? whole = JsonNode.Parse(bundle, documentOptions: new JsonDocumentOptions { MaxDepth = MostLevels });
        return LevelsOf(bundle) <= MostLevelsShown ? whole : Shortened(whole as JsonObject);
    }

    private static int LevelsOf(ReadOnlySpan<byte> json)
    {
        Utf8JsonReader reader = new(json, new JsonReaderOptions { MaxDepth = MostLevels });
        int levels = 0;
        while (reader.Read())
        {
            levels = Math.Max(levels, reader.CurrentDepth);
        }

        return levels;
    }

    private static JsonObject Shortened(JsonObject? whole)
    {
        JsonObject schema = new() { ["description"] = "Its schema has too many levels to be shown." };
        if (whole?["type"] is System.Text.Json.Nodes.JsonValue type)
        {
            schema["type"] = type.DeepClone();
        }

        return schema;
    }
}

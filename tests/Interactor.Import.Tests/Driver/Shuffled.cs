using System.Text.Json.Nodes;

namespace Interactor.Import.Tests.Driver;

/// <summary>The same JSON document with its paths, schemas, responses and other definitions in another order.</summary>
internal static class Shuffled
{
    private static readonly string[] Unordered = ["paths", "schemas", "securitySchemes", "parameters", "responses", "definitions", "callbacks", "webhooks"];

    public static string Of(string json, int seed)
    {
        JsonNode root = JsonNode.Parse(json)!;
        Reorder(root, new Random(seed), "");
        return root.ToJsonString();
    }

    private static void Reorder(JsonNode? node, Random random, string key)
    {
        switch (node)
        {
            case JsonObject members:
                KeyValuePair<string, JsonNode?>[] entries = [.. members];
                members.Clear();
                if (Unordered.Contains(key))
                {
                    random.Shuffle(entries);
                }

                foreach ((string name, JsonNode? value) in entries)
                {
                    Reorder(value, random, name);
                    members.Add(name, value);
                }

                break;
            case JsonArray items:
                foreach (JsonNode? item in items)
                {
                    Reorder(item, random, "");
                }

                break;
        }
    }
}

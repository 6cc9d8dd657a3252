using System.Text.Json;
using System.Text.Json.Nodes;

namespace Interactor.Benchmarks.Schemas.Sets;

/// <summary>Long texts in several scripts, with quotes and line ends: once with escapes only where JSON wants them, once with all of them.</summary>
internal static class EscapesSet
{
    private static readonly string[] Phrases =
    [
        "She said: \"Measure it.\"\n", "C:\\temp\\report.txt\t", "Überraschung, naïve façade. ", "Привет, мир! ", "速い検証が必要です。", "Thumbs up 👍🏽 \r\n",
        "Plain words without anything to escape, as most of a text is. ", "a < b && c > d\n", "path/to/nowhere ",
    ];

    public static SchemaSet Set { get; } = new("escapes", "conversation", static () =>
    {
        SeededValues values = new(79);
        return [.. Enumerable.Range(0, 4).Select(i => i % 2 == 0 ? Json.Write(Conversation(values)) : Json.WriteEscaped(Conversation(values)))];
    })
    {
        Deserialize = static utf8 => JsonSerializer.Deserialize(utf8, ConversationModel.ConversationContext.Default.Conversation),
    };

    private static JsonObject Conversation(SeededValues values) => new()
    {
        ["topic"] = Text(values, 2),
        ["messages"] = Json.List(12, _ => new JsonObject
        {
            ["author"] = values.Text(2),
            ["text"] = Text(values, 20),
            ["html"] = $"<p class=\"message\">\n\t{Text(values, 20)}\n</p>",
        }),
    };

    private static string Text(SeededValues values, int phrases) => string.Concat(Enumerable.Range(0, phrases).Select(_ => values.Pick(Phrases)));
}

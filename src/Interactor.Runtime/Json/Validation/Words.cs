using System.Globalization;
using System.Text.Json;

namespace Interactor.Runtime.Json.Validation;

/// <summary>Parts of messages. What they say comes from the schema, never from the validated document.</summary>
internal static class Words
{
    private const int MostNamed = 12;

    private const int LongestConstant = 60;

    /// <summary>"a", "a or b", "one of a, b, c".</summary>
    public static string OneOf(IReadOnlyList<string> choices) => choices.Count switch
    {
        0 => "absent",
        1 => choices[0],
        2 => $"{choices[0]} or {choices[1]}",
        <= MostNamed => $"one of {string.Join(", ", choices)}",
        _ => $"one of {string.Join(", ", choices.Take(MostNamed))} and {choices.Count - MostNamed} others",
    };

    public static string Constant(JsonElement value)
    {
        string text = value.GetRawText();
        return text.Length <= LongestConstant ? text : "the value that the schema gives";
    }

    /// <summary>"1 item", "3 items".</summary>
    public static string Count(int count, string noun, string? plural = null) =>
        $"{count.ToString(CultureInfo.InvariantCulture)} {(count == 1 ? noun : plural ?? noun + "s")}";
}

using System.Text.Json;

namespace Interactor.Testing.Examples;

/// <summary>Tells two JSON values apart, place by place. Members have no order, and <c>1.0</c> is <c>1</c>.</summary>
internal static class JsonDifference
{
    private const int ShownLength = 200;

    /// <summary>One line for each place that differs, each with its JSON pointer (RFC 6901).</summary>
    public static IReadOnlyList<string> Find(JsonElement expected, JsonElement actual)
    {
        List<string> lines = [];
        Compare(expected, actual, "", lines);
        return lines;
    }

    private static void Compare(JsonElement expected, JsonElement actual, string pointer, List<string> lines)
    {
        if (expected.ValueKind == JsonValueKind.Object && actual.ValueKind == JsonValueKind.Object)
        {
            CompareMembers(expected, actual, pointer, lines);
        }
        else if (expected.ValueKind == JsonValueKind.Array && actual.ValueKind == JsonValueKind.Array)
        {
            CompareItems(expected, actual, pointer, lines);
        }
        else if (!JsonElement.DeepEquals(expected, actual))
        {
            lines.Add($"{Place(pointer)}expected {Show(expected)}, got {Show(actual)}");
        }
    }

    private static void CompareMembers(JsonElement expected, JsonElement actual, string pointer, List<string> lines)
    {
        foreach (JsonProperty member in expected.EnumerateObject())
        {
            string at = $"{pointer}/{Escape(member.Name)}";
            if (actual.TryGetProperty(member.Name, out JsonElement value))
            {
                Compare(member.Value, value, at, lines);
            }
            else
            {
                lines.Add($"{Place(at)}expected {Show(member.Value)}, but it is not there");
            }
        }

        foreach (JsonProperty member in actual.EnumerateObject().Where(m => !expected.TryGetProperty(m.Name, out _)))
        {
            lines.Add($"{Place($"{pointer}/{Escape(member.Name)}")}expected nothing, got {Show(member.Value)}");
        }
    }

    private static void CompareItems(JsonElement expected, JsonElement actual, string pointer, List<string> lines)
    {
        int count = Math.Min(expected.GetArrayLength(), actual.GetArrayLength());
        for (int i = 0; i < count; i++)
        {
            Compare(expected[i], actual[i], $"{pointer}/{i}", lines);
        }

        if (expected.GetArrayLength() != actual.GetArrayLength())
        {
            lines.Add($"{Place(pointer)}expected {expected.GetArrayLength()} items, got {actual.GetArrayLength()}");
        }
    }

    private static string Place(string pointer) => pointer.Length == 0 ? "" : $"{pointer}: ";

    private static string Escape(string name) => name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    private static string Show(JsonElement value) =>
        value.GetRawText() is { Length: > ShownLength } text ? text[..ShownLength] + "…" : value.GetRawText();
}

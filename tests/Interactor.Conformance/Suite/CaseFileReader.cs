using System.Text;
using System.Text.Json;

namespace Interactor.Conformance.Suite;

/// <summary>Reads a file of cases. A file that is none gives a problem that says what is wrong with it.</summary>
internal static class CaseFileReader
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 5000 };

    public static (IReadOnlyList<SuiteCase> Cases, string? Problem) Read(string path)
    {
        try
        {
            using JsonDocument file = JsonDocument.Parse(File.ReadAllBytes(path), Options);
            return file.RootElement.ValueKind == JsonValueKind.Array
                ? ([.. file.RootElement.EnumerateArray().Select(ReadCase)], null)
                : ([], "the file is not a list of cases");
        }
        catch (JsonException error)
        {
            return ([], $"the file is not JSON: {error.Message}");
        }
        catch (FormatException error)
        {
            return ([], error.Message);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return ([], $"the file cannot be read: {error.Message}");
        }
    }

    private static SuiteCase ReadCase(JsonElement element, int index)
    {
        string place = $"case {index + 1}";
        JsonElement schema = Member(element, "schema", place);
        JsonElement tests = Member(element, "tests", place);
        if (tests.ValueKind != JsonValueKind.Array)
        {
            throw new FormatException($"'tests' of {place} is not a list");
        }

        return new SuiteCase(Description(element, place), schema.GetRawText(), [.. tests.EnumerateArray().Select((test, i) => ReadTest(test, $"test {i + 1} of {place}"))]);
    }

    private static SuiteTest ReadTest(JsonElement element, string place)
    {
        JsonElement valid = Member(element, "valid", place);
        return valid.ValueKind is JsonValueKind.True or JsonValueKind.False
            ? new SuiteTest(Description(element, place), Encoding.UTF8.GetBytes(Member(element, "data", place).GetRawText()), valid.GetBoolean())
            : throw new FormatException($"'valid' of {place} is neither true nor false");
    }

    private static JsonElement Member(JsonElement element, string name, string place) =>
        element.ValueKind != JsonValueKind.Object ? throw new FormatException($"{place} is not an object")
        : element.TryGetProperty(name, out JsonElement member) ? member
        : throw new FormatException($"{place} has no '{name}'");

    private static string Description(JsonElement element, string place) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty("description", out JsonElement text) && text.ValueKind == JsonValueKind.String
            ? text.GetString()!
            : place;
}

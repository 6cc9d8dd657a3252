using System.Text;
using System.Text.Json;
using Interactor.Runtime.Json;
using Interactor.Runtime.Json.Validation.Explaining;
using Xunit;

namespace Interactor.Runtime.Tests.Json;

/// <summary>
/// The official test suite, draft 2020-12: every case whose schema is in the normal form that the runtime reads must pass, in the answer alone
/// and, found by its own way, in the explanation. The others are run through the compiler (tests/Interactor.Conformance).
/// </summary>
public sealed class OfficialSuiteTests(ITestOutputHelper output)
{
    // Not in the normal form that the compiler makes of a schema: it resolves what these say.
    private static readonly HashSet<string> Unsupported =
        ["$id", "$anchor", "$dynamicAnchor", "$dynamicRef", "$vocabulary", "dependencies"];

    [Fact]
    public void Required_cases_pass()
    {
        // These want formats and contents to be annotations, and here they are asserted.
        int tests = Run("*.json", static file => file is not ("format.json" or "content.json"), static _ => true);
        Assert.True(tests >= 1000, $"only {tests} tests were within what is supported");
    }

    [Fact]
    public void Optional_cases_pass() => Run("optional/*.json", static file => file != "format-assertion.json", static _ => true);

    [Fact]
    public void Format_cases_pass() => Run("optional/format/*.json", static _ => true, static _ => true);

    private int Run(string pattern, Func<string, bool> isFileRun, Func<string, bool> isTestRun)
    {
        string? folder = SuiteFolder.Find();
        if (folder is null)
        {
            Assert.Skip("skipped: not found: shared/conformance/json-schema-test-suite beside the repository");
        }

        int cases = 0;
        int tests = 0;
        int all = 0;
        List<string> failures = [];
        string path = Path.Combine(folder, Path.GetDirectoryName(pattern) ?? string.Empty);
        foreach (string file in Directory.GetFiles(path, Path.GetFileName(pattern)).Order(StringComparer.Ordinal))
        {
            using JsonDocument suite = JsonDocument.Parse(File.ReadAllBytes(file));
            foreach (JsonElement one in suite.RootElement.EnumerateArray())
            {
                all += one.GetProperty("tests").GetArrayLength();
                if (!isFileRun(Path.GetFileName(file)) || !IsSupported(one.GetProperty("schema")))
                {
                    continue;
                }

                cases++;
                byte[] text = Encoding.UTF8.GetBytes(one.GetProperty("schema").GetRawText());
                JsonSchema schema = new(() => text, static _ => null);
                foreach (JsonElement test in one.GetProperty("tests").EnumerateArray())
                {
                    string data = test.GetProperty("data").GetRawText();
                    if (isTestRun(data))
                    {
                        tests++;
                        Check(schema, test, data, $"{Path.GetFileName(file)}: {one.GetProperty("description")}: {test.GetProperty("description")}", failures);
                    }
                }
            }
        }

        output.WriteLine($"{pattern}: {tests - failures.Count} of {tests} tests passed in {cases} cases; {all - tests} of {all} are not in the normal form");
        Assert.True(failures.Count == 0, string.Join('\n', failures));
        return tests;
    }

    private static void Check(JsonSchema schema, JsonElement test, string data, string title, List<string> failures)
    {
        bool expected = test.GetProperty("valid").GetBoolean();
        byte[] utf8 = Encoding.UTF8.GetBytes(data);
        try
        {
            bool isValid = schema.IsValid(utf8);
            Explanation explanation = Explanation.Of(schema.Model, string.Empty, utf8);
            if (isValid != expected || explanation.IsValid != expected || (explanation.ToList().Count == 0) != expected)
            {
                failures.Add($"{title}: expected {expected}, answered {isValid} with {explanation.ToList().Count} findings");
            }
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            failures.Add($"{title}: {e}");
        }
    }

    private static bool IsSupported(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().All(static member =>
            !Unsupported.Contains(member.Name)
            && (member.Name != "$ref" || member.Value.ValueKind != JsonValueKind.String || member.Value.GetString()!.StartsWith('#'))
            && (member.Name is "const" or "enum" || IsSupported(member.Value))),
        JsonValueKind.Array => element.EnumerateArray().All(IsSupported),
        _ => true,
    };
}

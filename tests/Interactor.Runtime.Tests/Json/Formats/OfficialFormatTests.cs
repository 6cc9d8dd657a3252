using System.Text.Json;
using Interactor.Runtime.Json;
using Interactor.Runtime.Json.Tokens;
using Interactor.Runtime.Json.Validation.Formats;
using Xunit;

namespace Interactor.Runtime.Tests.Json.Formats;

/// <summary>Every case of <c>optional/format</c> in the official test suite, all drafts, asked of the format table itself.</summary>
public sealed class OfficialFormatTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("draft4", 219)]
    [InlineData("draft6", 325)]
    [InlineData("draft7", 676)]
    [InlineData("draft2019-09", 757)]
    [InlineData("draft2020-12", 764)]
    public void Every_case_passes(string draft, int tests)
    {
        if (SuiteFolder.Find() is not { } folder)
        {
            Assert.Skip("skipped: not found: shared/conformance/json-schema-test-suite beside the repository");
            return;
        }

        int count = 0;
        List<string> failures = [];
        foreach (string file in Directory.GetFiles(Path.Combine(Path.GetDirectoryName(folder)!, draft, "optional", "format"), "*.json").Order(StringComparer.Ordinal))
        {
            using JsonDocument suite = JsonDocument.Parse(File.ReadAllBytes(file));
            foreach (JsonElement one in suite.RootElement.EnumerateArray())
            {
                string name = one.GetProperty("schema").GetProperty("format").GetString()!;
                foreach (JsonElement test in one.GetProperty("tests").EnumerateArray())
                {
                    count++;
                    if (Accepts(name, test.GetProperty("data")) != test.GetProperty("valid").GetBoolean())
                    {
                        failures.Add($"{Path.GetFileName(file)}: {one.GetProperty("description")}: {test.GetProperty("description")}");
                    }
                }
            }
        }

        output.WriteLine($"{draft}: {count - failures.Count} of {count}");
        Assert.True(failures.Count == 0, string.Join('\n', failures));
        Assert.True(count >= tests, $"only {count} tests were found");
    }

    private static bool Accepts(string format, JsonElement value)
    {
        if (FormatTable.Find(format) is not { } row || (row.AppliesTo & JsonKinds.String) == 0 || value.ValueKind != JsonValueKind.String)
        {
            return true;
        }

        byte[] raw = System.Text.Encoding.UTF8.GetBytes(value.GetRawText())[1..^1];
        byte[] text = new byte[raw.Length];
        return row.Check(text.AsSpan(0, StringToken.Unescape(raw, text)));
    }
}

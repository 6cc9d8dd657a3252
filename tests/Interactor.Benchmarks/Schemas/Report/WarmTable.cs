using System.Globalization;
using System.Runtime.InteropServices;
using Interactor.Benchmarks.Schemas.Contenders;

namespace Interactor.Benchmarks.Schemas.Report;

/// <summary>The table of the sets, and the geometric means of its ratios.</summary>
internal static class WarmTable
{
    private const string Missing = "–";

    private const string Slower = "⚠";

    private static readonly (string Heading, Func<SetResult, string> Cell)[] Columns =
    [
        ("set", r => r.Set.Name),
        ("bytes", r => Whole(r.DocumentBytes)),
        ("Utf8JsonReader scan", Time(Column.Scan)),
        ("JsonDocument.Parse", Time(Column.Document)),
        ("**validate**", Time(Column.Validate)),
        ("÷ JsonDocument", Ratio(Column.Validate, Column.Document)),
        ("B allocated", r => r.Bytes(Column.Validate) is { } bytes ? Whole(bytes) : Missing),
        ("**read**", Time(Column.Read)),
        ("System.Text.Json", Time(Column.SystemTextJson)),
        ("read ÷ System.Text.Json", Ratio(Column.Read, Column.SystemTextJson)),
        ("ajv, parsed", Time(Column.AjvValue)),
        ("JSON.parse(string) + ajv", Time(Column.AjvText)),
        ("JSON.parse(bytes) + ajv", Time(Column.AjvBytes)),
        ("validate ÷ JSON.parse(string) + ajv", Marked(Column.Validate, Column.AjvText)),
        ("Blaze, parsed", Time(Column.Blaze)),
    ];

    private static readonly (string What, Func<SetResult, double?> Ratio)[] Means =
    [
        ("Utf8JsonReader scan ÷ JsonDocument.Parse", r => r.Ratio(Column.Scan, Column.Document)),
        ("**validate ÷ JsonDocument.Parse**", r => r.Ratio(Column.Validate, Column.Document)),
        ("**read ÷ JsonDocument.Parse**", r => r.Ratio(Column.Read, Column.Document)),
        ("System.Text.Json ÷ JsonDocument.Parse", r => r.Ratio(Column.SystemTextJson, Column.Document)),
        ("**read ÷ System.Text.Json**", r => r.Ratio(Column.Read, Column.SystemTextJson)),
        ("read ÷ System.Text.Json, allocated bytes", r => r.Bytes(Column.Read) / r.Bytes(Column.SystemTextJson)),
        ("ajv, parsed ÷ JsonDocument.Parse", r => r.Ratio(Column.AjvValue, Column.Document)),
        ("JSON.parse(string) + ajv ÷ JsonDocument.Parse", r => r.Ratio(Column.AjvText, Column.Document)),
        ("JSON.parse(bytes) + ajv ÷ JsonDocument.Parse", r => r.Ratio(Column.AjvBytes, Column.Document)),
        ("Blaze, parsed ÷ JsonDocument.Parse", r => r.Ratio(Column.Blaze, Column.Document)),
        ("**validate ÷ JSON.parse(string) + ajv**", r => r.Ratio(Column.Validate, Column.AjvText)),
        ("**validate ÷ JSON.parse(bytes) + ajv**", r => r.Ratio(Column.Validate, Column.AjvBytes)),
    ];

    public static void Write(TextWriter output, IReadOnlyList<SetResult> results, SchemaOptions options)
    {
        // A column that nobody took part in is left out.
        (string Heading, string[] Cells)[] columns =
        [
            .. Columns.Select(c => (c.Heading, Cells: results.Select(c.Cell).ToArray())).Where(c => c.Cells.Any(cell => cell != Missing)),
        ];
        output.WriteLine(
            $"Nanoseconds a document, medians of {options.Rounds} rounds of {options.Turn.TotalMilliseconds} ms; {RuntimeInformation.FrameworkDescription}, {Environment.ProcessorCount} processors.");
        output.WriteLine();
        output.WriteLine($"| {string.Join(" | ", columns.Select(c => c.Heading))} |");
        output.WriteLine($"|---|{string.Concat(columns.Skip(1).Select(_ => "---:|"))}");
        for (int row = 0; row < results.Count; row++)
        {
            output.WriteLine($"| {string.Join(" | ", columns.Select(c => c.Cells[row]))} |");
        }

        WriteMeans(output, results);
        WriteRefusals(output, results);
    }

    private static void WriteMeans(TextWriter output, IReadOnlyList<SetResult> results)
    {
        output.WriteLine();
        output.WriteLine("| geometric mean | | sets |");
        output.WriteLine("|---|---:|---:|");
        foreach ((string what, Func<SetResult, double?> ratio) in Means)
        {
            double[] ratios = [.. results.Select(ratio).OfType<double>()];
            if (ratios.Length > 0)
            {
                output.WriteLine($"| {what} | {Two(Math.Exp(ratios.Average(Math.Log)))} | {ratios.Length} |");
            }
        }

        string[] slower = [.. results.Where(r => r.Ratio(Column.Validate, Column.AjvText) > 1).Select(r => r.Set.Name)];
        if (slower.Length > 0)
        {
            output.WriteLine();
            output.WriteLine($"Validating is slower than JSON.parse(string) + ajv ({Slower}) for: {string.Join(", ", slower)}.");
        }
    }

    private static void WriteRefusals(TextWriter output, IReadOnlyList<SetResult> results)
    {
        string[] lines = [.. results.SelectMany(r => r.Refusals.Select(refusal => $"- {r.Set.Name}, {refusal.Key}: {refusal.Value}"))];
        if (lines.Length > 0)
        {
            output.WriteLine();
            output.WriteLine("n/a:");
            output.WriteLine();
            Array.ForEach(lines, output.WriteLine);
        }
    }

    private static Func<SetResult, string> Time(Column column) => result =>
        result.Nanoseconds(column) is { } time ? Whole(time) : result.Refusals.ContainsKey(column) ? "n/a" : Missing;

    private static Func<SetResult, string> Ratio(Column column, Column of) => result => result.Ratio(column, of) is { } ratio ? Two(ratio) : Missing;

    // The sign stands where the first of the two is the slower one.
    private static Func<SetResult, string> Marked(Column column, Column of) => result =>
        result.Ratio(column, of) is { } ratio ? Two(ratio) + (ratio > 1 ? " " + Slower : "") : Missing;

    private static string Whole(double value) => value.ToString("N0", CultureInfo.InvariantCulture);

    private static string Two(double value) => value.ToString("N2", CultureInfo.InvariantCulture);
}

using System.Globalization;
using Interactor.Benchmarks.Schemas.Cold;

namespace Interactor.Benchmarks.Schemas.Report;

/// <summary>The table of first calls.</summary>
internal static class ColdTable
{
    private static readonly (string Heading, Func<ColdResult, string> Cell)[] Columns =
    [
        ("set", r => r.Set.Name),
        ("schema, nodes", r => r.Nodes.ToString("N0", CultureInfo.InvariantCulture)),
        ("first validation, ms", Call(FirstCall.Kind.Validate)),
        ("first read, ms", Call(FirstCall.Kind.Read)),
        ("System.Text.Json, ms", Call(FirstCall.Kind.Deserialize)),
        ("JsonDocument.Parse, ms", Call(FirstCall.Kind.Parse)),
        ("generated files", r => r.Files.ToString(CultureInfo.InvariantCulture)),
        ("generating, ms", r => Milliseconds(r.Generating)),
        ("compiling, ms", r => Milliseconds(r.Compiling)),
        ("assembly, kB", r => Kilobytes(r.AssemblyBytes)),
    ];

    public static void Write(TextWriter output, IReadOnlyList<ColdResult> results, IReadOnlyList<string> refusals)
    {
        output.WriteLine("First calls in fresh processes, medians.");
        output.WriteLine();
        output.WriteLine($"| {string.Join(" | ", Columns.Select(c => c.Heading))} |");
        output.WriteLine($"|---|{string.Concat(Columns.Skip(1).Select(_ => "---:|"))}");
        foreach (ColdResult result in results)
        {
            output.WriteLine($"| {string.Join(" | ", Columns.Select(c => c.Cell(result)))} |");
        }

        foreach (string refusal in refusals)
        {
            output.WriteLine();
            output.WriteLine($"n/a: {refusal}");
        }
    }

    private static Func<ColdResult, string> Call(FirstCall.Kind kind) => result => result.Calls.TryGetValue(kind, out TimeSpan time) ? Milliseconds(time) : "–";

    private static string Milliseconds(TimeSpan time) => time.TotalMilliseconds.ToString("N1", CultureInfo.InvariantCulture);

    private static string Kilobytes(int bytes) => (bytes / 1000.0).ToString("N1", CultureInfo.InvariantCulture);
}

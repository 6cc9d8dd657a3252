using System.Globalization;
using Interactor.Corpus.Running;

namespace Interactor.Corpus.Reporting;

/// <summary>What a run comes to: times, sizes, the most frequent errors, and the counts.</summary>
internal sealed class SummaryTable(TextWriter output)
{
    private const int ErrorLimit = 20;

    public void Write(IReadOnlyList<DocumentResult> results)
    {
        output.WriteLine();
        output.WriteLine("stage      median ms     p95 ms      max ms     total s");
        WriteStage("import", results, r => r.Milliseconds.Import);
        WriteStage("generate", results, r => r.Milliseconds.Generate);
        WriteStage("both", results, r => r.Milliseconds.Import + r.Milliseconds.Generate);
        WriteStage("compile", results.Where(r => r.Milliseconds.Compile > 0), r => r.Milliseconds.Compile);
        output.WriteLine();
        output.WriteLine(Text(
            $"documents {Megabytes(results.Sum(r => r.DocumentBytes))} MB, definitions {Megabytes(results.Sum(r => r.DefinitionBytes))} MB, C# {Megabytes(results.Sum(r => r.CodeBytes))} MB"));
        output.WriteLine(Text($"actions {results.Sum(r => r.Actions)}, datatypes {results.Sum(r => r.Datatypes)}, peak memory {Megabytes(results.Max(r => r.PeakBytes))} MB"));
        WriteErrors(results);
        output.WriteLine(Text($"{results.Count(r => r.Passed)} passed, {results.Count(r => !r.Passed)} failed"));
    }

    private void WriteStage(string name, IEnumerable<DocumentResult> results, Func<DocumentResult, double> time)
    {
        double[] times = [.. results.Select(time).Order()];
        if (times.Length > 0)
        {
            output.WriteLine(Text($"{name,-9} {times[times.Length / 2],10:F1} {times[(int)(times.Length * 0.95)],10:F1} {times[^1],11:F1} {times.Sum() / 1000,11:F1}"));
        }
    }

    private void WriteErrors(IReadOnlyList<DocumentResult> results)
    {
        var errors = results
            .SelectMany(r => r.Errors.Select(e => (Error: $"{r.Stage} {e.Key}", e.Value, r.Id)))
            .GroupBy(e => e.Error)
            .OrderByDescending(g => g.Count())
            .Take(ErrorLimit);
        foreach (var error in errors)
        {
            output.WriteLine(Text($"{error.Key,-40} {error.Count(),6} documents {error.Sum(e => e.Value),8} times, such as {error.First().Id}"));
        }
    }

    private static string Megabytes(long bytes) => (bytes / 1e6).ToString("F1", CultureInfo.InvariantCulture);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

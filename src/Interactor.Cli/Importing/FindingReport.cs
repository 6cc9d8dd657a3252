using System.Globalization;
using Interactor.Import.Findings;

namespace Interactor.Cli.Importing;

/// <summary>What became of a document, rule by rule: how often, and the first places.</summary>
internal sealed class FindingReport(IReadOnlyList<ImportFinding> findings)
{
    private const int Shown = 3;

    private const int WidestLine = 160;

    public void Write(TextWriter output)
    {
        foreach (IGrouping<(FindingKind Kind, string Rule), ImportFinding> rule in findings
            .GroupBy(f => (f.Kind, f.Rule))
            .OrderBy(g => g.Key.Kind)
            .ThenByDescending(g => g.Count())
            .ThenBy(g => g.Key.Rule, StringComparer.Ordinal))
        {
            int count = rule.Count();
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Word(rule.Key.Kind),-12} {count,6}  {rule.Key.Rule}"));
            foreach (ImportFinding finding in rule.Key.Kind == FindingKind.Exact ? [] : rule.Take(Shown))
            {
                output.WriteLine($"    {finding.Location}{(IsFarOut(finding) ? " " + finding.Pointer : "")}: {finding.Message}");
            }

            if (count > Shown && rule.Key.Kind != FindingKind.Exact)
            {
                output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"    and {count - Shown} more"));
            }
        }
    }

    /// <summary>A finding as the compiler writes its own.</summary>
    public static string Line(ImportFinding finding) => IsFarOut(finding) ? $"{finding} ({finding.Pointer})" : finding.ToString();

    // A column leads nobody to a place in a document of a single line: its JSON pointer does.
    private static bool IsFarOut(ImportFinding finding) => finding is { Pointer.Length: > 1, Location.Start: { Line: 0, Column: > WidestLine } };

    public static string Word(FindingKind kind) => kind.ToString().ToLowerInvariant();
}

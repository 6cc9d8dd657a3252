using System.Globalization;

namespace Interactor.Conformance.Running;

/// <summary>Prints what passed and failed, a row for each section of each draft.</summary>
internal static class ResultTable
{
    public static void Write(ConformanceResult result, TextWriter output)
    {
        string[][] rows =
        [
            ["draft", "section", "passed", "failed"],
            .. result.Sections.Select(s => new[] { s.Draft, s.Name, Number(s.Passed), Number(s.Failed) }),
        ];
        int[] widths = [.. Enumerable.Range(0, 4).Select(column => rows.Max(row => row[column].Length))];
        foreach (string[] row in rows)
        {
            output.WriteLine($"{row[0].PadRight(widths[0])}  {row[1].PadRight(widths[1])}  {row[2].PadLeft(widths[2])}  {row[3].PadLeft(widths[3])}");
        }
    }

    private static string Number(int value) => value.ToString("N0", CultureInfo.InvariantCulture);
}

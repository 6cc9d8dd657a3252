using System.Globalization;
using Interactor.Conformance.Running;
using Interactor.Conformance.Suite;

namespace Interactor.Conformance;

/// <summary>The command line: reads a suite, runs it, prints the table.</summary>
internal static class ConformanceProgram
{
    private const int FailuresShown = 10;

    /// <returns>0 where everything passed, 1 where something failed, 2 where the command line is wrong or nothing was found to run.</returns>
    public static int Run(string[] arguments, TextWriter output, TextWriter errors)
    {
        ConformanceOptions options = ConformanceOptions.Parse(arguments);
        if (options.IsHelp)
        {
            output.WriteLine(ConformanceOptions.Help);
            return 0;
        }

        if (options.Problem is { } problem)
        {
            errors.WriteLine(problem);
            errors.WriteLine("--help tells what there is.");
            return 2;
        }

        SuiteReader suite = SuiteReader.Read(options.Suite, options.Draft);
        foreach (string note in suite.Notes)
        {
            output.WriteLine(note);
        }

        if (suite.Files.Count == 0)
        {
            errors.WriteLine($"There are no case files in '{options.Suite}'{(options.Draft is { } draft ? $" for {draft}" : "")}.");
            return 2;
        }

        ConformanceResult result = ConformanceRun.Run(suite, options.AssertFormat);
        ResultTable.Write(result, output);
        WriteFailures(result, options.ListFailures, output);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{result.Passed} passed, {result.Failed} failed"));
        return result.Failed == 0 ? 0 : 1;
    }

    private static void WriteFailures(ConformanceResult result, bool all, TextWriter output)
    {
        string[] lines = [.. result.Failures.Select(f => f.ToString())];
        int shown = all ? lines.Length : Math.Min(FailuresShown, lines.Length);
        foreach (string line in lines.Take(shown))
        {
            output.WriteLine(line);
        }

        if (shown < lines.Length)
        {
            output.WriteLine($"… and {lines.Length - shown} more; --list-failures lists all.");
        }
    }
}

using System.Globalization;

namespace Interactor.Grants;

/// <summary>Whether a grant gets lost: many processes refresh it at once, and processes that refresh it are killed.</summary>
public static class GrantsProgram
{
    private const string Usage = """
        race [rounds] [processes] [calls] [named]   processes share a store and call with an expired token, the main one or a named one
        kill [rounds] [grace] [named]               processes are killed between the provider's answer and the write; with grace the provider takes a refresh token again
        """;

    public static async Task<int> RunAsync(string[] args, TextWriter output)
    {
        switch (args)
        {
            case ["worker", .. string[] rest]:
                await Worker.RunAsync(WorkerArguments.Parse(rest));
                return 0;
            case ["race", .. string[] rest]:
                return Report(await Race.RunAsync(Number(rest, 0, 20), Number(rest, 1, 3), Number(rest, 2, 200), TokenOf(rest)), output);
            case ["kill", .. string[] rest]:
                return Report(await Kill.RunAsync(Number(rest, 0, 100), hasGrace: rest.Contains("grace"), TokenOf(rest)), output);
            default:
                output.WriteLine(Usage);
                return 2;
        }
    }

    private static string TokenOf(string[] args) => args.Contains("named") ? "person" : "main";

    private static int Number(string[] args, int index, int otherwise) =>
        index < args.Length && int.TryParse(args[index], NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : otherwise;

    private static int Report(GrantsReport report, TextWriter output)
    {
        output.WriteLine(report.Summary);
        foreach (string failure in report.Failures)
        {
            output.WriteLine(failure);
        }

        return report.Failures.Count == 0 ? 0 : 1;
    }
}

/// <summary>What came of the rounds.</summary>
/// <param name="Failures">Each breach with its round; empty where no grant was lost.</param>
public sealed record GrantsReport(string Summary, IReadOnlyList<string> Failures);

using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Interactor.Cli.Output;
using Interactor.Testing.Examples;

namespace Interactor.Cli.Commands;

/// <summary><c>interactor test</c>: runs the tests that stand in definitions.</summary>
internal static class TestCommand
{
    public static Command Create(CommandHost host)
    {
        Argument<string[]> paths = PathArguments.Several();
        Option<string> filter = new("--filter") { Description = "Runs only tests whose connector, action or name holds this text.", HelpName = "TEXT" };
        Command command = new("test", "Runs the tests of definitions offline.") { paths, filter };
        command.SetAction((parsed, cancellation) => RunAsync(host, parsed.GetRequiredValue(paths), parsed.GetValue(filter), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(CommandHost host, string[] paths, string? filter, CancellationToken cancellation)
    {
        Stopwatch watch = Stopwatch.StartNew();
        ConnectorExample[] examples =
        [
            .. PathArguments.Read(paths)
                .SelectMany(sources => ConnectorExamples.Discover(sources, cancellation))
                .Where(e => filter is null || e.ToString().Contains(filter, StringComparison.OrdinalIgnoreCase)),
        ];
        if (examples.Length == 0 && filter is not null)
        {
            throw new CommandException($"No test has '{filter}' in its connector, action or name.");
        }

        int failed = 0;
        foreach (ConnectorExample example in examples)
        {
            ExampleResult result;
            using (Progress.Start(host, example.ToString()))
            {
                result = await example.RunAsync(cancellation).ConfigureAwait(false);
            }

            failed += result.Passed ? 0 : 1;
            Report(host.Out, example, result);
        }

        string seconds = watch.Elapsed.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture);
        host.Error.WriteLine($"{Count.Of(examples.Length, "test")}: {examples.Length - failed} passed, {failed} failed, in {seconds} s.");
        return failed > 0 ? ExitCode.Failure : ExitCode.Good;
    }

    private static void Report(TextWriter output, ConnectorExample example, ExampleResult result)
    {
        output.WriteLine($"{(result.Passed ? "passed" : "FAILED")}  {example}");
        foreach (string failure in result.Failures)
        {
            output.WriteLine("        " + failure);
        }
    }
}

using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Interactor.Cli.Help;

/// <summary>Prints the help of a command, then examples of it.</summary>
internal sealed class ExamplesHelpAction(HelpAction inner) : SynchronousCommandLineAction
{
    // What else is wrong with the command line does not keep anyone from its help.
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        inner.Invoke(parseResult);
        IReadOnlyList<string> examples = CommandExamples.Of(parseResult.CommandResult.Command);
        TextWriter output = parseResult.InvocationConfiguration.Output;
        if (examples.Count > 0)
        {
            output.WriteLine("Examples:");
            foreach (string example in examples)
            {
                output.WriteLine("  " + example);
            }

            output.WriteLine();
        }

        output.WriteLine("Exit codes: 0 good, 1 findings or a failure, 2 a command line that is not valid, 130 cancelled, 143 told to terminate.");
        return ExitCode.Good;
    }
}

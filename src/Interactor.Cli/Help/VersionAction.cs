using System.CommandLine;
using System.CommandLine.Invocation;

namespace Interactor.Cli.Help;

/// <summary>Prints the version of the tool.</summary>
internal sealed class VersionAction : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        parseResult.InvocationConfiguration.Output.WriteLine(ToolVersion.Text);
        return ExitCode.Good;
    }
}

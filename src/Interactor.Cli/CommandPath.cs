using System.CommandLine.Parsing;

namespace Interactor.Cli;

/// <summary>The words that name a command: <c>interactor check</c>.</summary>
internal static class CommandPath
{
    public const string Tool = "interactor";

    public static IEnumerable<string> Of(CommandResult command) =>
        command.Parent is CommandResult parent ? Of(parent).Append(command.Command.Name) : [Tool];
}

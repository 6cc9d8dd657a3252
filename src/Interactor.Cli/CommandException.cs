namespace Interactor.Cli;

/// <summary>Ends a command with a message for people.</summary>
internal sealed class CommandException(string message, int exitCode = ExitCode.Failure) : Exception(message)
{
    public int ExitCode { get; } = exitCode;
}

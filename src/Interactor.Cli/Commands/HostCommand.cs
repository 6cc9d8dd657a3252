using System.CommandLine;

namespace Interactor.Cli.Commands;

/// <summary><c>interactor host</c>: connectors over HTTP.</summary>
internal static class HostCommand
{
    public static Command Create(CommandHost host) => new("host", "Serves connectors over HTTP: accounts, keys, executions.")
    {
        HostUpCommand.Create(host),
        HostBackupCommand.Create(host),
        HostRestoreCommand.Create(host),
        HostPasswordLinkCommand.Create(host),
    };
}

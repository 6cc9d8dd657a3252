using System.CommandLine;
using Interactor.Cli.Hosting;
using Interactor.Cli.Output;
using Interactor.Host;
using Interactor.Host.Backup;

namespace Interactor.Cli.Commands;

/// <summary><c>interactor host restore</c>: puts a backup into a database of either kind.</summary>
internal static class HostRestoreCommand
{
    public static Command Create(CommandHost host)
    {
        Argument<string> file = new("file") { Description = "The backup." };
        Option<string> data = StoreOptions.Data();
        Option<string?> connection = StoreOptions.Connection();
        Option<string?> keys = StoreOptions.Keys();
        Option<bool> replace = new("--replace") { Description = "Throws away what is in the database." };
        Option<bool> withKeys = new("--with-keys") { Description = $"Restores the key ring of the backup too, whose passphrase is asked for or is {Passphrase.Variable}." };
        Command command = new("restore", "Puts a backup into the database of a host that does not run.") { file, data, connection, keys, replace, withKeys };
        command.SetAction((parsed, cancellation) => RunAsync(
            host,
            new HostSettings
            {
                DataDirectory = parsed.GetRequiredValue(data),
                Connection = parsed.GetValue(connection) ?? host.Variable(StoreOptions.ConnectionVariable),
                KeyDirectory = parsed.GetValue(keys),
            },
            parsed.GetRequiredValue(file),
            parsed.GetValue(replace),
            parsed.GetValue(withKeys),
            cancellation));
        return command;
    }

    private static async Task<int> RunAsync(CommandHost host, HostSettings settings, string file, bool replaces, bool isWithKeys, CancellationToken cancellation)
    {
        string? passphrase = isWithKeys ? Passphrase.ForOpening(host) : null;
        BackupSummary summary;
        using (Progress.Start(host, "Restoring the backup"))
        {
            summary = await HostRestore.ReadAsync(settings, file, replaces, passphrase, cancellation).ConfigureAwait(false);
        }

        host.Out.WriteLine($"{summary.Database}: {Count.Of(summary.Rows, "row")} of {Count.Of(summary.Tables, "table")}, schema {summary.Schema}.");
        host.Error.WriteLine(summary.HasKeys
            ? "The key ring was restored."
            : "The key ring was not restored: the host needs the one that the backup was made with.");
        return ExitCode.Good;
    }
}

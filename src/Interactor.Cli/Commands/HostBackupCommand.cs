using System.CommandLine;
using Interactor.Cli.Hosting;
using Interactor.Cli.Output;
using Interactor.Host;
using Interactor.Host.Backup;

namespace Interactor.Cli.Commands;

/// <summary><c>interactor host backup</c>: all that a host keeps, in one file.</summary>
internal static class HostBackupCommand
{
    public static Command Create(CommandHost host)
    {
        Option<string> data = StoreOptions.Data();
        Option<string?> connection = StoreOptions.Connection();
        Option<string?> keys = StoreOptions.Keys();
        Option<string> output = new("--output", "-o") { Description = "The file to write. It must not exist.", HelpName = "FILE", Required = true };
        Option<bool> withKeys = new("--with-keys") { Description = $"Puts the key ring into the backup, encrypted by a passphrase, which is asked for or is {Passphrase.Variable}." };
        Command command = new("backup", "Writes the content of a host's database to a file. The host may go on running.") { data, connection, keys, output, withKeys };
        command.SetAction((parsed, cancellation) => RunAsync(
            host,
            new HostSettings
            {
                DataDirectory = parsed.GetRequiredValue(data),
                Connection = parsed.GetValue(connection) ?? host.Variable(StoreOptions.ConnectionVariable),
                KeyDirectory = parsed.GetValue(keys),
            },
            parsed.GetRequiredValue(output),
            parsed.GetValue(withKeys),
            cancellation));
        return command;
    }

    private static async Task<int> RunAsync(CommandHost host, HostSettings settings, string output, bool isWithKeys, CancellationToken cancellation)
    {
        string? passphrase = isWithKeys ? Passphrase.ForSealing(host) : null;
        BackupSummary summary;
        using (Progress.Start(host, "Writing the backup"))
        {
            summary = await HostBackup.WriteAsync(settings, output, passphrase, cancellation).ConfigureAwait(false);
        }

        host.Out.WriteLine($"{output}: {Count.Of(summary.Rows, "row")} of {Count.Of(summary.Tables, "table")} of {summary.Database}, schema {summary.Schema}.");
        host.Error.WriteLine(summary.HasKeys
            ? "The key ring is in it, encrypted by the passphrase."
            : "The key ring is not in it: without its files the secrets in the backup cannot be decrypted. Keep a copy of them elsewhere, or use --with-keys.");
        return ExitCode.Good;
    }
}

namespace Interactor.Cli.Hosting;

/// <summary>The passphrase of a key ring: from the environment or a person, never from the command line, which other programs of the machine can read.</summary>
internal static class Passphrase
{
    public const string Variable = "INTERACTOR_BACKUP_PASSPHRASE";

    private const int FewestCharacters = 12;

    /// <summary>A passphrase that is new; a person types it twice.</summary>
    public static string ForSealing(CommandHost host)
    {
        string passphrase = ForOpening(host);
        if (passphrase.Length < FewestCharacters)
        {
            throw new CommandException($"The passphrase has {passphrase.Length} characters, and {FewestCharacters} are the fewest: whoever has the backup may try as many as they like.", ExitCode.Usage);
        }

        return host.Variable(Variable) is not null || host.AskSecret!("The same again: ") == passphrase
            ? passphrase
            : throw new CommandException("The passphrases differ.", ExitCode.Usage);
    }

    public static string ForOpening(CommandHost host) =>
        (host.Variable(Variable) ?? host.AskSecret?.Invoke("Passphrase of the key ring: ")) switch
        {
            { Length: > 0 } passphrase => passphrase,
            _ => throw new CommandException($"There is no passphrase. Set {Variable}, or start the command at a terminal.", ExitCode.Usage),
        };
}

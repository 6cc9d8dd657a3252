namespace Interactor.Host.Backup;

/// <summary>What an archive holds. It is written last, so that an archive that was cut short has none.</summary>
/// <param name="Format">The form of the archive.</param>
/// <param name="Schema">The number of the schema that the rows are of.</param>
/// <param name="CreatedAt">The moment whose content it is.</param>
/// <param name="Tables">How many rows there are of each table.</param>
/// <param name="HasKeys">Whether the key ring is in it, sealed by a passphrase.</param>
internal sealed record BackupManifest(int Format, long Schema, DateTimeOffset CreatedAt, IReadOnlyDictionary<string, long> Tables, bool HasKeys)
{
    public const int CurrentFormat = 1;
    public const string Entry = "manifest.json";
    public const string KeysEntry = "keys.sealed";

    public static string EntryOf(string table) => $"tables/{table}.jsonl";
}

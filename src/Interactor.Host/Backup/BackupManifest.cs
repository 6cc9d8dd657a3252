namespace Interactor.Host.Backup;

/// <summary>What an archive holds. It is written last, so that an archive that was cut short has none.</summary>
/// <param name="Format">The form of the archive.</param>
/// <param name="Schema">The number of the schema that the rows are of.</param>
/// <param name="CreatedAt">The moment whose content it is.</param>
/// <param name="Tables">How many rows there are of each table.</param>
/// <param name="HasKeys">Whether the key ring is in it, sealed by a passphrase.</param>
/// <param name="Digests">The SHA-256 of the lines of each table, in hexadecimal; null in an archive of the form 1, which has none.</param>
internal sealed record BackupManifest(int Format, long Schema, DateTimeOffset CreatedAt, IReadOnlyDictionary<string, long> Tables, bool HasKeys, IReadOnlyDictionary<string, string>? Digests = null)
{
    public const int CurrentFormat = 2;
    public const string Entry = "manifest.json";
    public const string KeysEntry = "keys.sealed";

    public static string EntryOf(string table) => $"tables/{table}.jsonl";
}

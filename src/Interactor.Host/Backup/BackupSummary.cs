namespace Interactor.Host.Backup;

/// <summary>What was written to a backup, or restored from one.</summary>
/// <param name="Database">The database, without a password.</param>
/// <param name="Schema">The number of the schema that the backup is of.</param>
/// <param name="Tables">How many tables.</param>
/// <param name="Rows">How many rows in all of them.</param>
/// <param name="HasKeys">Whether the key ring went with them.</param>
public sealed record BackupSummary(string Database, long Schema, int Tables, long Rows, bool HasKeys);

using System.Data.Common;
using Interactor.Host.Storage;

namespace Interactor.Host.Backup;

/// <summary>Puts the content of a backup into a database of either kind. All of it is there afterwards, or nothing has changed.</summary>
public static class HostRestore
{
    /// <summary>Restores a backup.</summary>
    /// <param name="settings">Where the database and the key ring are to be. No host may be using them.</param>
    /// <param name="file">The archive.</param>
    /// <param name="replaces">Whether what is in the database may be thrown away.</param>
    /// <param name="passphrase">What the key ring of the archive is encrypted by; null to leave the key ring as it is.</param>
    /// <param name="cancellationToken">Ends it, without a change.</param>
    /// <exception cref="HostException">
    /// The archive is none, is damaged or of a newer version, the passphrase is wrong, a host uses the database, or there is something in it that may not be replaced.
    /// </exception>
    public static async Task<BackupSummary> ReadAsync(HostSettings settings, string file, bool replaces, string? passphrase, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(settings);
        using BackupArchive archive = BackupArchive.Open(file);
        IReadOnlyDictionary<string, byte[]>? keys = (passphrase, archive.Manifest.HasKeys) switch
        {
            (null, _) => null,
            (_, true) => SealedKeyRing.Open(archive.SealedKeys(), passphrase),
            _ => throw new HostException($"'{file}' has no key ring in it. Leave --with-keys out, and give the host the key ring that it had."),
        };
        Database database = settings.Connection is { } connection
            ? await PostgresDatabase.OpenAsync(connection, cancellationToken).ConfigureAwait(false)
            : await SqliteDatabase.OpenAsync(settings.DataDirectory, cancellationToken).ConfigureAwait(false);
        await using (database.ConfigureAwait(false))
        {
            IAsyncDisposable held = await database.LockSchemaAsync(cancellationToken).ConfigureAwait(false);
            await using (held.ConfigureAwait(false))
            {
                try
                {
                    return await database.ChangeAsync(
                        async (connection, transaction) =>
                        {
                            long rows = await new Restoring(database.Shown, connection, transaction, settings.TimeProvider ?? TimeProvider.System)
                                .RunAsync(archive, replaces, cancellationToken).ConfigureAwait(false);
                            if (keys is not null)
                            {
                                // Before the change counts: keys that nothing needs do no harm, and rows that nothing opens do.
                                SealedKeyRing.Write(settings.KeyDirectory ?? Path.Combine(settings.DataDirectory, "keys"), keys);
                            }

                            return new BackupSummary(database.Shown, archive.Manifest.Schema, archive.Manifest.Tables.Count, rows, keys is not null);
                        },
                        cancellationToken).ConfigureAwait(false);
                }
                catch (DbException e)
                {
                    throw new HostException($"{database.Shown} does not take the backup, and is as it was: {e.Message}", e);
                }
            }
        }
    }
}

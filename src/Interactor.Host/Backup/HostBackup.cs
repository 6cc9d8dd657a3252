using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;

namespace Interactor.Host.Backup;

/// <summary>Writes all that a host keeps in its database to one archive. Hosts go on working meanwhile.</summary>
public static class HostBackup
{
    /// <summary>Writes a backup: the content of one moment, in which secrets stay encrypted as they are in the database.</summary>
    /// <param name="settings">Where the database and the key ring are.</param>
    /// <param name="file">The archive, which must not exist. It appears when it is complete.</param>
    /// <param name="passphrase">What encrypts the key ring, which then goes into the archive; null to leave it out.</param>
    /// <param name="cancellationToken">Ends it, without an archive.</param>
    /// <exception cref="HostException">There is no database, a newer version wrote it, or the file exists.</exception>
    public static async Task<BackupSummary> WriteAsync(HostSettings settings, string file, string? passphrase, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentException.ThrowIfNullOrEmpty(file);
        if (File.Exists(file))
        {
            throw new HostException($"'{file}' exists already. Name another file.");
        }

        string partial = $"{file}.{Guid.NewGuid():N}.partial";
        try
        {
            BackupSummary summary = await WritePartialAsync(settings, partial, passphrase, cancellationToken).ConfigureAwait(false);
            File.Move(partial, file);
            return summary;
        }
        finally
        {
            File.Delete(partial);
        }
    }

    private static async Task<BackupSummary> WritePartialAsync(HostSettings settings, string file, string? passphrase, CancellationToken cancellationToken)
    {
        SnapshotReader snapshot = await SnapshotReader.OpenAsync(settings, cancellationToken).ConfigureAwait(false);
        await using (snapshot.ConfigureAwait(false))
        {
            DatabaseShape shape = await DatabaseShape.OfAsync(await snapshot.SchemaAsync(cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
            FileStreamOptions options = new() { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            FileStream output = new(file, options);
            await using (output.ConfigureAwait(false))
            {
                Dictionary<string, long> counts = new(StringComparer.Ordinal);
                Dictionary<string, string> digests = new(StringComparer.Ordinal);
                using (ZipArchive archive = new(output, ZipArchiveMode.Create, leaveOpen: true))
                {
                    foreach (TableShape table in shape.Tables)
                    {
                        using SHA256 digest = SHA256.Create();
                        using (CryptoStream entry = new(archive.CreateEntry(BackupManifest.EntryOf(table.Name)).Open(), digest, CryptoStreamMode.Write))
                        {
                            counts[table.Name] = await RowLines.WriteAsync(snapshot.Connection, snapshot.Transaction, table, entry, cancellationToken).ConfigureAwait(false);
                        }

                        digests[table.Name] = Convert.ToHexStringLower(digest.Hash!);
                    }

                    if (passphrase is not null)
                    {
                        // After the rows: a key that was made before one of them was sealed is in the directory by now.
                        byte[] keys = SealedKeyRing.Seal(settings.KeyDirectory ?? Path.Combine(settings.DataDirectory, "keys"), passphrase);
                        using Stream entry = archive.CreateEntry(BackupManifest.KeysEntry, CompressionLevel.NoCompression).Open();
                        entry.Write(keys);
                    }

                    BackupManifest manifest = new(BackupManifest.CurrentFormat, shape.Schema, (settings.TimeProvider ?? TimeProvider.System).GetUtcNow(), counts, passphrase is not null, digests);
                    using Stream last = archive.CreateEntry(BackupManifest.Entry).Open();
                    JsonSerializer.Serialize(last, manifest, BackupJson.Default.BackupManifest);
                }

                output.Flush(flushToDisk: true);
                return new BackupSummary(snapshot.Shown, shape.Schema, counts.Count, counts.Values.Sum(), passphrase is not null);
            }
        }
    }
}

using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Interactor.Host.Storage;

namespace Interactor.Host.Backup;

/// <summary>An archive that is read.</summary>
internal sealed class BackupArchive : IDisposable
{
    private readonly ZipArchive _archive;

    private BackupArchive(ZipArchive archive, BackupManifest manifest)
    {
        _archive = archive;
        Manifest = manifest;
    }

    public BackupManifest Manifest { get; }

    /// <exception cref="HostException">It is no backup, is cut short, or a newer version wrote it.</exception>
    public static BackupArchive Open(string file)
    {
        if (!File.Exists(file))
        {
            throw new HostException($"There is no file '{file}'.");
        }

        ZipArchive? archive = null;
        try
        {
            archive = ZipFile.OpenRead(file);
            using Stream entry = archive.GetEntry(BackupManifest.Entry)?.Open() ?? throw new InvalidDataException("It has no manifest.");
            BackupManifest manifest = JsonSerializer.Deserialize(entry, BackupJson.Default.BackupManifest) ?? throw new InvalidDataException("Its manifest is empty.");
            if (manifest.Schema < 1)
            {
                throw new InvalidDataException($"Its manifest names the schema {manifest.Schema}, and the first one is 1.");
            }

            if (manifest.Format > 1 && manifest.Digests is null)
            {
                throw new InvalidDataException("Its manifest has no digests.");
            }

            return manifest.Format > BackupManifest.CurrentFormat ? throw new HostException($"'{file}' is a backup of the form {manifest.Format}, and this version knows {BackupManifest.CurrentFormat}. Use a newer version.")
                : manifest.Schema > Migrator.Newest ? throw Migrator.TooNew($"'{file}'", manifest.Schema)
                : new BackupArchive(archive, manifest);
        }
        catch (Exception e) when (e is InvalidDataException or JsonException)
        {
            archive?.Dispose();
            throw new HostException($"'{file}' is no backup of a host, or is cut short: {e.Message}", e);
        }
        catch
        {
            archive?.Dispose();
            throw;
        }
    }

    public byte[] SealedKeys()
    {
        using Stream entry = EntryOf(BackupManifest.KeysEntry);
        using MemoryStream bytes = new();
        entry.CopyTo(bytes);
        return bytes.ToArray();
    }

    /// <summary>The rows of a table.</summary>
    /// <exception cref="HostException">They are not those that were written: known at the last of them.</exception>
    public async IAsyncEnumerable<object[]> RowsAsync(TableShape table)
    {
        using SHA256 digest = SHA256.Create();
        using (CryptoStream entry = new(EntryOf(BackupManifest.EntryOf(table.Name)), digest, CryptoStreamMode.Read))
        {
            await foreach (object[] row in RowLines.ReadAsync(entry, table).ConfigureAwait(false))
            {
                yield return row;
            }
        }

        if (Manifest.Digests is { } digests && digests.GetValueOrDefault(table.Name) != Convert.ToHexStringLower(digest.Hash!))
        {
            throw new HostException($"The backup is damaged: the rows of the table '{table.Name}' are not those that were written.");
        }
    }

    public void Dispose() => _archive.Dispose();

    private Stream EntryOf(string name) => _archive.GetEntry(name)?.Open() ?? throw new HostException($"The backup is damaged: it has no '{name}'.");
}

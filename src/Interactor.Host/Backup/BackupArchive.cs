using System.IO.Compression;
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
            return manifest.Format != BackupManifest.CurrentFormat ? throw new HostException($"'{file}' is a backup of the form {manifest.Format}, and this version knows {BackupManifest.CurrentFormat}. Use a newer version.")
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
    public async IAsyncEnumerable<object[]> RowsAsync(TableShape table)
    {
        using Stream entry = EntryOf(BackupManifest.EntryOf(table.Name));
        await foreach (object[] row in RowLines.ReadAsync(entry, table).ConfigureAwait(false))
        {
            yield return row;
        }
    }

    public void Dispose() => _archive.Dispose();

    private Stream EntryOf(string name) => _archive.GetEntry(name)?.Open() ?? throw new HostException($"The backup is damaged: it has no '{name}'.");
}

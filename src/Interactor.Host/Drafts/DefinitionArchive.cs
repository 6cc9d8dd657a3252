using System.IO.Compression;
using System.Text;

namespace Interactor.Host.Drafts;

/// <summary>Definitions as zip archives: to keep what was published, to export and to import.</summary>
internal static class DefinitionArchive
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    // The same files give the same bytes.
    private static readonly DateTimeOffset Time = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static byte[] Write(IReadOnlyDictionary<string, string> files)
    {
        using MemoryStream stream = new();
        using (ZipArchive archive = new(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach ((string path, string content) in files.OrderBy(static file => file.Key, StringComparer.Ordinal))
            {
                ZipArchiveEntry entry = archive.CreateEntry(path, CompressionLevel.Optimal);
                entry.LastWriteTime = Time;
                using Stream target = entry.Open();
                target.Write(Strict.GetBytes(content));
            }
        }

        return stream.ToArray();
    }

    /// <summary>Reads an archive. Where all of it lies in one folder, that folder is left out.</summary>
    /// <exception cref="InvalidDataException">It is no archive, holds something else than text, or more than a definition may have.</exception>
    public static IReadOnlyDictionary<string, string> Read(byte[] bytes)
    {
        using ZipArchive archive = new(new MemoryStream(bytes), ZipArchiveMode.Read);
        ZipArchiveEntry[] entries = [.. archive.Entries.Where(static entry => !entry.FullName.EndsWith('/'))];
        if (entries.Length > DraftFiles.MostFiles)
        {
            throw new InvalidDataException($"The archive has more than {DraftFiles.MostFiles} files.");
        }

        string folder = FolderOf(entries);
        Dictionary<string, string> files = new(StringComparer.Ordinal);
        long rest = DraftFiles.MostCharacters;
        foreach (ZipArchiveEntry entry in entries)
        {
            string path = entry.FullName[folder.Length..];
            if (DraftFiles.ProblemOf(path) is { } problem)
            {
                throw new InvalidDataException($"{path}: {problem}");
            }

            string content = TextOf(entry, rest);
            rest -= content.Length;
            if (!files.TryAdd(path, content))
            {
                throw new InvalidDataException($"{path}: The archive has it twice.");
            }
        }

        return files;
    }

    // What an entry says of its own length is not to be believed.
    private static string TextOf(ZipArchiveEntry entry, long most)
    {
        using Stream source = entry.Open();
        using MemoryStream content = new();
        byte[] buffer = new byte[81920];
        for (int read; (read = source.Read(buffer)) > 0;)
        {
            content.Write(buffer, 0, read);
            if (content.Length > most)
            {
                throw new InvalidDataException($"The files of the archive have more than {DraftFiles.MostCharacters} characters together.");
            }
        }

        try
        {
            return Strict.GetString(content.GetBuffer(), 0, (int)content.Length);
        }
        catch (DecoderFallbackException e)
        {
            throw new InvalidDataException($"{entry.FullName}: It is no text in UTF-8.", e);
        }
    }

    private static string FolderOf(ZipArchiveEntry[] entries)
    {
        int end = entries.Length == 0 ? -1 : entries[0].FullName.IndexOf('/', StringComparison.Ordinal);
        string folder = end < 0 ? "" : entries[0].FullName[..(end + 1)];
        return folder.Length > 0 && DraftFiles.ProblemOf(folder[..^1]) is null && entries.All(entry => entry.FullName.StartsWith(folder, StringComparison.Ordinal)) && entries.Any(entry => entry.FullName.StartsWith(folder + "connector.", StringComparison.Ordinal))
            ? folder
            : "";
    }
}

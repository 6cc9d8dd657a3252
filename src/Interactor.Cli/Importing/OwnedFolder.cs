using System.Text;
using Interactor.Import.Model;
using Interactor.Import.Owning;
using Interactor.Import.Writing;

namespace Interactor.Cli.Importing;

/// <summary>The folder of an imported connector. It belongs to people: what they edited stays.</summary>
internal sealed class OwnedFolder(string path, bool overwrites)
{
    /// <summary>New texts of files that stay because they were edited. No part of the connector.</summary>
    public const string NewFiles = "import.new";

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private string LockPath => Path.Combine(path, ImportLock.FileName);

    /// <summary>A folder that something else than an import of the same source has written is left alone.</summary>
    /// <param name="source">The name of the document's file.</param>
    public void Check(string source)
    {
        if (File.Exists(path))
        {
            throw new CommandException($"'{path}' is a file. Name a folder with --output.", ExitCode.Usage);
        }

        if (!overwrites && Directory.Exists(path) && !File.Exists(LockPath) && Directory.EnumerateFileSystemEntries(path).Any())
        {
            throw new CommandException($"'{path}' is not empty, and no import has written it. Name another folder with --output, or write over it with --force.");
        }

        if (!overwrites && ReadLock() is { Source: { Length: > 0 } other } && other != source)
        {
            throw new CommandException(
                $"'{path}' was imported from '{other}', not from '{source}': its files would be removed. Name another folder with --output, or write over it with --force. "
                + $"If the document was only renamed, change 'source' in '{LockPath}'.");
        }
    }

    public FolderResult Write(ImportedConnector connector, string source, string version, CancellationToken cancellation)
    {
        ImportLock? before = ReadLock();
        List<DefinitionFile> files = [.. ConnectorFolderWriter.Write(connector, cancellation)];
        DefinitionFile project = ProjectFile.Of(connector, version);
        if (!HasOtherProject(before, project.Path))
        {
            files.Add(project);
        }

        IReadOnlyDictionary<string, string> contents = ContentHashes.Of(connector, cancellation);
        FolderPlan plan = FolderPlan.Of(files, before, Read, overwrites);
        string[] conflicts = [.. plan.Kept.Concat(plan.Untouched.Where(f => Read(NewFiles + "/" + f.Path) == f.Text)).Select(f => f.Path)];
        LeftFile[] left =
        [
            .. plan.Kept.Concat(plan.Untouched).Select(f => new LeftFile(f.Path, Read(f.Path) is null, conflicts.Contains(f.Path), IsGone: false))
                .Concat(plan.Orphaned.Select(f => new LeftFile(f, IsDeleted: false, HasNewText: false, IsGone: true)))
                .OrderBy(f => f.Path, StringComparer.Ordinal),
        ];

        // From here on nothing is cancelled: half of a folder is worse than a moment's patience.
        cancellation.ThrowIfCancellationRequested();
        foreach (DefinitionFile file in plan.Written)
        {
            Write(file.Path, file.Text);
        }

        foreach (string file in plan.Deleted)
        {
            File.Delete(PathOf(file));
        }

        foreach (DefinitionFile file in plan.Kept)
        {
            Write(NewFiles + "/" + file.Path, file.Text);
        }

        RemoveNewFiles(files.Select(f => f.Path).Concat(before?.Files.Keys ?? []).Except(conflicts));

        ImportLock after = ImportLock.Of(version, source, files, contents);
        Write(ImportLock.FileName, after.Write());
        return new FolderResult(path, connector, plan, left, before is null ? null : ContentChanges.Between(before.Contents, contents));
    }

    // A text that is no news any more would be compared in vain.
    private void RemoveNewFiles(IEnumerable<string> paths)
    {
        foreach (string file in paths.Select(p => PathOf(NewFiles + "/" + p)).Where(File.Exists))
        {
            File.Delete(file);
            for (string at = Path.GetDirectoryName(file)!; at.Length > path.Length && !Directory.EnumerateFileSystemEntries(at).Any(); at = Path.GetDirectoryName(at)!)
            {
                Directory.Delete(at);
            }
        }
    }

    private ImportLock? ReadLock()
    {
        if (!File.Exists(LockPath))
        {
            return null;
        }

        return ImportLock.Read(File.ReadAllText(LockPath)) ?? (overwrites
            ? null
            : throw new CommandException($"'{LockPath}' cannot be read, so nobody knows what was edited. Restore it, or write over the folder with --force."));
    }

    // Two projects in one folder are none.
    private bool HasOtherProject(ImportLock? before, string own) =>
        before?.Files.ContainsKey(own) != true
        && Directory.Exists(path)
        && Directory.EnumerateFiles(path, "*.csproj").Any(f => Path.GetFileName(f) != own && before?.Files.ContainsKey(Path.GetFileName(f)) != true);

    private string PathOf(string file) => Path.Combine([path, .. file.Split('/')]);

    private string? Read(string file) => PathOf(file) is var full && File.Exists(full) ? File.ReadAllText(full) : null;

    private void Write(string file, string text)
    {
        string full = PathOf(file);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text, Utf8);
    }
}

using Interactor.Import.Writing;

namespace Interactor.Import.Owning;

/// <summary>What a new import does to the files of a folder that belongs to people.</summary>
public sealed record FolderPlan
{
    /// <summary>Files that are new, or that nobody has edited and whose source has changed.</summary>
    public required IReadOnlyList<DefinitionFile> Written { get; init; }

    /// <summary>Files of things that are gone from the source and that nobody has edited.</summary>
    public required IReadOnlyList<string> Deleted { get; init; }

    /// <summary>Files that people have edited or deleted while the source has changed too: they stay, and this would be the new text.</summary>
    public required IReadOnlyList<DefinitionFile> Kept { get; init; }

    /// <summary>Files that people have edited, of things that are gone from the source: they stay.</summary>
    public required IReadOnlyList<string> Orphaned { get; init; }

    /// <summary>Files that people have edited or deleted and whose source is the same as before: they stay.</summary>
    public required IReadOnlyList<DefinitionFile> Untouched { get; init; }

    /// <summary>How many files are what they would be.</summary>
    public required int Unchanged { get; init; }

    /// <summary>Compares three states of each file: as it was written last, as it is, and as it would be written now.</summary>
    /// <param name="before">Null for a folder that no import has written.</param>
    /// <param name="read">The text of a file by its path; null where there is none.</param>
    /// <param name="overwrites">Edits do not count.</param>
    public static FolderPlan Of(IReadOnlyList<DefinitionFile> files, ImportLock? before, Func<string, string?> read, bool overwrites)
    {
        List<DefinitionFile> written = [], kept = [], untouched = [];
        int unchanged = 0;
        foreach (DefinitionFile file in files)
        {
            string now = TextHash.Of(file.Text);
            string? was = before?.Files.GetValueOrDefault(file.Path);
            string? isNow = read(file.Path) is { } text ? TextHash.Of(text) : null;
            if (isNow == now)
            {
                unchanged++;
            }
            else if (overwrites || isNow == was)
            {
                written.Add(file);
            }
            else if (now == was)
            {
                untouched.Add(file);
            }
            else
            {
                kept.Add(file);
            }
        }

        HashSet<string> paths = [.. files.Select(f => f.Path)];
        ILookup<bool, string> gone = (before?.Files ?? new Dictionary<string, string>())
            .Where(f => !paths.Contains(f.Key))
            .OrderBy(f => f.Key, StringComparer.Ordinal)
            .Select(f => (f.Key, Hash: f.Value, Text: read(f.Key)))
            .Where(f => f.Text is not null)
            .ToLookup(f => overwrites || TextHash.Of(f.Text!) == f.Hash, f => f.Key);
        return new FolderPlan
        {
            Written = written,
            Kept = kept,
            Untouched = untouched,
            Unchanged = unchanged,
            Deleted = [.. gone[true]],
            Orphaned = [.. gone[false]],
        };
    }
}

namespace Interactor.Cli.Importing;

/// <summary>Says what a second import changed, and what it left to people.</summary>
internal static class ChangeReport
{
    public static void Write(TextWriter output, FolderResult result)
    {
        if (result.Changes is { } changes)
        {
            List(output, "added", changes.Added);
            List(output, "changed", changes.Changed);
            List(output, "removed", changes.Removed);
        }

        List(output, "deleted", result.Plan.Deleted);
        foreach (LeftFile file in result.Left)
        {
            string remark = file.IsGone ? ", but the document has no such thing any more; delete it if it is not needed"
                : file.HasNewText ? $", and its source has changed; compare '{Path.Combine(result.Folder, OwnedFolder.NewFiles, file.Path)}'"
                : "";
            output.WriteLine($"kept         {file.Path}: it was {(file.IsDeleted ? "deleted by hand" : "edited")}{remark}");
        }
    }

    private static void List(TextWriter output, string word, IReadOnlyList<string> paths)
    {
        foreach (string path in paths)
        {
            output.WriteLine($"{word,-12} {path}");
        }
    }
}

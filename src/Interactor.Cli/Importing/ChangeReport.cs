using Interactor.Import.Owning;

namespace Interactor.Cli.Importing;

/// <summary>Says what a second import changed, and what it left to people.</summary>
internal static class ChangeReport
{
    public static void Write(TextWriter output, FolderResult result, string folder)
    {
        if (result.Changes is { } changes)
        {
            List(output, "added", changes.Added);
            List(output, "changed", changes.Changed);
            List(output, "removed", changes.Removed);
        }

        FolderPlan plan = result.Plan;
        List(output, "deleted", plan.Deleted);
        foreach (string path in plan.Kept.Select(f => f.Path))
        {
            output.WriteLine($"kept         {path}: it was edited, and its source has changed; compare '{Path.Combine(folder, OwnedFolder.NewFiles, path)}'");
        }

        foreach (string path in plan.Orphaned)
        {
            output.WriteLine($"kept         {path}: it was edited, but the document has no such thing any more; delete it if it is not needed");
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

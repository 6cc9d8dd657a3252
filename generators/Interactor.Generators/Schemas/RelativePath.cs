namespace Interactor.Generators.Schemas;

/// <summary>Paths as seen from a folder, so that no machine's folders get into generated code.</summary>
internal static class RelativePath
{
    /// <param name="folder">With forward slashes; empty where it is not known.</param>
    /// <param name="path">With forward slashes.</param>
    /// <returns>With forward slashes; the path itself where no way leads there from the folder.</returns>
    public static string From(string folder, string path)
    {
        string[] from = [.. folder.Split('/').Where(s => s.Length > 0)];
        string[] to = [.. path.Split('/').Where(s => s.Length > 0)];
        int common = 0;
        while (common < from.Length && common < to.Length - 1 && string.Equals(from[common], to[common], StringComparison.Ordinal))
        {
            common++;
        }

        return common == 0 ? path : string.Join("/", Enumerable.Repeat("..", from.Length - common).Concat(to.Skip(common)));
    }
}

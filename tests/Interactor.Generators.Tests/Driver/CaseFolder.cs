namespace Interactor.Generators.Tests.Driver;

/// <summary>A folder below <c>Cases</c>: a definition and what it compiles to.</summary>
internal static class CaseFolder
{
    public static string Expected(string name) => Path.Combine(RepositoryPaths.Cases, name, "expected");

    /// <summary>The definition's files, with paths that begin with the case's name.</summary>
    public static IEnumerable<MemoryText> Files(string name) =>
        Directory.EnumerateFiles(Path.Combine(RepositoryPaths.Cases, name), "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(RepositoryPaths.Cases, path).Replace('\\', '/'))
            .Where(path => !path.StartsWith(name + "/expected/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(path => new MemoryText(path, File.ReadAllText(Path.Combine(RepositoryPaths.Cases, path))));
}

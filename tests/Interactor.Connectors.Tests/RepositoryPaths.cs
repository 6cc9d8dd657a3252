namespace Interactor.Connectors.Tests;

/// <summary>Finds the repository's own folders from where the tests run.</summary>
internal static class RepositoryPaths
{
    /// <summary>The folder of the connectors.</summary>
    public static string Connectors { get; } = Find("connectors");

    // Build output may lie elsewhere, so the folder of the sources is the second place to start from.
    private static string Find(string name) =>
        Above(AppContext.BaseDirectory, name) ?? Above(SourceFolder(), name) ?? throw new DirectoryNotFoundException($"There is no folder '{name}' beside a global.json above the tests.");

    private static string? Above(string start, string name)
    {
        for (DirectoryInfo? folder = new(start); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "global.json")) && Directory.Exists(Path.Combine(folder.FullName, name)))
            {
                return Path.Combine(folder.FullName, name);
            }
        }

        return null;
    }

    private static string SourceFolder([System.Runtime.CompilerServices.CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}

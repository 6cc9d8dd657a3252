using System.Runtime.CompilerServices;

namespace Interactor.Generators.Tests;

/// <summary>Finds the files of the repository, wherever the tests were built to.</summary>
internal static class RepositoryPaths
{
    /// <summary>The folder of this test project.</summary>
    public static string Tests { get; } = FolderOfThisFile();

    public static string Root { get; } = Path.GetFullPath(Path.Combine(Tests, "..", ".."));

    public static string Cases { get; } = Path.Combine(Tests, "Cases");

    private static string FolderOfThisFile([CallerFilePath] string sourceFile = "") => Path.GetDirectoryName(sourceFile)!;
}

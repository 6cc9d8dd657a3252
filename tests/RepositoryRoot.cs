using System.Runtime.CompilerServices;

namespace Interactor.Tests;

/// <summary>The repository that the tests belong to, wherever they were built to. Test projects that read its files link this one.</summary>
internal static class RepositoryRoot
{
    /// <summary>The folder of the solution.</summary>
    public static string Path { get; } = FolderAbove();

    // This source file stands one folder below the root.
    private static string FolderAbove([CallerFilePath] string sourceFile = "") =>
        System.IO.Path.GetFullPath(System.IO.Path.Combine(System.IO.Path.GetDirectoryName(sourceFile)!, ".."));
}

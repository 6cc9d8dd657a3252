using System.Runtime.CompilerServices;

namespace Interactor.Compiler.Tests;

/// <summary>Finds the files of the repository, wherever the tests were built to.</summary>
internal static class RepositoryPaths
{
    /// <summary>The folder of the solution.</summary>
    public static string Root { get; } = FindRoot();

    public static string DiagnosticPages => Path.Combine(Root, "docs", "diagnostics");

    public static string Fixtures => Path.Combine(Root, "tests", "Interactor.Compiler.Tests", "Fixtures");

    public static string DiagnosticFixture(string id) => Path.Combine(Fixtures, "Diagnostics", id);

    // The place of this source file serves when the tests were built into a folder outside the repository.
    private static string FindRoot([CallerFilePath] string sourceFile = "") =>
        Ascend(AppContext.BaseDirectory) ?? Ascend(Path.GetDirectoryName(sourceFile)!)
        ?? throw new DirectoryNotFoundException("The tests must run inside the repository.");

    private static string? Ascend(string start)
    {
        for (DirectoryInfo? folder = new(start); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Interactor.Compiler.sln"))
                || File.Exists(Path.Combine(folder.FullName, "src", "Interactor.Compiler", "Interactor.Compiler.csproj")))
            {
                return folder.FullName;
            }
        }

        return null;
    }
}

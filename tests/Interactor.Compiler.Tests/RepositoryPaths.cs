using Interactor.Tests;

namespace Interactor.Compiler.Tests;

/// <summary>The repository's files that these tests read.</summary>
internal static class RepositoryPaths
{
    public static string Root => RepositoryRoot.Path;

    public static string DiagnosticPages => Path.Combine(Root, "docs", "diagnostics");

    public static string Fixtures => Path.Combine(Root, "tests", "Interactor.Compiler.Tests", "Fixtures");

    public static string DiagnosticFixture(string id) => Path.Combine(Fixtures, "Diagnostics", id);
}

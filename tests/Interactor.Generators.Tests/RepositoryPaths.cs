using Interactor.Tests;

namespace Interactor.Generators.Tests;

/// <summary>The repository's files that these tests read.</summary>
internal static class RepositoryPaths
{
    public static string Root => RepositoryRoot.Path;

    public static string Cases => Path.Combine(Root, "tests", "Interactor.Generators.Tests", "Cases");

    public static string SchemaCases => Path.Combine(Root, "tests", "Interactor.Generators.Tests", "SchemaCases");
}

using Interactor.Tests;

namespace Interactor.Connectors.Tests;

/// <summary>The repository's files that these tests read.</summary>
internal static class RepositoryPaths
{
    /// <summary>The folder of the connectors.</summary>
    public static string Connectors => Path.Combine(RepositoryRoot.Path, "connectors");
}

namespace Interactor.Generators.Tests.Build;

/// <summary>The runtime and the generator, packed once for all tests that build projects.</summary>
public sealed class PackageFeed : IAsyncLifetime
{
    public const string Version = "0.0.0-test";

    public string Folder { get; } = Directory.CreateTempSubdirectory("interactor-feed-").FullName;

    public async ValueTask InitializeAsync()
    {
        foreach (string project in (string[])["generators/Interactor.Generators", "src/Interactor.Runtime"])
        {
            // A folder of its own, because the build around the tests uses the usual ones; it stays, so that the next run is quick.
            (bool succeeded, string output) = await DotnetProcess.RunAsync(
                RepositoryPaths.Root,
                "pack", project, "--configuration", "Release", "--output", Folder, $"-p:PackageVersion={Version}",
                "--artifacts-path", Path.Combine(RepositoryPaths.Root, "artifacts", "test-packages"));
            Assert.True(succeeded, output);
            Assert.DoesNotContain("warning", output, StringComparison.OrdinalIgnoreCase);
        }
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(Folder, recursive: true);
        return ValueTask.CompletedTask;
    }
}

/// <summary>Tests that share the packages, one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class PackageCollection : ICollectionFixture<PackageFeed>
{
    public const string Name = "Packages";
}

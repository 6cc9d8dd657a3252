using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Interactor.Generators.Tests.Build;

/// <summary>
/// A project outside the repository that restores the packages as they are packed. Packages of others come from where
/// the machine has them already.
/// </summary>
internal sealed class PackagedProject : IDisposable
{
    private const string Version = "0.0.0-test";

    private readonly string _root = Directory.CreateTempSubdirectory("interactor-build-").FullName;

    public PackagedProject() => Directory.CreateDirectory(Folder);

    public string Folder => Path.Combine(_root, "app");

    private string Assembly => Path.Combine(Folder, "obj", "Debug", "net10.0", "App.dll");

    /// <summary>When the C# compiler ran last.</summary>
    public DateTime CompiledAt => File.GetLastWriteTimeUtc(Assembly);

    /// <summary>Packs the runtime and the generator and makes the project.</summary>
    /// <param name="items">What the project lists.</param>
    public async Task CreateAsync(string items = """<Connector Include="mail/**" Namespace="My.Mail" />""")
    {
        string feed = Path.Combine(_root, "feed");
        foreach (string project in (string[])["generators/Interactor.Generators", "src/Interactor.Runtime"])
        {
            // A folder of its own, because the build around the tests uses the usual ones; it stays, so that the next run is quick.
            (bool succeeded, string output) = await DotnetProcess.RunAsync(
                RepositoryPaths.Root,
                "pack", project, "--configuration", "Release", "--output", feed, $"-p:PackageVersion={Version}",
                "--artifacts-path", Path.Combine(RepositoryPaths.Root, "artifacts", "test-packages"));
            Assert.True(succeeded, output);
            Assert.DoesNotContain("warning", output, StringComparison.OrdinalIgnoreCase);
        }

        Write("App.csproj", Project(feed, items));
    }

    public void Write(string name, string text)
    {
        string path = Path.Combine(Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    public void Edit(string name, string old, string text) =>
        Write(name, File.ReadAllText(Path.Combine(Folder, name)).Replace(old, text, StringComparison.Ordinal));

    public void Delete(string name) => File.Delete(Path.Combine(Folder, name));

    public Task<(bool Succeeded, string Output)> BuildAsync() => DotnetProcess.RunAsync(Folder, "build", "--nologo", "-clp:NoSummary");

    /// <summary>The full names of the types that the assembly holds.</summary>
    public IReadOnlyList<string> Types()
    {
        using PEReader file = new(File.OpenRead(Assembly));
        MetadataReader metadata = file.GetMetadataReader();
        return [.. metadata.TypeDefinitions
            .Select(metadata.GetTypeDefinition)
            .Select(type => $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}")];
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private string Project(string feed, string items)
    {
        string global = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        return $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                <RestoreAdditionalProjectSources>{feed}</RestoreAdditionalProjectSources>
                <RestorePackagesPath>{_root}/packages</RestorePackagesPath>
                <RestoreFallbackFolders>{global}</RestoreFallbackFolders>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="Interactor.Runtime" Version="{Version}" />
                {items}
              </ItemGroup>
            </Project>
            """;
    }
}

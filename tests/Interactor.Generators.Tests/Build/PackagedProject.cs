using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Interactor.Generators.Tests.Build;

/// <summary>
/// A project outside the repository that restores the packages as they are packed. Packages of others come from where
/// the machine has them already.
/// </summary>
internal sealed class PackagedProject : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("interactor-build-").FullName;

    public PackagedProject(PackageFeed feed, string items) => Write("App.csproj", Project(feed.Folder, items));

    public string Folder => Path.Combine(_root, "app");

    private string Assembly => Path.Combine(Folder, "obj", "Debug", "net10.0", "App.dll");

    /// <summary>When the C# compiler ran last.</summary>
    public DateTime CompiledAt => File.GetLastWriteTimeUtc(Assembly);

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
                <PackageReference Include="Interactor.Runtime" Version="{PackageFeed.Version}" />
                {items}
              </ItemGroup>
            </Project>
            """;
    }
}

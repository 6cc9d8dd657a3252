using Interactor.Generators.Tests.Driver;

namespace Interactor.Generators.Tests;

/// <summary>Definitions beside the C# that they compile to.</summary>
public sealed class CaseTests
{
    public static TheoryData<string> Names =>
        [.. Directory.EnumerateDirectories(RepositoryPaths.Cases).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Definition_compiles_to_the_expected_code(string name)
    {
        DriverRun run = new ConnectorDriver(CaseFolder.Files(name)).Run();

        Snapshot.Match(CaseFolder.Expected(name), run.Sources);
    }
}

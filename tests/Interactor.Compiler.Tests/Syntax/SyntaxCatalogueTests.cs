using Interactor.Compiler.Diagnostics;

namespace Interactor.Compiler.Tests.Syntax;

public sealed class SyntaxCatalogueTests
{
    public static TheoryData<string> Ids => [.. SyntaxDiagnostics.All.Select(d => d.Id)];

    [Fact]
    public void Ids_are_in_range_and_stand_once()
    {
        string[] ids = SyntaxDiagnostics.All.Select(d => d.Id).ToArray();

        Assert.Equal(ids.Distinct().Order(StringComparer.Ordinal), ids);
        Assert.All(ids, id => Assert.InRange(int.Parse(id[4..]), 1001, 1099));
    }

    [Fact]
    public void All_holds_every_field()
    {
        DiagnosticDescriptor[] fields = typeof(SyntaxDiagnostics).GetFields().Select(f => (DiagnosticDescriptor)f.GetValue(null)!).ToArray();

        Assert.Equal(fields.Select(f => f.Id).Order(), SyntaxDiagnostics.All.Select(d => d.Id).Order());
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_diagnostic_has_a_page(string id)
    {
        string page = File.ReadAllText(Path.Combine(RepositoryPaths.DiagnosticPages, id + ".md"));

        Assert.StartsWith($"# {id}: {SyntaxDiagnostics.All.Single(d => d.Id == id).Title}\n", page);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_fixture_causes_exactly_its_diagnostic(string id)
    {
        string folder = RepositoryPaths.DiagnosticFixture(id);
        if (File.Exists(Path.Combine(folder, "fixture.md")))
        {
            return;
        }

        string file = Directory.GetFiles(folder, "connector.*").Single();
        Reading reading = Reading.Of(Path.GetFileName(file), File.ReadAllText(file));

        Assert.Equal([id], reading.Diagnostics.Select(d => d.Descriptor.Id));
    }
}

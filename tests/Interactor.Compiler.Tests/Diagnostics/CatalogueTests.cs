using System.Globalization;
using System.Net;
using System.Reflection;
using System.Text.RegularExpressions;
using Interactor.Compiler.Binding;
using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Tests.Harness;
using Interactor.Compiler.Text;

// Not the folder's name: that would hide Interactor.Compiler.Diagnostics from every other test.
namespace Interactor.Compiler.Tests;

/// <summary>A diagnostic is a descriptor, a page, a row in the list of pages and a fixture that brings it about.</summary>
public sealed class CatalogueTests
{
    // Reported by those who call the compiler, when it throws.
    private const string CompilerFailed = "INTC9999";

    private static readonly (Type Class, int First, int Last)[] Ranges =
    [
        (typeof(SyntaxDiagnostics), 1001, 1099),
        (typeof(ExpressionDiagnostics), 1100, 1199),
        (typeof(StructureDiagnostics), 1200, 1299),
        (typeof(SecurityDiagnostics), 1240, 1249),
        (typeof(DatatypeDiagnostics), 1300, 1399),
        (typeof(ActionDiagnostics), 1400, 1499),
        (typeof(TestDiagnostics), 1500, 1549),
        (typeof(ScriptDiagnostics), 1600, 1649),
        (typeof(NotYetDiagnostics), 1900, 1949),
    ];

    public static TheoryData<string> Ids { get; } = new(DiagnosticCatalogue.All.Select(d => d.Id));

    [Fact]
    public void Ids_are_unique() =>
        Assert.Equal(DiagnosticCatalogue.All.Count, DiagnosticCatalogue.All.Select(d => d.Id).Distinct(StringComparer.Ordinal).Count());

    [Fact]
    public void Every_descriptor_is_in_the_catalogue_and_in_its_range()
    {
        int known = 0;
        foreach ((Type type, int first, int last) in Ranges)
        {
            DiagnosticDescriptor[] fields = [.. type.GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => f.GetValue(null)).OfType<DiagnosticDescriptor>()];
            Assert.NotEmpty(fields);
            Assert.All(fields, field =>
            {
                Assert.Contains(field, DiagnosticCatalogue.All);
                Assert.Matches("^INTC[0-9]{4}$", field.Id);
                Assert.InRange(int.Parse(field.Id.AsSpan(4), NumberStyles.None, CultureInfo.InvariantCulture), first, last);
            });
            known += fields.Length;
        }

        Assert.Equal(known, DiagnosticCatalogue.All.Count(d => d.Id != CompilerFailed));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_message_is_one_line_whose_arguments_are_counted_through(string id)
    {
        DiagnosticDescriptor descriptor = Find(id);
        string bare = descriptor.Message.Replace("{{", "", StringComparison.Ordinal).Replace("}}", "", StringComparison.Ordinal);
        int[] placeholders = [.. Regex.Matches(bare, @"\{(\d+)\}")
            .Select(m => int.Parse(m.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture)).Distinct().Order()];

        Assert.Equal(Enumerable.Range(0, placeholders.Length), placeholders);
        Assert.NotEmpty(descriptor.Title);
        Assert.DoesNotContain('{', descriptor.Title);
        Assert.DoesNotContain(descriptor.Title + descriptor.Message, char.IsControl);
        Assert.NotEmpty(string.Format(CultureInfo.InvariantCulture, descriptor.Message, [.. placeholders.Select(_ => "x")]));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void It_has_a_page(string id)
    {
        string page = Path.Combine(RepositoryPaths.DiagnosticPages, id + ".md");

        Assert.True(File.Exists(page), $"docs/diagnostics/{id}.md is missing.");
        Assert.Equal($"# {id}: {Find(id).Title}", File.ReadLines(page).First());
        Assert.EndsWith($"docs/diagnostics/{id}.md", Find(id).HelpLink);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void It_has_a_row_in_the_list_of_pages(string id)
    {
        DiagnosticDescriptor descriptor = Find(id);
        string link = $"[{id}]({id}.md)";

        string row = Assert.Single(File.ReadLines(Path.Combine(RepositoryPaths.DiagnosticPages, "README.md")), l => l.Contains(link, StringComparison.Ordinal));
        Assert.Contains(descriptor.Title, WebUtility.HtmlDecode(row));
        Assert.Contains(descriptor.Severity.ToString().ToLowerInvariant(), row);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Its_fixture_brings_it_about(string id)
    {
        string folder = RepositoryPaths.DiagnosticFixture(id);
        Assert.True(Directory.Exists(folder), $"Fixtures/Diagnostics/{id} is missing.");
        if (Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).All(f => Path.GetFileName(f) == "fixture.md"))
        {
            return;
        }

        ConnectorSources sources = Definition.OfFolder(folder);
        CompiledConnector compiled = ConnectorCompiler.Compile(sources, TestContext.Current.CancellationToken);

        Diagnostic[] found = [.. compiled.Bound.Diagnostics.Where(d => d.Descriptor.Id == id)];
        Assert.True(found.Length > 0, $"{id} is not reported, but: {string.Join('\n', compiled.Bound.Diagnostics)}");
        Assert.All(found, diagnostic => AssertPlace(diagnostic, sources));
        Assert.Equal(compiled.Bound.Diagnostics.Any(d => d.Descriptor.Severity == DiagnosticSeverity.Error), compiled.Files.Count == 0);
    }

    [Fact]
    public void Pages_and_fixtures_belong_to_a_diagnostic()
    {
        string[] ids = [.. DiagnosticCatalogue.All.Select(d => d.Id), CompilerFailed];
        IEnumerable<string> pages = Directory.EnumerateFiles(RepositoryPaths.DiagnosticPages, "INTC*.md").Select(f => Path.GetFileNameWithoutExtension(f));
        IEnumerable<string> fixtures = Directory.EnumerateDirectories(Path.GetDirectoryName(RepositoryPaths.DiagnosticFixture("x"))!).Select(f => Path.GetFileName(f));

        Assert.Empty(pages.Concat(fixtures).Except(ids, StringComparer.Ordinal));
    }

    private static void AssertPlace(Diagnostic diagnostic, ConnectorSources sources)
    {
        SourceFile file = Assert.Single(sources.Files, f => f.Path == diagnostic.Location.Path);
        Assert.InRange(diagnostic.Location.Range.Start, 0, file.Text.Length);
        Assert.InRange(diagnostic.Location.Range.End, diagnostic.Location.Range.Start, file.Text.Length);
        Assert.Equal(file.Lines.PositionOf(diagnostic.Location.Range.Start), diagnostic.Location.Start);
        Assert.Equal(file.Lines.PositionOf(diagnostic.Location.Range.End), diagnostic.Location.End);
    }

    private static DiagnosticDescriptor Find(string id) => DiagnosticCatalogue.All.Single(d => d.Id == id);
}

using Interactor.Import.Documents;
using Interactor.Import.Findings;
using Interactor.Import.PowerPlatform;
using Interactor.Import.Tests.Driver;
using Interactor.Import.Writing;
using Interactor.Tests;

namespace Interactor.Import.Tests;

/// <summary>A folder under <c>PowerPlatformCases</c> holds a connector, and under <c>expected</c> what it becomes.</summary>
public sealed class PowerPlatformTests
{
    private const string Definition = """{ "swagger": "2.0", "info": { "title": "T", "version": "1" }, "host": "a.example", "paths": { "/a": { "get": { "operationId": "A", "responses": { "200": { "description": "" } } } } } }""";

    private static readonly string Folder = Path.Combine(RepositoryRoot.Path, "tests", "Interactor.Import.Tests", "PowerPlatformCases");

    public static TheoryData<string> All => [.. Directory.EnumerateDirectories(Folder).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(All))]
    public void A_connector_becomes_the_expected_definition(string name)
    {
        ImportCase result = Import(name);
        Dictionary<string, string> files = ConnectorFolderWriter.Write(result.Connector, TestContext.Current.CancellationToken)
            .ToDictionary(f => f.Path, f => f.Text, StringComparer.Ordinal);
        files.Add("findings.txt", result.Findings);
        Snapshot.Compare(Path.Combine(Folder, name, "expected"), files);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_second_import_gives_the_same_bytes(string name)
    {
        ImportCase first = Import(name);
        ImportCase second = Import(name);
        Assert.Equal(first.Json, second.Json);
        Assert.Equal(first.Result.Findings, second.Result.Findings);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Text_of_a_connector_never_becomes_an_expression(string name)
    {
        string[] texts = [.. TreeText.TextsOf(TreeText.Read("connector.json", Import(name).Json))];
        Assert.DoesNotContain(texts, t => t.Replace("$${", "").Contains("${hostile", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("{\n  \"swagger\": \"2.0\"\n  \"info\": {}\n}", "apiDefinition.swagger.json(3,3)")]
    [InlineData("{\n  \"swagger\": \"2.0\",\n  { } }", "apiDefinition.swagger.json(3,3)")]
    public void A_malformed_file_is_an_error_with_its_place(string json, string place)
    {
        ImportResult result = PowerPlatformImporter.Import(
            new PowerPlatformSource(new DocumentSource("apiDefinition.swagger.json", json), null), cancellation: TestContext.Current.CancellationToken);
        Assert.Null(result.Connector);
        Assert.Contains(result.Findings, f => f.Kind == FindingKind.Error && f.ToString().StartsWith(place, StringComparison.Ordinal));
    }

    [Fact]
    public void Properties_that_cannot_be_read_stop_the_import()
    {
        ImportResult result = PowerPlatformImporter.Import(
            new PowerPlatformSource(new DocumentSource("apiDefinition.swagger.json", Definition), new DocumentSource("apiProperties.json", "{ \"properties\": ")),
            cancellation: TestContext.Current.CancellationToken);
        Assert.Null(result.Connector);
        Assert.Contains(result.Findings, f => f.Kind == FindingKind.Error && f.Location.Path == "apiProperties.json");
    }

    [Fact]
    public void Trailing_commas_are_tolerated_and_reported()
    {
        ImportCase result = ImportCase.Of(PowerPlatformImporter.Import(
            new PowerPlatformSource(new DocumentSource("apiDefinition.swagger.json", Definition[..^1] + ", }"), null), cancellation: TestContext.Current.CancellationToken));
        Assert.Contains(result.Result.Findings, f => f.Kind == FindingKind.Approximated && f.Rule.StartsWith("INTC", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("x-ms-sumary", "x-ms-summary")]
    [InlineData("x-ms-visbility", "x-ms-visibility")]
    [InlineData("X-MS-Summary", "x-ms-summary")]
    [InlineData("x-ms -summary", "x-ms-summary")]
    [InlineData("x-ms-dynamic_values", "x-ms-dynamic-values")]
    public void Misspelt_extensions_are_recognised(string written, string meant)
    {
        string json = Definition.Replace("\"operationId\"", $"\"{written}\": 1, \"operationId\"", StringComparison.Ordinal);
        ImportResult result = PowerPlatformImporter.Import(
            new PowerPlatformSource(new DocumentSource("apiDefinition.swagger.json", json), null), cancellation: TestContext.Current.CancellationToken);
        Assert.Contains(result.Findings, f => f.Rule == PowerPlatformRules.ExtensionMisspelt.Slug && f.Message.Contains($"'{meant}'", StringComparison.Ordinal));
    }

    [Fact]
    public void A_folder_without_a_definition_is_an_error() => Assert.Equal(
        PowerPlatformRules.NoDefinition.Slug,
        Assert.Single(PowerPlatformImporter.ImportFolder(Path.Combine(Folder, "keys", "expected"), cancellation: TestContext.Current.CancellationToken).Findings).Rule);

    private static ImportCase Import(string name)
    {
        PowerPlatformSource source = PowerPlatformSource.FromFolder(Path.Combine(Folder, name))!;
        return ImportCase.Of(PowerPlatformImporter.Import(
            source with
            {
                Definition = source.Definition with { Path = "apiDefinition.swagger.json" },
                Properties = source.Properties is { } properties ? properties with { Path = "apiProperties.json" } : null,
            },
            cancellation: TestContext.Current.CancellationToken));
    }
}

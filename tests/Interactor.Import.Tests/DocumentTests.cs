using Interactor.Import.Documents;
using Interactor.Import.Findings;
using Interactor.Import.OpenApi;
using Interactor.Import.Tests.Driver;

namespace Interactor.Import.Tests;

/// <summary>Documents that are not what they should be.</summary>
public sealed class DocumentTests
{
    private const string Rest = """ "info": { "title": "t", "version": "1" }, "paths": { "/a": { "get": { "operationId": "a" } } } }""";

    [Theory]
    [InlineData("{ \"openapi\": \"3.0.0\",\n  \"info\": [1 2 }", "api.json(2,14): error INTC1013")]
    [InlineData("{ \"openapi\": ", "api.json(1,14): error INTC1040")]
    [InlineData("", "api.json(1,1): error INTC1001")]
    [InlineData("[1, 2]", "api.json(1,1): error not-openapi")]
    [InlineData("{ \"a\": 1 }", "api.json(1,1): error not-openapi")]
    [InlineData("{ \"swagger\": \"1.2\" }", "api.json(1,14): error unknown-version")]
    [InlineData("{ \"openapi\": \"4.0.0\" }", "api.json(1,14): error unknown-version")]
    public void What_cannot_be_read_is_said_with_line_and_column(string text, string expected)
    {
        ImportResult result = OpenApiImporter.Import(new DocumentSource("api.json", text), cancellation: TestContext.Current.CancellationToken);
        Assert.Null(result.Connector);
        Assert.StartsWith(expected, result.Findings.First(f => f.Kind == FindingKind.Error).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Malformed_YAML_is_said_with_line_and_column()
    {
        ImportResult result = OpenApiImporter.Import(new DocumentSource("api.yaml", "openapi: 3.0.0\ninfo:\n  title: \"open\n"), cancellation: TestContext.Current.CancellationToken);
        Assert.Null(result.Connector);
        Assert.StartsWith("api.yaml(3,10): error", result.Findings[0].ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ \"openapi\": \"3.0.0\",, " + Rest, "INTC1041")]
    [InlineData("{ // note\n \"openapi\": \"3.0.0\", " + Rest, "INTC1042")]
    [InlineData("{ \"openapi\": \"3.0.0\", \"x-a\": \"tab\there\nand a line\", " + Rest, "INTC1044")]
    [InlineData("{ \"openapi\": \"3.0.0\", \"openapi\": \"3.1.0\", " + Rest, "INTC1006")]
    [InlineData("{ openapi: '3.0.0', " + Rest, "INTC1045")]
    [InlineData("{ \"openapi\": \"3.0.0\", \"x-a\": \"\uFFFD\", " + Rest, "INTC1003")]
    [InlineData("\uFEFF{ \"openapi\": \"3.0.0\", \"x-a\": \"\\ud800\", " + Rest, "INTC1011")]
    public void Mistakes_that_leave_no_doubt_are_warnings(string text, string rule)
    {
        ImportCase result = ImportCase.Of(text);
        Assert.Contains(rule, result.Rules);
        Assert.Equal("a", Assert.Single(result.Connector.Actions).Id);
    }

    [Theory]
    [InlineData("{ \"openapi\": \"3.0.3\",")]
    [InlineData("{ \"openapi\": \"3.1.1\",")]
    [InlineData("{ \"openapi\": \"3.2.0\",")]
    [InlineData("{ \"swagger\": \"2.0\",")]
    [InlineData("{ \"swagger\": 2.0,")]
    public void Every_version_of_the_specification_is_read(string start) => Assert.Single(ImportCase.Of(start + Rest).Connector.Actions);

    [Fact]
    public void Parts_of_the_wrong_form_are_left_out()
    {
        ImportCase result = ImportCase.Of("""
            { "openapi": "3.0.0", "info": "x", "servers": {}, "security": {}, "tags": 1, "components": { "schemas": { "A": 12, "B": [], "C": { "properties": [], "required": "x", "type": 1, "$ref": {} } } , "securitySchemes": { "a": 1, "b": {} } },
              "paths": { "/a": { "get": { "operationId": {}, "tags": 1, "parameters": { "a": 1 }, "requestBody": "x", "responses": [1], "security": {}, "callbacks": [], "servers": 3 }, "post": 12, "parameters": [1, null, {}] }, "/b": null, "/c": [] } }
            """);
        Assert.Equal("/a", Assert.Single(result.Connector.Actions).Origin.Path);
    }

    [Fact]
    public void A_pointer_that_leads_through_itself_leads_nowhere()
    {
        ImportCase result = ImportCase.Of("""
            { "openapi": "3.0.0", "info": { "title": "t", "version": "1" }, "paths": { "/a": { "get": { "operationId": "a", "responses": { "200": { "description": "",
              "content": { "application/json": { "schema": { "$ref": "#/components/schemas/A/properties/x" } } } } } } } },
              "components": { "schemas": { "A": { "$ref": "#/components/schemas/B/properties/y" }, "B": { "$ref": "#/components/schemas/A/properties/z" } } } }
            """);
        Assert.Equal(1, result.Rules.Count(r => r == "broken-schema-reference"));
    }

    [Theory]
    [InlineData("#/components/parameters/Lmit", "'#/components/parameters' has no 'Lmit'; add it, or mend the reference. Did you mean 'Limit'?")]
    [InlineData("#/components/parameters/A", "it leads round in a circle")]
    [InlineData("#/components/parameters/Far", "it leads to 'gone.json', and there is no file 'gone.json'")]
    [InlineData("gone.json#/a", "there is no file 'gone.json' in the document's folder")]
    [InlineData("../x.json", "it leads out of the document's folder")]
    [InlineData("https://example.com/x.json", "nothing is fetched")]
    [InlineData("#Limit", "it is no JSON pointer")]
    public void A_broken_reference_is_said_with_the_reason(string reference, string reason)
    {
        ImportCase result = ImportCase.Of($$"""
            { "openapi": "3.0.0", "info": { "title": "t", "version": "1" }, "paths": { "/a": { "get": { "operationId": "a", "parameters": [{ "$ref": "{{reference}}" }] } } },
              "components": { "parameters": { "Limit": { "name": "l", "in": "query", "schema": {} }, "A": { "$ref": "#/components/parameters/B" }, "B": { "$ref": "#/components/parameters/A" },
                "Far": { "$ref": "gone.json" } } } }
            """);
        ImportFinding finding = Assert.Single(result.Result.Findings, f => f.Rule == "broken-reference");
        Assert.StartsWith($"The reference '{reference}' is broken, and what refers to it is left out: ", finding.Message, StringComparison.Ordinal);
        Assert.Contains(reason, finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void References_may_name_anchors_and_ids()
    {
        ImportCase result = ImportCase.Of("""
            { "openapi": "3.1.0", "info": { "title": "t", "version": "1" }, "paths": {}, "components": { "schemas": {
              "A": { "$anchor": "a", "type": "object", "properties": { "x": { "$id": "https://example.com/schemas/x", "type": "object", "properties": { "n": { "type": "integer" } } } } },
              "B": { "type": "object", "properties": { "a": { "$ref": "#a" }, "x": { "$ref": "https://example.com/schemas/x" }, "y": { "$ref": "x" }, "z": { "$ref": "#z" } } } } } }
            """);
        Assert.Contains("""{"a":{"$ref":"#/datatypes/A"},"x":{"$ref":"#/datatypes/A/properties/x"},"y":{"$ref":"#/datatypes/A/properties/x"},"z":{}}""", result.Json, StringComparison.Ordinal);
        Assert.Contains("broken-schema-reference", result.Rules);
    }

    [Fact]
    public void A_cancelled_import_ends()
    {
        using CancellationTokenSource cancelled = new();
        cancelled.Cancel();
        Assert.Throws<OperationCanceledException>(() => OpenApiImporter.Import(new DocumentSource("a.json", "{}"), cancellation: cancelled.Token));
    }

    [Fact]
    public void Files_outside_of_the_folder_and_links_are_not_read()
    {
        string root = Directory.CreateTempSubdirectory().FullName;
        try
        {
            string inside = Directory.CreateDirectory(Path.Combine(root, "in")).FullName;
            File.WriteAllText(Path.Combine(root, "secret.json"), """{ "type": "object", "properties": { "secret": { "type": "string" } } }""");
            File.WriteAllText(Path.Combine(inside, "own.json"), """{ "type": "object", "properties": { "own": { "type": "string" } } }""");
            File.CreateSymbolicLink(Path.Combine(inside, "link.json"), Path.Combine(root, "secret.json"));
            Directory.CreateSymbolicLink(Path.Combine(inside, "up"), root);
            string file = Path.Combine(inside, "api.json");
            string secret = Path.Combine(root, "secret.json").Replace("\\", "/");
            File.WriteAllText(file, $$"""
                { "openapi": "3.0.0", "info": { "title": "t", "version": "1" }, "paths": {}, "components": { "schemas": {
                  "A": { "$ref": "own.json" }, "B": { "$ref": "../secret.json" }, "C": { "$ref": "link.json" }, "D": { "$ref": "up/secret.json" },
                  "E": { "$ref": "{{secret}}" }, "F": { "$ref": "file://{{secret}}" }, "G": { "$ref": "x/../../secret.json" }, "H": { "$ref": "%2e%2e/secret.json" } } } }
                """);
            ImportCase result = ImportCase.Of(DocumentSource.FromFile(file));
            Assert.Contains("\"own\"", result.Json, StringComparison.Ordinal);
            Assert.DoesNotContain("\"secret\"", result.Json, StringComparison.Ordinal);
            Assert.Equal(7, result.Rules.Count(r => r == "broken-schema-reference"));
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }
}

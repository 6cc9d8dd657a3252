using Interactor.Import.Findings;
using Interactor.Import.OpenApi;
using Interactor.Import.Tests.Driver;

namespace Interactor.Import.Tests;

/// <summary>Parts of documents.</summary>
public sealed class FilterTests
{
    private const string Document = """
        { "openapi": "3.0.0", "info": { "title": "t", "version": "1" }, "servers": [{ "url": "https://a.example.com" }], "paths": {
          "/pets": { "get": { "operationId": "pets.list", "tags": ["Animals"], "responses": { "200": { "description": "", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Pet" } } } } } } },
          "/admin/users": { "get": { "operationId": "users.list", "responses": { "200": { "description": "", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/User" } } } } } } },
          "/admin/keys": { "delete": { "operationId": "keys.clear" } } },
          "components": { "schemas": {
            "Pet": { "type": "object", "discriminator": { "propertyName": "kind" }, "required": ["kind"], "properties": { "kind": { "type": "string" }, "owner": { "$ref": "#/components/schemas/Owner" } } },
            "Cat": { "allOf": [{ "$ref": "#/components/schemas/Pet" }, { "type": "object", "properties": { "lives": { "$ref": "#/components/schemas/Count" } } }] },
            "Count": { "type": "object", "properties": { "n": { "type": "integer" } } },
            "Owner": { "type": "object", "properties": { "name": { "type": "string" } } },
            "User": { "type": "object", "properties": { "name": { "type": "string" } } } } } }
        """;

    [Theory]
    [InlineData("", "", "keys.clear pets.list users.list", "Cat Count Owner Pet User")]
    [InlineData("pets.*", "", "pets.list", "Cat Count Owner Pet")]
    [InlineData("animals", "", "pets.list", "Cat Count Owner Pet")]
    [InlineData("/admin/*", "", "keys.clear users.list", "User")]
    [InlineData("/admin/*", "*.clear", "users.list", "User")]
    [InlineData("", "/admin/*", "pets.list", "Cat Count Owner Pet")]
    public void Patterns_choose_operations_and_what_they_need(string include, string exclude, string actions, string datatypes)
    {
        ImportCase result = Import(include, exclude);
        Assert.Equal(actions, string.Join(' ', result.Connector.Actions.Select(a => a.Id)));
        Assert.Equal(datatypes, string.Join(' ', result.Connector.Datatypes.Select(d => d.Name)));
    }

    [Theory]
    [InlineData("nothing*", "", "The pattern 'nothing*' fits none of the document's 3 operations. Ids are such as ")]
    [InlineData("pets.lsit", "", "Did you mean 'pets.list'?")]
    [InlineData("user.*", "", "Did you mean 'users'?")]
    [InlineData("", "*", "The patterns leave none of the document's 3 operations.")]
    public void Patterns_that_leave_nothing_give_nothing(string include, string exclude, string message)
    {
        ImportCase result = Import(include, exclude);
        Assert.Null(result.Result.Connector);
        ImportFinding finding = Assert.Single(result.Result.Findings, f => f.Kind == FindingKind.Error);
        Assert.Equal("pattern-nothing", finding.Rule);
        Assert.Contains(message, finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("pets.* nothing", "", "'nothing'")]
    [InlineData("", "keys.claer", "Did you mean 'keys.clear'?")]
    public void A_pattern_that_fits_nothing_is_said(string include, string exclude, string message)
    {
        ImportCase result = Import(include, exclude);
        Assert.NotEmpty(result.Connector.Actions);
        Assert.Contains(message, Assert.Single(result.Result.Findings, f => f.Rule == "pattern-unused").Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, "Pet", "Heir Pet", "Spare")]
    [InlineData(true, "Pet", "Heir Pet Spare", "")]
    [InlineData(false, "", "Heir Pet Spare", "")]
    public void Schemas_that_no_operation_uses_are_left_out_and_said(bool keep, string used, string datatypes, string leftOut)
    {
        string paths = used.Length == 0 ? "" : $$"""
            "/pets": { "get": { "operationId": "pets.list", "responses": { "200": { "description": "", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/{{used}}" } } } } } } }
            """;
        ImportCase result = ImportCase.Of(
            $$"""
            { "openapi": "3.0.0", "info": { "title": "t", "version": "1" }, "servers": [{ "url": "https://a.example.com" }], "paths": { {{paths}} }, "components": { "schemas": {
              "Pet": { "type": "object", "discriminator": { "propertyName": "kind" }, "required": ["kind"], "properties": { "kind": { "type": "string" } } },
              "Heir": { "allOf": [{ "$ref": "#/components/schemas/Pet" }, { "type": "object", "properties": { "n": { "type": "integer" } } }] },
              "Spare": { "type": "object", "properties": { "pet": { "$ref": "#/components/schemas/Pet" } } } } } }
            """,
            new OpenApiImportOptions { KeepUnusedSchemas = keep });

        Assert.Equal(datatypes, string.Join(' ', result.Connector.Datatypes.Select(d => d.Name)));
        Assert.Equal(leftOut.Length > 0, result.Findings.Contains($"No operation uses the schema '{leftOut}': it is left out", StringComparison.Ordinal));
        Assert.Equal(leftOut.Length > 0, result.Findings.Contains("unused-schema", StringComparison.Ordinal));
    }

    [Fact]
    public void Owner_and_id_may_be_given()
    {
        ImportCase result = ImportCase.Of(Document, new OpenApiImportOptions { Owner = "acme", Id = "zoo" });
        Assert.Equal("acme/zoo", $"{result.Connector.Owner}/{result.Connector.Id}");
    }

    private static ImportCase Import(string include, string exclude) => ImportCase.Of(Document, new OpenApiImportOptions
    {
        Include = include.Split(' ', StringSplitOptions.RemoveEmptyEntries),
        Exclude = exclude.Split(' ', StringSplitOptions.RemoveEmptyEntries),
    });
}

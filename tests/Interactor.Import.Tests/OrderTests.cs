using Interactor.Import.Tests.Driver;
using Interactor.Tests;

namespace Interactor.Import.Tests;

/// <summary>The order of paths and schemas in a document changes nothing.</summary>
public sealed class OrderTests
{
    [Theory]
    [InlineData("pets")]
    [InlineData("hostile")]
    public void Shuffled_documents_give_the_same_bytes(string name)
    {
        string json = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "tests", "Interactor.Import.Tests", "Cases", name, "api.json")).Replace("\\ud800", "");
        string expected = ImportCase.Of(json).Json;
        for (int seed = 0; seed < 10; seed++)
        {
            Assert.Equal(expected, ImportCase.Of(Shuffled.Of(json, seed)).Json);
        }
    }

    [Fact]
    public void Collisions_are_decided_by_path_and_method()
    {
        const string Document = """
            { "openapi": "3.0.0", "info": { "title": "t", "version": "1" }, "servers": [{ "url": "https://a.example.com" }], "paths": {
              "/b/{id}": { "get": { "operationId": "same" }, "post": { "operationId": "same" } },
              "/a": { "get": { "operationId": "same" } },
              "/c": { "get": { "operationId": "Same" } },
              "/d": { "get": { "operationId": "same" } } },
              "components": { "schemas": { "a": { "type": "string" }, "A": { "type": "object", "properties": { "x": { "type": "string" } } } } } }
            """;
        ImportCase first = ImportCase.Of(Document);
        Assert.Equal(
            ["/a GET same", "/b/{id} GET same-get", "/b/{id} POST same-post", "/c GET same-get-2", "/d GET same-get-3"],
            first.Connector.Actions.OrderBy(a => a.Origin.Path, StringComparer.Ordinal).ThenBy(a => a.Origin.Method, StringComparer.Ordinal)
                .Select(a => $"{a.Origin.Path} {a.Origin.Method} {a.Id}"));
        for (int seed = 0; seed < 5; seed++)
        {
            Assert.Equal(first.Json, ImportCase.Of(Shuffled.Of(Document, seed)).Json);
        }
    }
}

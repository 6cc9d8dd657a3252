using Interactor.Import.Model;
using Interactor.Import.OpenApi;
using Interactor.Import.Tests.Driver;

namespace Interactor.Import.Tests;

/// <summary>Where requests go, whatever a document says about it.</summary>
public sealed class ServerTests
{
    [Theory]
    [InlineData("""[{ "url": "https://a.example.com/v1/" }]""", "https://a.example.com/v1", "a.example.com", "")]
    [InlineData("""[{ "url": "http://a.example.com" }]""", "https://a.example.com", "a.example.com", "server-http")]
    [InlineData("""[{ "url": "http://localhost:8080/x" }]""", "http://localhost:8080/x", "localhost", "")]
    [InlineData("""[{ "url": "//a.example.com" }]""", "https://a.example.com", "a.example.com", "")]
    [InlineData("""[{ "url": "a.example.com/v1" }]""", "https://a.example.com/v1", "a.example.com", "")]
    [InlineData("""[{ "url": "https://u:p@a.example.com/v1?x=1#y" }]""", "https://a.example.com/v1", "a.example.com", "server-query")]
    [InlineData("""[{ "url": "/api/v3" }]""", "${variables.base_url}/api/v3", "${variables.base_url}", "server-variable")]
    [InlineData("""[]""", "${variables.base_url}", "${variables.base_url}", "server-variable")]
    [InlineData("""[{ "url": "wss://a.example.com" }]""", "${variables.base_url}", "${variables.base_url}", "server-variable")]
    [InlineData("""[{ "url": "https://your domain.com" }]""", "${variables.base_url}", "${variables.base_url}", "server-variable")]
    [InlineData("""[{ "url": "12.5" }]""", "${variables.base_url}", "${variables.base_url}", "server-variable")]
    [InlineData("""[{ "url": "https://{shop}.example.com/{v}", "variables": { "v": { "default": "1" } } }]""", "https://${variables.shop}.example.com/${variables.v}", "*.example.com", "")]
    [InlineData("""[{ "url": "https://{region}.example.com", "variables": { "region": { "default": "eu", "enum": ["eu", "us"] } } }]""", "https://${variables.region}.example.com", "eu.example.com us.example.com", "")]
    [InlineData("""[{ "url": "https://{host}:{port}/x", "variables": { "port": { "default": "443" } } }]""", "https://${variables.host}:${variables.port}/x", "${variables.host}", "")]
    [InlineData("""[{ "url": "{base}/x" }]""", "${variables.base}/x", "${variables.base}", "")]
    [InlineData("""[{ "url": "{scheme}://a.example.com" }]""", "https://a.example.com", "a.example.com", "server-http")]
    [InlineData("""[{ "url": "https://{a}.{b}" }]""", "${variables.base_url}", "${variables.base_url}", "server-variable")]
    [InlineData("""[{ "url": "https://{x}.com" }]""", "${variables.base_url}", "${variables.base_url}", "server-variable")]
    [InlineData("""[{ "url": "https://a.example.com" }, { "url": "https://b.example.com" }, { "url": "/c" }]""", "${variables.server}", "a.example.com b.example.com", "server-unusable")]
    [InlineData("""[{ "url": "http://a.example.com" }, { "url": "https://a.example.com" }]""", "https://a.example.com", "a.example.com", "server-http")]
    public void Servers_of_a_document(string servers, string url, string egress, string rule)
    {
        ImportCase result = ImportCase.Of(Document($$""" "servers": {{servers}}, """));
        Assert.Equal(url, Assert.Single(result.Connector.Servers).Url.Written);
        Assert.Equal(egress, string.Join(' ', result.Connector.Egress));
        Assert.Equal(rule, string.Join(' ', result.Rules.Distinct()));
    }

    [Theory]
    [InlineData("foo")]
    [InlineData("a.example.com/v1")]
    [InlineData("/v1")]
    [InlineData("ftp://a.example.com")]
    [InlineData("https://")]
    [InlineData("https://your domain.com")]
    [InlineData("{base}/v1")]
    [InlineData("")]
    public void A_given_server_that_is_no_address_is_an_error_of_the_option(string server)
    {
        ImportCase result = ImportCase.Of(Document(""" "servers": [{ "url": "https://a.example.com" }], """), new OpenApiImportOptions { Server = server });
        Assert.Null(result.Result.Connector);
        Assert.Equal(
            $"error option-server: The option 'server' is '{server}', but must be an absolute URL of http or https, such as 'https://api.example.com/v1'\n", result.Findings);
    }

    [Fact]
    public void Several_servers_with_variables_are_chosen_by_a_variable()
    {
        ImportCase result = ImportCase.Of(Document("""
            "servers": [{ "url": "https://{region}.example.com", "variables": { "region": { "default": "eu" } } }, { "url": "https://test.example.org" }],
            """));
        Assert.Equal(
            @"${variables.server == 'https://\u007bregion\u007d.example.com' ? 'https://' + variables.region + '.example.com' : 'https://test.example.org'}",
            result.Connector.Servers[0].Url.Written);
        Assert.Equal(["https://{region}.example.com", "https://test.example.org"], result.Connector.Variables.Single(v => v.Name == "server").Choices);
    }

    [Fact]
    public void Operations_may_have_servers_of_their_own()
    {
        ImportCase result = ImportCase.Of("""
            { "openapi": "3.0.0", "info": { "title": "t", "version": "1" }, "servers": [{ "url": "https://api.example.com" }], "paths": {
              "/a": { "get": { "operationId": "a", "servers": [{ "url": "https://uploads.example.com" }] } },
              "/b": { "servers": [{ "url": "https://uploads.example.com/v2" }, { "url": "https://x.example.com" }], "get": { "operationId": "b" } },
              "/c": { "get": { "operationId": "c", "servers": [{ "url": "https://api.example.com" }] } } } }
            """);
        Assert.Equal("uploads", result.Action("a").Request.Server);
        Assert.Equal("uploads-example-com", result.Action("b").Request.Server);
        Assert.Null(result.Action("c").Request.Server);
        Assert.Equal("api", result.Connector.DefaultServer);
    }

    [Fact]
    public void A_server_may_be_given()
    {
        ImportCase result = ImportCase.Of(Document(""" "servers": [{ "url": "/x" }], """), new OpenApiImportOptions { Server = "https://given.example.com" });
        Assert.Equal(new ImportedServer("api", DefinitionText.Of("https://given.example.com")), Assert.Single(result.Connector.Servers));
    }

    private static string Document(string servers) =>
        $$"""{ "openapi": "3.0.0", {{servers}} "info": { "title": "t", "version": "1" }, "paths": { "/a": { "get": { "operationId": "a" } } } }""";
}

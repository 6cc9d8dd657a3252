using System.Text.Json;
using Interactor.Compiler.Binding;
using Interactor.Compiler.Model;
using Interactor.Compiler.Text;
using Interactor.Host.Tests.Fakes;
using Interactor.Import;
using Interactor.Import.Documents;
using Interactor.Import.Findings;
using Interactor.Import.OpenApi;
using Interactor.Import.Writing;
using Interactor.Testing.Loading;
using Microsoft.AspNetCore.Routing;

namespace Interactor.Host.Tests.OpenApi;

/// <summary>The document of the host's own API is complete, and good enough to make a client of.</summary>
public sealed class DocumentTests
{
    // Pages, where browsers come back to, and the document itself.
    private static readonly string[] NotDescribed = ["/connect/callback", "/connect/{secret}", "/setup/{secret}", "/openapi/{documentName}.json", "/sign-in/openid", "/mcp"];

    [Fact]
    public async Task Every_endpoint_is_in_it_with_its_parameters_answers_and_security()
    {
        await using RunningHost host = await BareHost.StartAsync();
        JsonElement document = JsonElement.Parse(await host.Http.GetStringAsync(new Uri("/openapi/v1.json", UriKind.Relative), TestContext.Current.CancellationToken));
        Assert.StartsWith("3.1", document.GetProperty("openapi").GetString(), StringComparison.Ordinal);
        HashSet<string> ids = [];
        foreach (RouteEndpoint endpoint in host.Service<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            string path = "/" + endpoint.RoutePattern.RawText!.Trim('/');
            if (NotDescribed.Contains(path))
            {
                continue;
            }

            foreach (string method in endpoint.Metadata.GetRequiredMetadata<HttpMethodMetadata>().HttpMethods)
            {
                string shown = $"{method} {path}";
                Assert.True(document.GetProperty("paths").TryGetProperty(path, out JsonElement item) && item.TryGetProperty(method.ToLowerInvariant(), out _), shown);
                JsonElement operation = item.GetProperty(method.ToLowerInvariant());
                Assert.True(ids.Add(operation.GetProperty("operationId").GetString()!), shown);
                Assert.False(string.IsNullOrEmpty(operation.GetProperty("summary").GetString()), shown);
                Assert.True(operation.GetProperty("responses").EnumerateObject().Any(static response => response.Name.StartsWith('2')), shown);
                Assert.True(path.StartsWith("/health", StringComparison.Ordinal) || operation.GetProperty("responses").TryGetProperty("default", out _), shown);
                bool isOpen = path.StartsWith("/health", StringComparison.Ordinal) || shown is "POST /api/v1/manage/session" or "POST /api/v1/manage/setup";
                Assert.True(isOpen || operation.GetProperty("security").GetArrayLength() > 0, shown);
                Assert.Equal(
                    endpoint.RoutePattern.Parameters.Select(static parameter => parameter.Name).Order(StringComparer.Ordinal),
                    ParametersOf(operation, "path").Order(StringComparer.Ordinal));
            }
        }

        JsonElement error = document.GetProperty("components").GetProperty("schemas").GetProperty("ErrorBody");
        Assert.Equal(["code", "error", "requestId"], error.GetProperty("required").EnumerateArray().Select(static name => name.GetString()).Order(StringComparer.Ordinal));
        JsonElement execute = document.GetProperty("paths").GetProperty("/api/v1/connector/{owner}/{connector}/action/{action}/execute").GetProperty("post");
        Assert.Equal(["account", "accountId", "version"], ParametersOf(execute, "query"));
        Assert.False(execute.TryGetProperty("requestBody", out JsonElement body) && body.TryGetProperty("required", out JsonElement required) && required.GetBoolean());
        Assert.Equal(
            "#/components/schemas/ErrorBody",
            execute.GetProperty("responses").GetProperty("default").GetProperty("content").GetProperty("application/json").GetProperty("schema").GetProperty("$ref").GetString());
        Assert.Equal(["environmentKey"], execute.GetProperty("security").EnumerateArray().SelectMany(static way => way.EnumerateObject()).Select(static scheme => scheme.Name));
    }

    [Fact]
    public async Task A_connector_can_be_made_of_it()
    {
        await using RunningHost host = await BareHost.StartAsync();
        string text = await host.Http.GetStringAsync(new Uri("/openapi/v1.json", UriKind.Relative), TestContext.Current.CancellationToken);
        ImportResult result = OpenApiImporter.Import(new DocumentSource("v1.json", text), cancellation: TestContext.Current.CancellationToken);
        Assert.DoesNotContain(result.Findings, static finding => finding.Kind == FindingKind.Error);
        string definition = ConnectorFileWriter.Write(result.Connector!, TestContext.Current.CancellationToken);
        using LoadedConnector loaded = ConnectorLoader.Load(
            new ConnectorSources("host", new[] { new SourceFile("host/connector.json", definition) }.ToEquatableArray()), TestContext.Current.CancellationToken);
        Assert.True(loaded.Descriptor.Actions.Count >= 40, $"{loaded.Descriptor.Actions.Count} actions: {string.Join('\n', result.Findings)}");
    }

    private static IEnumerable<string> ParametersOf(JsonElement operation, string place) => operation.TryGetProperty("parameters", out JsonElement parameters)
        ? parameters.EnumerateArray().Where(parameter => parameter.GetProperty("in").GetString() == place).Select(static parameter => parameter.GetProperty("name").GetString()!)
        : [];
}

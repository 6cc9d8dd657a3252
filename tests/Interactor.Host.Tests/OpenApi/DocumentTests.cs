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

    // Clients are made of these names: one that changes breaks them.
    private static readonly string[] Ids =
    [
        "accounts.disconnect", "accounts.list", "actions.execute", "actions.execute-of-default-owner", "audit.list", "auth-url.get", "auth-url.get-of-default-owner", "configuration.get",
        "configuration.update", "connectors.actions.get", "connectors.get", "connectors.list", "credentials.create", "credentials.create-of-default-owner", "credentials.delete",
        "credentials.delete-of-default-owner", "credentials.get", "credentials.get-of-default-owner", "drafts.archive.get", "drafts.archive.replace", "drafts.delete", "drafts.execute",
        "drafts.findings.list", "drafts.get", "drafts.list", "drafts.publish", "drafts.update", "environments.create", "environments.delete", "environments.get", "environments.key.create",
        "environments.key.delete", "environments.list", "environments.update", "executions.get", "executions.list", "health.live", "health.ready", "invitations.create", "invitations.delete",
        "invitations.list", "links.use", "organizations.create", "organizations.list", "people.delete", "people.list", "people.password-link.create", "people.update", "session.create",
        "session.delete", "session.delete-everywhere", "session.get", "session.password.update", "versions.archive.get", "versions.current.set", "versions.list",
    ];

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
                Assert.True(operation.TryGetProperty("requestBody", out _) == Takes(shown), shown);
                Assert.Equal(
                    endpoint.RoutePattern.Parameters.Select(static parameter => parameter.Name).Order(StringComparer.Ordinal),
                    ParametersOf(operation, "path").Order(StringComparer.Ordinal));
            }
        }

        JsonElement error = document.GetProperty("components").GetProperty("schemas").GetProperty("ErrorBody");
        Assert.Equal(["code", "error", "requestId"], error.GetProperty("required").EnumerateArray().Select(static name => name.GetString()).Order(StringComparer.Ordinal));
        JsonElement execute = document.GetProperty("paths").GetProperty("/api/v1/connector/{owner}/{connector}/action/{action}/execute").GetProperty("post");
        Assert.Equal(["account", "accountId", "version"], ParametersOf(execute, "query"));
        Assert.Equal(Ids, ids.Order(StringComparer.Ordinal));
        JsonElement body = execute.GetProperty("requestBody");
        Assert.False(body.TryGetProperty("required", out JsonElement required) && required.GetBoolean());
        Assert.Equal("object", body.GetProperty("content").GetProperty("application/json").GetProperty("schema").GetProperty("type").GetString());
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
        Assert.Equal(Ids, loaded.Descriptor.Actions.Select(static action => action.Id).Order(StringComparer.Ordinal));
        Assert.True(loaded.Descriptor.Actions.Count >= 40, $"{loaded.Descriptor.Actions.Count} actions: {string.Join('\n', result.Findings)}");
    }

    // What changes something takes a body, but for what the path says all of.
    private static bool Takes(string operation) => !operation.StartsWith("GET ", StringComparison.Ordinal) && !operation.StartsWith("DELETE ", StringComparison.Ordinal)
        && !operation.EndsWith("/key", StringComparison.Ordinal) && !operation.EndsWith("/password-link", StringComparison.Ordinal) && !operation.EndsWith("/publish", StringComparison.Ordinal);

    private static IEnumerable<string> ParametersOf(JsonElement operation, string place) => operation.TryGetProperty("parameters", out JsonElement parameters)
        ? parameters.EnumerateArray().Where(parameter => parameter.GetProperty("in").GetString() == place).Select(static parameter => parameter.GetProperty("name").GetString()!)
        : [];
}

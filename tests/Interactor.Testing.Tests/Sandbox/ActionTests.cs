using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Interactor.Runtime;
using Interactor.Runtime.Security;
using Interactor.Testing.Sandbox;

namespace Interactor.Testing.Tests.Sandbox;

public sealed class ActionTests
{
    [Theory]
    [InlineData("weather", "forecast.get", """{"city":"New York","days":3}""", """{"city":"New York","temperature":21.5,"observed":"2026-01-02T03:04:05Z","sky":"clear"}""")]
    [InlineData("notes", "note.create", """{"text":"hello"}""", """{"id":"n1"}""")]
    [InlineData("notes", "note.text", """{"id":"n1"}""", """{"text":"sandbox text"}""")]
    [InlineData("ledger", "invoice.list", """{"status":["paid"]}""", """{"invoices":[{"id":"i1","total":1.10}]}""")]
    [InlineData("ledger", "invoice.pay", """{"id":"x","amount":1}""", "null")]
    [InlineData("forum", "thread.get", """{"id":7}""", """{"title":"Hello","author":"a@example.com"}""")]
    [InlineData("billing", "plan.list", "{}", """{"plans":["sandbox-value"]}""")]
    [InlineData("archive", "document.collect", """{"topic":"trees"}""", """{"documents":[{"title":"A","text":"hello"},{"title":"B","text":"world"}]}""")]
    [InlineData("ticker", "price.watch", """{"symbol":"A"}""", """[{"symbol":"A","price":1.5},{"symbol":"A","price":2}]""")]
    [InlineData("ticker", "log.tail", "{}", """["one","two"]""")]
    [InlineData("ticker", "chart.fetch", "{}", "\"aGVsbG8=\"")]
    [InlineData("printing", "book.print", """{"title":"Trees"}""", """{"pages":12}""")]
    [InlineData("printing", "book.print", """{"title":"Leaves"}""", """{"pages":3}""")]
    [InlineData("warehouse", "parcel.store", """{"parcel":{"id":"p1","weight":2.5,"labels":["blue","new"]}}""", """{"shelf":"A 7","parcels":[{"id":"p0","weight":1,"fragile":true,"labels":[]}]}""")]
    public async Task Each_kind_of_account_connects_and_its_actions_run(string fixture, string action, string input, string output)
    {
        await using Playground play = await Playground.StartAsync(fixture);
        Connection? connection = play.Connector.Descriptor.Methods.Count == 0 ? null : await play.ConnectAsync();
        using JsonDocument expected = JsonDocument.Parse(output);
        using JsonDocument actual = JsonDocument.Parse(await play.RunAsync(connection, action, input));
        Assert.True(JsonElement.DeepEquals(expected.RootElement, actual.RootElement), actual.RootElement.GetRawText());
    }

    [Theory]
    [InlineData("weather", "forecast.get", """{"city":"Oslo"}""")]
    [InlineData("ledger", "invoice.list", "{}")]
    [InlineData("forum", "thread.get", """{"id":7}""")]
    [InlineData("archive", "document.collect", """{"topic":"trees"}""")]
    [InlineData("ticker", "price.watch", """{"symbol":"A"}""")]
    [InlineData("ticker", "log.tail", "{}")]
    [InlineData("printing", "sheet.scan", """{"sheet":"s1"}""")]
    [InlineData("warehouse", "parcel.store", """{"parcel":{"id":"p9","weight":2,"labels":[]}}""")]
    public async Task Without_tests_responses_are_made_that_schemas_and_expressions_accept(string fixture, string action, string input)
    {
        await using Playground tested = await Playground.StartAsync(fixture);
        SandboxConnector untested = SandboxConnector.Of(tested.Connector) with { Tests = [] };
        await using SandboxServer server = await SandboxServer.StartAsync([untested], cancellation: TestContext.Current.CancellationToken);
        ConnectorOptions options = SandboxAccount.OptionsFor(server, tested.Connector.Descriptor);
        options.ValidateResponses = true;
        options.Connection = tested.Connector.Descriptor.Methods.Count == 0
            ? null
            : await SandboxAccount.ConnectAsync(server, tested.Connector.Descriptor, cancellation: TestContext.Current.CancellationToken);
        string output = await Playground.RunAsync(new ActionExecutor(tested.Connector.Descriptor, options), action, input);
        Assert.Contains("sandbox", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_job_that_no_test_knows_is_begun_and_done()
    {
        await using Playground tested = await Playground.StartAsync("printing");
        SandboxConnector untested = SandboxConnector.Of(tested.Connector) with { Tests = [] };
        await using SandboxServer server = await SandboxServer.StartAsync([untested], cancellation: TestContext.Current.CancellationToken);
        ConnectorOptions options = SandboxAccount.OptionsFor(server, tested.Connector.Descriptor);
        options.Connection = await SandboxAccount.ConnectAsync(server, tested.Connector.Descriptor, cancellation: TestContext.Current.CancellationToken);
        Assert.Equal("""{"pages":1}""", await Playground.RunAsync(new ActionExecutor(tested.Connector.Descriptor, options), "book.print", """{"title":"Trees"}"""));
        Assert.Equal(["POST /books", "GET /sandbox-job"], server.Requests.Select(static entry => $"{entry.Method} {entry.Target}"));
    }

    [Fact]
    public async Task A_particular_request_gets_the_error_of_its_test()
    {
        await using Playground play = await Playground.StartAsync("weather");
        Connection connection = await play.ConnectAsync();
        InteractorException error = await Assert.ThrowsAsync<InteractorException>(() => play.RunAsync(connection, "forecast.get", """{"city":"Atlantis"}"""));
        Assert.Equal("not_found: No such city", $"{error.CodeText}: {error.Message}");
    }

    [Fact]
    public async Task Calls_without_the_declared_credential_are_refused()
    {
        await using Playground play = await Playground.StartAsync("weather");
        Assert.Equal(HttpStatusCode.Unauthorized, (await play.GetAsync("/forecasts/Oslo")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await play.GetAsync("/forecasts/Oslo", ("X-Api-Key", "any"))).StatusCode);
        await using Playground forum = await Playground.StartAsync("forum");
        Assert.Equal(HttpStatusCode.Unauthorized, (await forum.GetAsync("/sites/x/threads/1", ("Authorization", "Bearer made-up"))).StatusCode);
    }

    [Fact]
    public async Task An_unknown_route_names_near_ones()
    {
        await using Playground play = await Playground.StartAsync("weather");
        HttpResponseMessage response = await play.GetAsync("/forecast/Oslo");
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains("GET /forecasts/{city}", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Requests_are_logged_without_credentials()
    {
        await using Playground play = await Playground.StartAsync("notes", new SandboxOptions { Variables = new Dictionary<string, string> { ["token"] = "very-secret" } });
        Connection connection = await play.ConnectAsync();
        await play.RunAsync(connection, "note.create", """{"text":"my very-secret note"}""");
        SandboxRequest entry = Assert.Single(play.Server.Requests);
        Assert.Equal("note.create", entry.Route?.Name);
        Assert.Equal("notes.example", entry.Host);
        Assert.Equal("[redacted]", entry.Headers["Authorization"]);
        Assert.Contains("my [redacted] note", entry.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Routes_tell_where_their_responses_come_from()
    {
        await using Playground play = await Playground.StartAsync("forum");
        Assert.Equal(
            [
                "GET /sites/{siteId}/threads/{id} tests",
                "GET /sites schema",
                "GET /sites/{siteId}/me schema",
                "POST /revoke authorization",
                "GET /authorize authorization",
                "POST /authorize authorization",
                "POST /token authorization",
            ],
            play.Server.Routes.Select(r => $"{r} {r.Response}"));
    }

    [Fact]
    public async Task A_port_in_use_is_said_plainly()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        int port = ((IPEndPoint)listener.LocalEndpoint).Port;
        SandboxException error = await Assert.ThrowsAsync<SandboxException>(() => Playground.StartAsync("weather", new SandboxOptions { Port = port }));
        Assert.Contains($"port {port}", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_server_plays_several_third_parties_on_the_same_paths()
    {
        using Interactor.Testing.Loading.LoadedConnector weather = Fixture.Load("weather");
        using TemporaryFolder temporary = new();
        string text = File.ReadAllText(Path.Combine(Fixture.PathOf("weather"), "connector.yaml"))
            .Replace("id: weather", "id: climate", StringComparison.Ordinal)
            .Replace("api.weather.example", "api.climate.example", StringComparison.Ordinal)
            .Replace("temperature: 21.5,", "temperature: 33,", StringComparison.Ordinal)
            .Replace("temperature: 21.50,", "temperature: 33,", StringComparison.Ordinal);
        using Interactor.Testing.Loading.LoadedConnector climate = Interactor.Testing.Loading.ConnectorLoader.Load(temporary.Write("climate/connector.yaml", text), TestContext.Current.CancellationToken);
        await using SandboxServer server = await SandboxServer.StartAsync([SandboxConnector.Of(weather), SandboxConnector.Of(climate)], cancellation: TestContext.Current.CancellationToken);
        Assert.Contains("21.5", await CallAsync(server, weather.Descriptor), StringComparison.Ordinal);
        Assert.Contains("33", await CallAsync(server, climate.Descriptor), StringComparison.Ordinal);
    }

    // One path, told apart by what the definition fixes of the body, and one test whose answer serves every server of its action.
    [Fact]
    public async Task Requests_on_one_path_are_told_apart_by_what_is_fixed_in_them()
    {
        using TemporaryFolder temporary = new();
        string folder = temporary.Write(
            "rpc/connector.yaml",
            """
            interactor: 1
            id: rpc
            version: 1.0.0
            servers: { api: "https://${variables.site}.rpc.example" }
            egress: ["*.rpc.example"]
            security:
              first: { kind: apiKey, in: query, name: key, value: "${variables.key}" }
              second: { kind: apiKey, in: cookie, name: sid, value: "${variables.key}", servers: { api: "https://gateway.rpc.example/v1" } }
            variables: { site: {}, key: { secret: true } }
            actions:
              user.get:
                version: 1.0.0
                name: Get a User
                effect: read
                request: { method: POST, path: /call, json: { method: user.get, id: 1 } }
                output: { type: object, required: [user], properties: { user: { type: string } } }
              team.get:
                version: 1.0.0
                name: Get a Team
                effect: read
                request: { method: POST, path: /call, json: { method: team.get, id: 1 } }
                output: { type: object, required: [team], properties: { team: { type: string } } }
              error.get:
                version: 1.0.0
                name: Get What Succeeds
                effect: read
                errors: [ { on: success, when: "${response.body.ok != true || response.body.state == 'bad'}", code: provider_error } ]
                request: { path: /state }
            tests:
              - name: a team
                action: team.get
                as: { method: first, variables: { site: acme, key: k } }
                exchanges:
                  - { expect: { path: /call }, respond: { json: { team: blue } } }
                output: { team: blue }
            """);
        using Interactor.Testing.Loading.LoadedConnector connector = Interactor.Testing.Loading.ConnectorLoader.Load(folder, TestContext.Current.CancellationToken);
        await using SandboxServer server = await SandboxServer.StartAsync([SandboxConnector.Of(connector)], cancellation: TestContext.Current.CancellationToken);
        foreach (string method in new[] { "first", "second" })
        {
            ConnectorOptions options = SandboxAccount.OptionsFor(server, connector.Descriptor);
            options.Connection = await SandboxAccount.ConnectAsync(server, connector.Descriptor, method, cancellation: TestContext.Current.CancellationToken);
            ActionExecutor executor = new(connector.Descriptor, options);
            Assert.Equal("""{"user":"sandbox-user"}""", await Playground.RunAsync(executor, "user.get", "{}"));
            Assert.Equal("""{"team":"blue"}""", await Playground.RunAsync(executor, "team.get", "{}"));
            Assert.Contains("\"ok\":true", await Playground.RunAsync(executor, "error.get", "{}"), StringComparison.Ordinal);
        }

        Assert.DoesNotContain(server.Requests, r => r.Target.Contains("sandbox-key", StringComparison.Ordinal) || r.Headers.Values.Any(v => v.Contains("sandbox-key", StringComparison.Ordinal)));
    }

    private static async Task<string> CallAsync(SandboxServer server, ConnectorDescriptor connector)
    {
        ConnectorOptions options = SandboxAccount.OptionsFor(server, connector);
        options.Connection = await SandboxAccount.ConnectAsync(server, connector, cancellation: TestContext.Current.CancellationToken);
        return await Playground.RunAsync(new ActionExecutor(connector, options), "forecast.get", """{"city":"New York","days":3}""");
    }
}

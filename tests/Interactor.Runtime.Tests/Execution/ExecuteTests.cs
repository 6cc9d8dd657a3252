using System.Text;
using Interactor.Runtime.Http;
using Interactor.Runtime.Json;
using Interactor.Runtime.Tests.Fakes;
using Xunit;
using static Interactor.Runtime.Tests.Fakes.FakeProvider;

namespace Interactor.Runtime.Tests.Execution;

public sealed class ExecuteTests
{
    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_typed_call_sends_its_input_and_reads_its_output()
    {
        FakeProvider provider = new(static _ => Answer("""{"name":"b","size":2,"more":[1]}"""));
        ActionExecutor executor = new(TestConnector.Make(TestActions.Create()), TestConnector.Options(provider));

        Thing output = await executor.ExecuteAsync(TestActions.Create(), new Thing("a", 1), cancellationToken: Token);

        Assert.Equal(new Thing("b", 2), output);
        Assert.Equal("POST", provider.Only.Method);
        Assert.Equal("https://api.example.com/v1/things", provider.Only.Url);
        Assert.Equal("""{"name":"a","size":1}""", provider.Only.Body);
        Assert.Equal("application/json", provider.Only.Header("Content-Type"));
        Assert.Equal("application/json", provider.Only.Header("Accept"));
        Assert.Equal(TestConnector.Secret, provider.Only.Header("X-Key"));
    }

    [Fact]
    public async Task Untyped_output_is_the_providers_own_bytes()
    {
        FakeProvider provider = new(static _ => Answer("""{ "size":2, "name":"b", "more": 1 }"""));
        ActionExecutor executor = new(TestConnector.Make(TestActions.Create(), TestActions.Create(version: "2.1.0")), TestConnector.Options(provider));

        ReadOnlyMemory<byte> output = await executor.ExecuteAsync("thing.create", "1", """{"size":1,"name":"a"}"""u8.ToArray(), null, Token);

        Assert.Equal("""{ "size":2, "name":"b", "more": 1 }""", Encoding.UTF8.GetString(output.Span));
    }

    [Theory]
    [InlineData(null, "2.10.0")]
    [InlineData("1", "1.4.0")]
    [InlineData("1.0.0", "1.4.0")]
    [InlineData("2.2.0", "2.10.0")]
    public void The_newest_version_of_a_major_is_found(string? version, string expected)
    {
        Interactor.Runtime.Execution.ActionCatalogue catalogue = new(TestConnector.Make(
            TestActions.Create(version: "1.0.0"), TestActions.Create(version: "2.9.0"), TestActions.Create(version: "1.4.0"), TestActions.Create(version: "2.10.0")));
        Assert.Equal(expected, catalogue.Find("thing.create", version).Version);
    }

    [Theory]
    [InlineData("thing.none", null)]
    [InlineData("thing.create", "7")]
    [InlineData("thing.create", "x")]
    public async Task An_unknown_action_or_version_is_not_found(string action, string? version)
    {
        ActionExecutor executor = new(TestConnector.Make(TestActions.Create()), TestConnector.Options(new FakeProvider(static _ => Status(200))));
        InteractorException failure = await Assert.ThrowsAsync<InteractorException>(() => executor.ExecuteAsync(action, version, default, null, Token));
        Assert.Equal(ErrorCode.NotFound, failure.Code);
    }

    [Fact]
    public async Task Each_method_says_what_it_lacks()
    {
        ConnectorOptions options = new() { HttpHandler = Transport.Over(new FakeProvider(static _ => Status(200))), Values = { ["client_id"] = "c" } };
        ActionExecutor executor = new(TestConnector.Make(), options);
        InteractorException failure = await Assert.ThrowsAsync<InteractorException>(
            () => executor.ExecuteAsync(TestActions.Get(methods: ["key", "oauth", "client"]), JsonValue.Null, cancellationToken: Token));
        Assert.Equal(
            (ErrorCode.AuthDenied, "No account, connection or complete set of variables is set for any of the methods that the action accepts "
                + "(key: no value of 'api_key'; oauth: an account has to be connected; client: no value of 'client_secret')."),
            (failure.Code, failure.Message));
    }

    [Fact]
    public async Task An_invalid_input_is_refused_with_every_finding_and_nothing_is_sent()
    {
        FakeProvider provider = new(static _ => Status(200));
        ActionExecutor executor = new(TestConnector.Make(TestActions.Create()), TestConnector.Options(provider));

        InteractorException typed = await Assert.ThrowsAsync<InteractorException>(() => executor.ExecuteAsync(TestActions.Create(), new Thing(new string('x', 21), 0), cancellationToken: Token));
        InteractorException untyped = await Assert.ThrowsAsync<InteractorException>(() => executor.ExecuteAsync("thing.create", null, """{"size":0}"""u8.ToArray(), null, Token));

        Assert.Equal(ErrorCode.InputInvalid, typed.Code);
        Assert.Equal(["/name", "/size"], typed.Details.Select(static detail => detail.Pointer).Order());
        Assert.Equal(ErrorCode.InputInvalid, untyped.Code);
        Assert.Equal(2, untyped.Details.Count);
        Assert.Equal(("test/mini", "thing.create"), (typed.Connector, typed.Action));
        Assert.Equal(("test/mini", "thing.create"), (untyped.Connector, untyped.Action));
        Assert.Empty(provider.Requests);
    }

    [Theory]
    [InlineData("""{"name":"b"}""")]
    [InlineData("""{"name":"b","size":"2"}""")]
    [InlineData("""{"name":"b","size":2""")]
    [InlineData("""{"name":"b","size":2} x""")]
    [InlineData("""[]""")]
    public async Task A_response_of_another_shape_is_a_contract_violation(string body)
    {
        ActionExecutor executor = new(TestConnector.Make(), TestConnector.Options(new FakeProvider(_ => Answer(body, 200, ("X-Request-Id", "req-1")))));
        InteractorException failure = await Assert.ThrowsAsync<InteractorException>(() => executor.ExecuteAsync(TestActions.Create(), new Thing("a", 1), cancellationToken: Token));
        Assert.Equal(ErrorCode.ContractViolation, failure.Code);
        Assert.Equal((200, "req-1"), (failure.Status, failure.RequestId));
        Assert.NotEmpty(failure.Details);
    }

    [Fact]
    public async Task A_response_that_breaks_only_a_constraint_fails_where_responses_are_validated()
    {
        FakeProvider provider = new(static _ => Answer("""{"name":"b","size":0}"""));
        ConnectorOptions options = TestConnector.Options(provider);
        Assert.Equal(0, (await new ActionExecutor(TestConnector.Make(), options).ExecuteAsync(TestActions.Create(), new Thing("a", 1), cancellationToken: Token)).Size);

        options.ValidateResponses = true;
        InteractorException failure = await Assert.ThrowsAsync<InteractorException>(() => new ActionExecutor(TestConnector.Make(), options).ExecuteAsync(TestActions.Create(), new Thing("a", 1), cancellationToken: Token));
        Assert.Equal("/size", Assert.Single(failure.Details).Pointer);
    }

    [Fact]
    public async Task A_body_that_is_not_json_is_named_by_its_media_type()
    {
        ActionExecutor executor = new(TestConnector.Make(), TestConnector.Options(new FakeProvider(static _ => Body("<html>sorry</html>"u8.ToArray(), "text/html; charset=utf-8"))));
        InteractorException failure = await Assert.ThrowsAsync<InteractorException>(() => executor.ExecuteAsync(TestActions.Get(), JsonValue.Null, cancellationToken: Token));
        Assert.Equal(ErrorCode.ContractViolation, failure.Code);
        Assert.Contains("text/html", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("sorry", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(204)]
    [InlineData(200)]
    public async Task An_empty_body_is_null_where_the_output_allows_it_and_a_violation_otherwise(int status)
    {
        ActionExecutor executor = new(TestConnector.Make(), TestConnector.Options(new FakeProvider(_ => Body([], null, status))));
        Assert.True((await executor.ExecuteAsync(TestActions.Get(), JsonValue.Null, cancellationToken: Token)).IsNull);
        InteractorException failure = await Assert.ThrowsAsync<InteractorException>(() => executor.ExecuteAsync(TestActions.Create(), new Thing("a", 1), cancellationToken: Token));
        Assert.Equal(ErrorCode.ContractViolation, failure.Code);
        Assert.Contains("empty body", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_beyond_the_limit_is_refused_but_never_hides_an_error()
    {
        byte[] large = new byte[5000];
        ConnectorOptions options = TestConnector.Options(new FakeProvider(_ => Body(large, "application/json"), _ => Body(large, "application/json", 404)));
        options.MaxResponseBytes = 4999;
        ActionExecutor executor = new(TestConnector.Make(), options);
        Assert.Equal(ErrorCode.ContractViolation, (await Assert.ThrowsAsync<InteractorException>(() => executor.ExecuteAsync(TestActions.Get(), JsonValue.Null, cancellationToken: Token))).Code);
        Assert.Equal(ErrorCode.NotFound, (await Assert.ThrowsAsync<InteractorException>(() => executor.ExecuteAsync(TestActions.Get(), JsonValue.Null, cancellationToken: Token))).Code);
    }

    [Fact]
    public async Task A_byte_order_mark_before_json_is_ignored()
    {
        ActionExecutor executor = new(TestConnector.Make(TestActions.Get()), TestConnector.Options(new FakeProvider(static _ => Body([0xEF, 0xBB, 0xBF, .. "[1]"u8], "application/json"))));
        Assert.Equal("[1]", Encoding.UTF8.GetString((await executor.ExecuteAsync("thing.get", null, "null"u8.ToArray(), null, Token)).Span));
    }

    [Fact]
    public async Task Text_and_bytes_are_read_as_they_are()
    {
        FakeProvider provider = new(static _ => Body([0xE4, 0x21], "text/plain; charset=iso-8859-1"), static _ => Body([1, 2], "image/png"), static _ => Body([0x41], "text/plain; charset=klingon"));
        ActionExecutor executor = new(TestConnector.Make(), TestConnector.Options(provider));
        RequestAction<JsonValue, string> text = new() { Id = "t", Version = "1.0.0", Input = JsonContracts.Any, Output = JsonContracts.String, Method = "GET", Server = "api", BodyKind = ResponseBodyKind.Text, Build = static (request, _, _) => request.Path("/t") };
        MappedRequestAction<JsonValue, ReadOnlyMemory<byte>, long> bytes = new()
        {
            Id = "b",
            Version = "1.0.0",
            Input = JsonContracts.Any,
            Output = JsonContracts.Int64,
            Method = "GET",
            Server = "api",
            BodyKind = ResponseBodyKind.Bytes,
            KeepRaw = true,
            Build = static (request, _, _) => request.Path("/b"),
            Map = static (writer, _, response, _) => writer.WriteNumberValue(response.Body.Length + (10 * response.Raw.Length) + response.Status),
        };

        Assert.Equal("ä!", await executor.ExecuteAsync(text, JsonValue.Null, cancellationToken: Token));
        Assert.Equal(222, await executor.ExecuteAsync(bytes, JsonValue.Null, cancellationToken: Token));
        Assert.Contains("klingon", (await Assert.ThrowsAsync<InteractorException>(() => executor.ExecuteAsync(text, JsonValue.Null, cancellationToken: Token))).Message, StringComparison.Ordinal);
        Assert.Equal("*/*", provider.Requests[0].Header("Accept"));
    }

    [Fact]
    public async Task A_mapped_output_is_built_from_body_and_headers()
    {
        MappedRequestAction<JsonValue, Thing, Thing> action = new()
        {
            Id = "m",
            Version = "1.0.0",
            Input = JsonContracts.Any,
            Output = Thing.Contract,
            Body = Thing.Contract,
            Method = "GET",
            Server = "api",
            Build = static (request, _, _) => request.Path("/m"),
            Map = static (writer, _, response, _) => ThingJson.Write(writer, new Thing(response.Headers["x-name"], response.Body.Size + 1)),
        };
        ActionExecutor executor = new(TestConnector.Make(action), TestConnector.Options(new FakeProvider(static _ => Answer("""{"name":"b","size":2}""", 200, ("X-Name", "h")))));

        Assert.Equal(new Thing("h", 3), await executor.ExecuteAsync(action, JsonValue.Null, cancellationToken: Token));
        Assert.Equal("""{"name":"h","size":3}""", Encoding.UTF8.GetString((await executor.ExecuteAsync("m", null, default, null, Token)).Span));
    }

    [Fact]
    public async Task Calls_that_run_side_by_side_do_not_mix()
    {
        FakeProvider provider = new(static async (request, token) =>
        {
            await Task.Delay(Random.Shared.Next(3), token);
            return Answer(request.Body);
        });
        ActionExecutor executor = new(TestConnector.Make(), TestConnector.Options(provider));
        Thing[] sent = [.. Enumerable.Range(1, 300).Select(static i => new Thing($"n{i}", i))];
        Thing[] received = await Task.WhenAll(sent.Select(thing => executor.ExecuteAsync(TestActions.Create(), thing, cancellationToken: Token)));
        Assert.Equal(sent, received);
    }
}

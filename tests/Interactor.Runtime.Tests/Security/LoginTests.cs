using Interactor.Runtime.Expressions;
using Interactor.Runtime.Http;
using Interactor.Runtime.Json;
using Interactor.Runtime.Security;
using Interactor.Runtime.Tests.Fakes;
using Xunit;
using static Interactor.Runtime.Tests.Fakes.FakeProvider;

namespace Interactor.Runtime.Tests.Security;

/// <summary>The kind <c>session</c>: a login gives the token.</summary>
public sealed class LoginTests
{
    private const string Login = "https://a.login.example.com/session";

    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;

    private readonly FakeClock _clock = new();

    [Fact]
    public async Task The_first_call_logs_in_and_the_next_one_uses_the_token()
    {
        FakeProvider provider = Provider(static _ => Answer("""{"token":"t1","lifetime":"600"}"""));
        ActionExecutor executor = Executor(provider);
        await GetAsync(executor);
        await GetAsync(executor);
        Assert.Equal([Login, "https://api.example.com/v1/thing", "https://api.example.com/v1/thing"], provider.Requests.Select(static request => request.Url));
        Assert.Null(provider.Requests[0].Header("Authorization"));
        Assert.Contains(TestConnector.Secret, provider.Requests[0].Body, StringComparison.Ordinal);
        Assert.Equal("Bearer t1", provider.Requests[1].Header("Authorization"));
    }

    [Fact]
    public async Task A_token_near_its_end_is_replaced_before_use()
    {
        int logins = 0;
        FakeProvider provider = Provider(_ => Answer($$"""{"token":"t{{++logins}}","lifetime":600}"""));
        ActionExecutor executor = Executor(provider);
        await GetAsync(executor);
        _clock.Advance(TimeSpan.FromSeconds(541));
        await GetAsync(executor);
        Assert.Equal("Bearer t2", provider.Requests[^1].Header("Authorization"));
        Assert.Equal(4, provider.Requests.Count);
    }

    [Fact]
    public async Task A_refused_token_is_replaced_once_and_the_call_replayed()
    {
        int logins = 0;
        FakeProvider provider = Provider(
            _ => Answer($$"""{"token":"t{{++logins}}"}"""), static request => request.Header("Authorization") == "Bearer t2" ? Answer("1") : Status(401));
        await GetAsync(Executor(provider));
        Assert.Equal(2, logins);
    }

    [Theory]
    [InlineData("text/html", "with 'text/html' where the connector reads JSON (200).")]
    [InlineData("application/json", "with a body that has no JSON in it where the connector reads JSON (200).")]
    public async Task A_login_that_is_answered_by_a_page_says_so(string mediaType, string message)
    {
        FakeProvider provider = Provider(_ => Body("<html>Maintenance</html>"u8.ToArray(), mediaType));
        SecurityMethod method = Method(Login, static (response, _) => AnyFunctions.String(AnyFunctions.Member(response.Body, "token", "'response.body.token'"), "'response.body.token'"));
        ActionExecutor executor = new(TestConnector.Make([method]), TestConnector.Options(provider, new Connection { Method = "login" }, _clock));
        InteractorException failure = await Assert.ThrowsAsync<InteractorException>(() => GetAsync(executor));
        Assert.Equal((ErrorCode.ContractViolation, 200), (failure.Code, failure.Status));
        Assert.Equal("The provider answered the login " + message, failure.Message);
    }

    [Theory]
    [InlineData(401, "{}")]
    [InlineData(200, "{}")]
    [InlineData(200, """{"token":""}""")]
    public async Task A_login_that_gives_no_token_is_denied(int status, string body)
    {
        FakeProvider provider = Provider(_ => status == 200 ? Answer(body) : Status(status));
        InteractorException failure = await Assert.ThrowsAsync<InteractorException>(() => GetAsync(Executor(provider)));
        Assert.Equal(ErrorCode.AuthDenied, failure.Code);
        Assert.Single(provider.Requests);
    }

    [Fact]
    public async Task Credentials_go_to_egress_hosts_only()
    {
        FakeProvider provider = Provider(static _ => Answer("""{"token":"t1"}"""));
        InteractorException failure = await Assert.ThrowsAsync<InteractorException>(() => GetAsync(Executor(provider, "https://evil.example.org/session")));
        Assert.Equal(ErrorCode.AuthDenied, failure.Code);
        Assert.Empty(provider.Requests);
    }

    private static FakeProvider Provider(Func<SentRequest, HttpResponseMessage> login, Func<SentRequest, HttpResponseMessage>? api = null) =>
        new(request => request.Url == Login ? login(request) : api?.Invoke(request) ?? Answer("1"));

    private static Task GetAsync(ActionExecutor executor) => executor.ExecuteAsync(TestActions.Get(methods: ["login"]), JsonValue.Null, cancellationToken: Token);

    private ActionExecutor Executor(FakeProvider provider, string url = Login) => new(
        TestConnector.Make([Method(url)]),
        TestConnector.Options(provider, new Connection { Method = "login" }, _clock));

    private static SecurityMethod Method(string url, Func<ProviderResponse, ActionContext, string?>? token = null) => new()
    {
        Id = "login",
        Kind = SecurityKind.Session,
        Apply = static (request, context) => request.Header("Authorization", "Bearer " + context.Token("main").Value),
        Session = new SessionRequest
        {
            Method = "POST",
            Build = (request, context) =>
            {
                request.Url(url);
                request.Form("password", context.Variables.Text("client_secret"));
            },
            Token = token ?? (static (response, _) => TextOf(response, "token")),
            ExpiresIn = static (response, _) => TextOf(response, "lifetime"),
        },
    };

    private static string? TextOf(ProviderResponse response, string name) =>
        response.Body.TryGetMember(name, out JsonValue value) ? value.Element.ToString() : null;
}

using Interactor.Runtime.Http;
using Interactor.Runtime.Json;
using Interactor.Runtime.Security;
using Interactor.Runtime.Tests.Fakes;
using Xunit;
using static Interactor.Runtime.Tests.Fakes.FakeProvider;

namespace Interactor.Runtime.Tests.Security;

/// <summary>Answers that give a token which no request can carry.</summary>
public sealed class BrokenTokenTests
{
    private const string TokenUrl = "https://a.login.example.com/token";
    private const string LoginUrl = "https://a.login.example.com/session";
    private const string Broken = """x-at\r\nX-Evil: 1""";

    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;

    private static readonly ConnectionKey Key = new("test/mini", "acc");

    private readonly FakeClock _clock = new();
    private readonly InMemoryCredentialStore _store = new();

    [Theory]
    [InlineData("""{"access_token":"x-at\r\nX-Evil: 1"}""", "r1")]
    [InlineData("""{"access_token":"x-at\n","refresh_token":"r2"}""", "r2")]
    [InlineData("""{"access_token":"x-at\u0085","refresh_token":"r2"}""", "r2")]
    public async Task A_refresh_keeps_the_token_that_was_there_and_the_newest_grant(string body, string refresh)
    {
        bool isWell = false;
        FakeProvider provider = new(request => request.Url == TokenUrl
            ? Answer(isWell ? """{"access_token":"t3","refresh_token":"r3"}""" : body)
            : request.Header("Authorization") == "Bearer t3" ? Answer("1") : Status(401));
        ActionExecutor executor = Stored(provider, TestConnector.Connected());
        AssertTold(await FailAsync(executor), "token endpoint");
        Token held = (await HeldAsync()).Tokens["main"];
        Assert.Equal(("t1-" + TestConnector.Secret, refresh), (held.Value, held.Refresh));

        isWell = true;
        await CallAsync(executor);
        Assert.Equal(refresh, provider.Requests.Last(static request => request.Url == TokenUrl).Form["refresh_token"]);
        Assert.Equal(("t3", "r3", ConnectionStatus.Active), ((await HeldAsync()).Tokens["main"].Value, (await HeldAsync()).Tokens["main"].Refresh, (await HeldAsync()).Status));
    }

    [Fact]
    public async Task A_token_that_is_still_good_is_used()
    {
        FakeProvider provider = new(static request => Answer(request.Url == TokenUrl ? """{"access_token":"x-at\n","refresh_token":"r2"}""" : "1"));
        await CallAsync(Stored(provider, TestConnector.Connected(_clock.GetUtcNow().AddSeconds(30))));
        Assert.Equal("Bearer t1-" + TestConnector.Secret, provider.Requests[^1].Header("Authorization"));
        Assert.Equal("r2", (await HeldAsync()).Tokens["main"].Refresh);
    }

    [Fact]
    public async Task A_first_token_is_refused_and_nothing_is_kept()
    {
        FakeProvider provider = new(static _ => Answer($$"""{"access_token":"{{Broken}}","refresh_token":"r1"}"""));
        ConnectionFlow flow = new(TestConnector.Make(), Options(provider));
        PendingConnection pending = (await flow.BeginAsync("oauth", new Uri("https://app.example.net/"), account: Key.Account, cancellationToken: Token)).Pending;
        AssertTold(await Assert.ThrowsAsync<InteractorException>(() => flow.CompleteAsync(pending, $"code=1&state={pending.State}", Token)), "token endpoint");
        Assert.Null(await _store.GetAsync(Key, Token));
    }

    [Fact]
    public async Task A_login_is_made_again_with_the_next_call()
    {
        bool isWell = false;
        FakeProvider provider = new(request => Answer(request.Url == LoginUrl ? $$"""{"token":"{{(isWell ? "t1" : Broken)}}"}""" : "1"));
        SecurityMethod login = new()
        {
            Id = "oauth",
            Kind = SecurityKind.Session,
            Apply = static (request, context) => request.Header("Authorization", "Bearer " + context.Token("main").Value),
            Session = new SessionRequest { Build = static (request, _) => request.Url(LoginUrl), Token = static (response, _) => Text(response, "token") },
        };
        ActionExecutor executor = Stored(provider, new Connection { Method = "oauth" }, login);
        AssertTold(await FailAsync(executor), "login");
        Assert.Empty((await HeldAsync()).Tokens);
        isWell = true;
        await CallAsync(executor);
        Assert.Equal("Bearer t1", provider.Requests[^1].Header("Authorization"));
    }

    [Fact]
    public async Task A_named_token_stays_as_it_was_beside_a_good_main_one()
    {
        FakeProvider provider = new(static request => Answer(request.Url == TokenUrl ? $$"""{"access_token":"t2","refresh_token":"r2","person":"{{Broken}}"}""" : "1"));
        Connection connection = TestConnector.Connected(_clock.GetUtcNow());
        connection = connection with { Tokens = new Dictionary<string, Token>(connection.Tokens) { ["person"] = new() { Value = "p1" } } };
        SecurityMethod method = WithNamed(new NamedToken("person", new TokenAnswer { Value = static (response, _) => Text(response, "person") }));
        await CallAsync(Stored(provider, connection, method));
        Connection held = await HeldAsync();
        Assert.Equal(("t2", "r2", "p1"), (held.Tokens["main"].Value, held.Tokens["main"].Refresh, held.Tokens["person"].Value));

        ConnectionFlow flow = new(TestConnector.Make([method]), Options(provider));
        PendingConnection pending = (await flow.BeginAsync("oauth", new Uri("https://app.example.net/"), account: "new", cancellationToken: Token)).Pending;
        AssertTold(await Assert.ThrowsAsync<InteractorException>(() => flow.CompleteAsync(pending, $"code=1&state={pending.State}", Token)), "'person'");
    }

    [Fact]
    public async Task A_named_token_of_a_request_of_its_own_is_refused()
    {
        FakeProvider provider = new(static request => Answer(request.Url == "https://api.example.com/page" ? $$"""{"page":"{{Broken}}"}""" : "1"));
        NamedToken page = new("page", new TokenAnswer { Value = static (response, _) => Text(response, "page") })
        {
            Request = new NamedTokenRequest { Build = static (request, _) => request.Url("https://api.example.com/page") },
        };
        AssertTold(await FailAsync(Stored(provider, TestConnector.Connected(), WithNamed(page))), "'page'");
        Assert.Equal(["main"], (await HeldAsync()).Tokens.Keys);
    }

    private static void AssertTold(InteractorException failure, string what)
    {
        Assert.Equal(ErrorCode.ContractViolation, failure.Code);
        Assert.Contains(what, failure.Message, StringComparison.Ordinal);
        Assert.Contains("control character", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("x-at", failure.ToString(), StringComparison.Ordinal);
    }

    private static string? Text(ProviderResponse response, string name) => response.Body.TryGetMember(name, out JsonValue value) ? value.Element.GetString() : null;

    private static SecurityMethod WithNamed(NamedToken named) => new()
    {
        Id = "oauth",
        Kind = SecurityKind.OAuth2Code,
        Apply = static (request, context) => request.Header("Authorization", "Bearer " + context.Token("main").Value),
        OAuth = new OAuth2Settings { AuthorizeUrl = static _ => "https://a.login.example.com/authorize", TokenUrl = static _ => TokenUrl, ClientId = static _ => "app" },
        NamedTokens = [named],
    };

    private static Task CallAsync(ActionExecutor executor) => executor.ExecuteAsync(TestActions.Get(methods: ["oauth"]), JsonValue.Null, cancellationToken: Token);

    private static Task<InteractorException> FailAsync(ActionExecutor executor) => Assert.ThrowsAsync<InteractorException>(() => CallAsync(executor));

    private ActionExecutor Stored(FakeProvider provider, Connection connection, params SecurityMethod[] methods)
    {
        _store.Put(Key, connection);
        return new ActionExecutor(TestConnector.Make(methods.Length == 0 ? TestConnector.Methods() : methods), Options(provider));
    }

    private ConnectorOptions Options(FakeProvider provider)
    {
        ConnectorOptions options = TestConnector.Options(provider, clock: _clock);
        options.CredentialStore = _store;
        options.Account = Key.Account;
        return options;
    }

    private async Task<Connection> HeldAsync() => (await _store.GetAsync(Key, Token))!;
}

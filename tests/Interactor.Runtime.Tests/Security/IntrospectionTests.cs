using Interactor.Runtime.Json;
using Interactor.Runtime.Security;
using Interactor.Runtime.Tests.Fakes;
using Xunit;
using static Interactor.Runtime.Tests.Fakes.FakeProvider;

namespace Interactor.Runtime.Tests.Security;

/// <summary>When a token expires, asked at the introspection endpoint (RFC 7662).</summary>
public sealed class IntrospectionTests
{
    private const string TokenUrl = "https://a.login.example.com/token";
    private const string IntrospectUrl = "https://a.login.example.com/introspect";

    private static readonly CancellationToken Cancellation = TestContext.Current.CancellationToken;

    private static readonly ConnectionKey Key = new("test/mini", "acc");

    private readonly FakeClock _clock = new();
    private readonly InMemoryCredentialStore _store = new();

    private string InAnHour => _clock.GetUtcNow().AddHours(1).ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture);

    [Fact]
    public async Task The_client_proves_itself_and_learns_the_end_of_a_new_token_once_that_is_safe()
    {
        Connection? heldMeanwhile = null;
        FakeProvider provider = new(async (request, token) =>
        {
            if (request.Url == IntrospectUrl)
            {
                heldMeanwhile = await _store.GetAsync(Key, token);
                return Answer($$"""{"active":true,"exp":{{InAnHour}} }""");
            }

            return request.Url == TokenUrl ? Answer("""{"access_token":"t2","refresh_token":"r2"}""") : Answer("1");
        });
        await GetAsync(provider, Expired());
        SentRequest question = Assert.Single(provider.Requests, static request => request.Url == IntrospectUrl);
        Assert.Equal(("t2", "access_token", "app", TestConnector.Secret), (question.Form["token"], question.Form["token_type_hint"], question.Form["client_id"], question.Form["client_secret"]));
        Assert.Equal(("r2", ConnectionStatus.Active), (heldMeanwhile!.Tokens["main"].Refresh, heldMeanwhile.Status));
        Token held = (await HeldAsync()).Tokens["main"];
        Assert.Equal(("t2", _clock.GetUtcNow().AddHours(1).ToUnixTimeSeconds(), 2L), (held.Value, held.ExpiresAt!.Value.ToUnixTimeSeconds(), held.Generation));
    }

    [Fact]
    public async Task A_token_whose_answer_says_its_end_is_not_asked_about()
    {
        FakeProvider provider = Provider(static () => Status(500), """{"access_token":"t2","expires_in":60}""");
        await GetAsync(provider, Expired());
        Assert.DoesNotContain(provider.Requests, static request => request.Url == IntrospectUrl);
    }

    [Theory]
    [InlineData("""{"active":false,"exp":1767323045}""", 200)]
    [InlineData("""{"active":"true","exp":1767323045}""", 200)]
    [InlineData("""{"active":true}""", 200)]
    [InlineData("[]", 200)]
    [InlineData("{}", 401)]
    [InlineData("{}", 503)]
    public async Task A_token_is_good_whatever_the_endpoint_says(string body, int status)
    {
        FakeProvider provider = Provider(() => Answer(body, status));
        await GetAsync(provider, Expired());
        Token held = (await HeldAsync()).Tokens["main"];
        Assert.Equal(("t2", null), (held.Value, held.ExpiresAt));
    }

    [Fact]
    public async Task An_account_that_is_connected_knows_the_end_from_the_beginning()
    {
        FakeProvider provider = Provider(() => Answer($$"""{"active":true,"exp":{{InAnHour}} }"""));
        ConnectionFlow flow = new(TestConnector.Make([Method(SecurityKind.OAuth2ClientCredentials)]), Options(provider));
        Connection connection = await flow.ConnectAsync("oauth", new Dictionary<string, string>(), Key.Account, Cancellation);
        Assert.NotNull(connection.Tokens["main"].ExpiresAt);
        Assert.Equal(1L, (await HeldAsync()).Generation);
    }

    [Fact]
    public async Task A_token_goes_to_egress_hosts_only()
    {
        FakeProvider provider = Provider(static () => Status(500));
        await GetAsync(provider, Expired(), "https://evil.example.org/introspect");
        Assert.DoesNotContain(provider.Requests, static request => request.Url.Contains("evil", StringComparison.Ordinal));
        Assert.Equal("t2", (await HeldAsync()).Tokens["main"].Value);
    }

    private static FakeProvider Provider(Func<HttpResponseMessage> introspect, string token = """{"access_token":"t2"}""") => new(request =>
        request.Url == IntrospectUrl ? introspect() : request.Url == TokenUrl ? Answer(token) : Answer("1"));

    private static SecurityMethod Method(SecurityKind kind, string url = IntrospectUrl) => new()
    {
        Id = "oauth",
        Kind = kind,
        Apply = static (request, context) => request.Header("Authorization", "Bearer " + context.Token("main").Value),
        OAuth = new OAuth2Settings
        {
            TokenUrl = static _ => TokenUrl,
            IntrospectUrl = _ => url,
            ClientId = static _ => "app",
            ClientSecret = static _ => TestConnector.Secret,
        },
    };

    private Connection Expired() => TestConnector.Connected(_clock.GetUtcNow());

    private Task GetAsync(FakeProvider provider, Connection connection, string url = IntrospectUrl)
    {
        _store.Put(Key, connection);
        ActionExecutor executor = new(TestConnector.Make([Method(SecurityKind.OAuth2Code, url)]), Options(provider));
        return executor.ExecuteAsync(TestActions.Get(methods: ["oauth"]), JsonValue.Null, cancellationToken: Cancellation);
    }

    private ConnectorOptions Options(FakeProvider provider)
    {
        ConnectorOptions options = TestConnector.Options(provider, clock: _clock);
        options.CredentialStore = _store;
        options.Account = Key.Account;
        return options;
    }

    private async Task<Connection> HeldAsync() => (await _store.GetAsync(Key, Cancellation))!;
}

using Interactor.Runtime.Json;
using Interactor.Runtime.Security;
using Interactor.Runtime.Tests.Fakes;
using Xunit;
using static Interactor.Runtime.Tests.Fakes.FakeProvider;

namespace Interactor.Runtime.Tests.Security;

/// <summary>A request that withdraws the grant carries the credential, whatever its kind; one that expired is renewed before.</summary>
public sealed class DisconnectTests
{
    private const string LogoutUrl = "https://api.example.com/logout";
    private const string RevokeUrl = "https://a.login.example.com/revoke";
    private const string TokenUrl = "https://a.login.example.com/token";

    private static readonly CancellationToken Cancellation = TestContext.Current.CancellationToken;

    private static readonly ConnectionKey Key = new("test/mini", "acc");

    private readonly FakeClock _clock = new();
    private readonly InMemoryCredentialStore _store = new();

    [Theory]
    [InlineData(SecurityKind.None, null)]
    [InlineData(SecurityKind.ApiKey, "Key " + TestConnector.Secret)]
    [InlineData(SecurityKind.Basic, "Key " + TestConnector.Secret)]
    [InlineData(SecurityKind.Bearer, "Key " + TestConnector.Secret)]
    [InlineData(SecurityKind.Digest, "Digest ")]
    [InlineData(SecurityKind.OAuth1, "OAuth ")]
    [InlineData(SecurityKind.SigV4, "AWS4-HMAC-SHA256 ")]
    [InlineData(SecurityKind.Jwt, "Bearer ey")]
    [InlineData(SecurityKind.Session, "Bearer t2")]
    [InlineData(SecurityKind.AppInstallation, "Bearer t2")]
    [InlineData(SecurityKind.Custom, "Bearer t2")]
    [InlineData(SecurityKind.OAuth2Code, "Bearer t2")]
    [InlineData(SecurityKind.OAuth2Device, "Bearer t2")]
    [InlineData(SecurityKind.OAuth2ClientCredentials, "Bearer t2")]
    [InlineData(SecurityKind.OAuth2Password, "Bearer t2")]
    [InlineData(SecurityKind.OAuth2JwtBearer, "Bearer t2")]
    [InlineData(SecurityKind.OAuth2Saml2, "Bearer t2")]
    public async Task The_request_carries_the_credential(SecurityKind kind, string? authorization)
    {
        FakeProvider provider = new(static request => request.Url == TokenUrl ? Answer("""{"access_token":"t2"}""")
            : request.Header("Authorization") is null ? Status(401, ("WWW-Authenticate", "Digest realm=r, nonce=n, qop=\"auth\"")) : Status(204));
        _store.Put(Key, TestConnector.Connected(_clock.GetUtcNow()) with { Method = "kind" });
        ConnectorOptions options = TestConnector.Options(provider, clock: _clock);
        options.CredentialStore = _store;
        bool isWithdrawn = await new ConnectionFlow(TestConnector.Make([Method(kind)]), options).DisconnectAsync(Key.Account, Cancellation);

        SentRequest logout = provider.Requests.Last(static request => request.Url == LogoutUrl);
        Assert.Equal(authorization is not null, isWithdrawn);
        Assert.Equal(authorization, logout.Header("Authorization")?[..(authorization?.Length ?? 0)]);
        Assert.Null(await _store.GetAsync(Key, Cancellation));
    }

    [Fact]
    public void Every_kind_is_tried() => Assert.Equal(
        Enum.GetValues<SecurityKind>().Order(),
        typeof(DisconnectTests).GetMethod(nameof(The_request_carries_the_credential))!.GetCustomAttributes(typeof(InlineDataAttribute), false).Cast<InlineDataAttribute>().Select(static data => (SecurityKind)data.Data[0]!).Order());

    [Fact]
    public async Task A_refresh_under_way_ends_first_and_its_token_is_revoked()
    {
        TaskCompletionSource isAsked = new(), goesOn = new();
        List<string> revoked = [];
        FakeProvider provider = new(async (request, _) =>
        {
            if (request.Url == RevokeUrl)
            {
                revoked.Add(request.Form["token"]);
                return Status(200);
            }

            isAsked.TrySetResult();
            await goesOn.Task;
            return Answer("""{"access_token":"t2","refresh_token":"r2","expires_in":3600}""");
        });
        _store.Put(Key, TestConnector.Connected(_clock.GetUtcNow()));
        (ConnectorDescriptor connector, RequestAction<JsonValue, JsonValue> action) = Revocable();
        ConnectorOptions options = TestConnector.Options(provider, clock: _clock);
        (options.CredentialStore, options.Account) = (_store, Key.Account);
        Task<JsonValue> call = new ActionExecutor(connector, options).ExecuteAsync(action, JsonValue.Null, cancellationToken: Cancellation);
        await isAsked.Task;
        Task<bool> disconnecting = new ConnectionFlow(connector, options).DisconnectAsync(Key.Account, Cancellation);
        Assert.Empty(revoked);
        goesOn.SetResult();
        Assert.True(await disconnecting);
        Assert.Equal(["r2"], revoked);
        Assert.Null(await _store.GetAsync(Key, Cancellation));
        await Record.ExceptionAsync(() => call);
    }

    [Fact]
    public async Task A_token_that_the_store_could_not_keep_is_revoked()
    {
        List<string> revoked = [];
        FakeProvider provider = new(request =>
        {
            if (request.Url == RevokeUrl)
            {
                revoked.Add(request.Form["token"]);
            }

            return request.Url == TokenUrl ? Answer("""{"access_token":"t2","refresh_token":"r2","expires_in":3600}""") : Answer("1");
        });
        _store.Put(Key, TestConnector.Connected(_clock.GetUtcNow()));
        (ConnectorDescriptor connector, RequestAction<JsonValue, JsonValue> action) = Revocable();
        ConnectorOptions options = TestConnector.Options(provider, clock: _clock);
        (options.CredentialStore, options.Account) = (new FailingStore(_store) { WritesThatWork = 1, WritesThatThrow = 4 }, Key.Account);
        await _clock.RunAsync(new ActionExecutor(connector, options).ExecuteAsync(action, JsonValue.Null, cancellationToken: Cancellation));
        Assert.True(await _clock.RunAsync(new ConnectionFlow(connector, options).DisconnectAsync(Key.Account, Cancellation)));
        Assert.Equal(["r2"], revoked);
    }

    private static (ConnectorDescriptor Connector, RequestAction<JsonValue, JsonValue> Action) Revocable()
    {
        SecurityMethod method = new()
        {
            Id = "oauth",
            Kind = SecurityKind.OAuth2Code,
            Apply = static (request, context) => request.Header("Authorization", "Bearer " + context.Token("main").Value),
            OAuth = new OAuth2Settings { AuthorizeUrl = static _ => "https://a.login.example.com/authorize", TokenUrl = static _ => TokenUrl, ClientId = static _ => "app", RevokeUrl = static _ => RevokeUrl },
        };
        RequestAction<JsonValue, JsonValue> action = TestActions.Get(methods: ["oauth"]);
        return (TestConnector.Make([method], action), action);
    }

    private static SecurityMethod Method(SecurityKind kind) => new()
    {
        Id = "kind",
        Kind = kind,
        Apply = (request, context) => request.Header("Authorization", kind switch
        {
            SecurityKind.ApiKey or SecurityKind.Basic or SecurityKind.Bearer => "Key " + context.Variables.Text("client_secret"),
            SecurityKind.Digest or SecurityKind.OAuth1 or SecurityKind.SigV4 => null,
            _ => "Bearer " + context.Token("main").Value,
        }),
        OAuth = kind.ToString().StartsWith("OAuth2", StringComparison.Ordinal)
            ? new OAuth2Settings { TokenUrl = static _ => TokenUrl, ClientId = static _ => "app", GrantAssertion = kind == SecurityKind.OAuth2JwtBearer ? Assertion() : null }
            : null,
        OAuth1 = kind == SecurityKind.OAuth1 ? new OAuth1Settings { ClientId = static _ => "app", ClientSecret = static _ => "s" } : null,
        SigV4 = kind == SecurityKind.SigV4
            ? new SigV4Settings { AccessKeyId = static _ => "a", SecretAccessKey = static _ => "s", Region = static _ => "r", Service = static _ => "s" }
            : null,
        Digest = kind == SecurityKind.Digest ? new DigestSettings { Username = static _ => "ann", Password = static _ => "p" } : null,
        Assertion = kind == SecurityKind.Jwt ? Assertion() : null,
        Session = kind is SecurityKind.Session or SecurityKind.AppInstallation or SecurityKind.Custom
            ? new SessionRequest { Method = "POST", Build = static (request, _) => request.Url(TokenUrl), Token = static (_, _) => "t2" }
            : null,
        Disconnect = new DisconnectRequest { Build = static (request, _) => request.Url(LogoutUrl) },
    };

    private static JwtAssertion Assertion() => new() { Key = static _ => "0123456789abcdef0123456789abcdef", Algorithm = "HS256", Lifetime = TimeSpan.FromMinutes(5) };
}

using Interactor.Runtime.Json;
using Interactor.Runtime.Security;
using Interactor.Runtime.Tests.Fakes;
using Xunit;
using static Interactor.Runtime.Tests.Fakes.FakeProvider;

namespace Interactor.Runtime.Tests.Security;

/// <summary>Grants that can be repeated: password, JWT and SAML assertions.</summary>
public sealed class GrantTests
{
    private const string TokenUrl = "https://a.login.example.com/token";
    private const string JwtGrant = "urn:ietf:params:oauth:grant-type:jwt-bearer";

    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;

    private readonly FakeClock _clock = new();
    private readonly InMemoryCredentialStore _store = new();

    [Fact]
    public async Task A_password_is_sent_once_and_then_the_refresh_token()
    {
        FakeProvider provider = Provider(
            static _ => Answer("""{"access_token":"t1","refresh_token":"r1","expires_in":600}"""),
            static _ => Answer("""{"access_token":"t2","refresh_token":"r2","expires_in":600}"""));
        ActionExecutor executor = Executor(provider, SecurityKind.OAuth2Password);
        await GetAsync(executor);
        _clock.Advance(TimeSpan.FromSeconds(600));
        await GetAsync(executor);
        SentRequest[] sent = [.. provider.Requests.Where(static r => r.Url == TokenUrl)];
        Assert.Equal("password", sent[0].Form["grant_type"]);
        Assert.Equal("ann", sent[0].Form["username"]);
        Assert.Equal("base", sent[0].Form["scope"]);
        Assert.Equal("refresh_token", sent[1].Form["grant_type"]);
        Assert.Equal("r1", sent[1].Form["refresh_token"]);
        Assert.DoesNotContain("password", sent[1].Form.Keys);
        Assert.Equal("Bearer t2", provider.Requests[^1].Header("Authorization"));
    }

    [Fact]
    public async Task A_dead_refresh_token_is_replaced_by_the_grant_and_not_kept()
    {
        FakeProvider provider = Provider(
            static _ => Answer("""{"access_token":"t1","refresh_token":"r1","expires_in":600}"""),
            static _ => Answer("""{"error":"invalid_grant"}""", 400),
            static _ => Answer("""{"access_token":"t2","expires_in":600}"""),
            static _ => Answer("""{"access_token":"t3","expires_in":600}"""));
        ActionExecutor executor = Executor(provider, SecurityKind.OAuth2Password);
        for (int i = 0; i < 3; i++)
        {
            await GetAsync(executor);
            _clock.Advance(TimeSpan.FromSeconds(600));
        }

        Assert.Equal(["password", "refresh_token", "password", "password"], Grants(provider));
        Assert.Equal("Bearer t3", provider.Requests[^1].Header("Authorization"));
    }

    [Theory]
    [InlineData(SecurityKind.OAuth2Password)]
    [InlineData(SecurityKind.OAuth2JwtBearer)]
    [InlineData(SecurityKind.OAuth2Saml2)]
    public async Task A_grant_that_is_refused_at_first_is_denied(SecurityKind kind)
    {
        FakeProvider provider = Provider(static _ => Answer("""{"error":"invalid_grant","error_description":"canary-5e6c-secret"}""", 400));
        InteractorException failure = await Assert.ThrowsAsync<InteractorException>(() => GetAsync(Executor(provider, kind)));
        Assert.Equal(ErrorCode.AuthDenied, failure.Code);
        Assert.Equal("invalid_grant", failure.ProviderCode);
        Assert.Single(provider.Requests);
        Assert.DoesNotContain(TestConnector.Secret, failure.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(SecurityKind.OAuth2Password, ErrorCode.AuthRevoked, ConnectionStatus.NeedsReauthorization)]
    [InlineData(SecurityKind.OAuth2Saml2, ErrorCode.AuthRevoked, ConnectionStatus.NeedsReauthorization)]
    [InlineData(SecurityKind.OAuth2JwtBearer, ErrorCode.AuthDenied, ConnectionStatus.Active)]
    public async Task A_grant_that_is_refused_later_needs_the_person_where_a_person_gave_it(SecurityKind kind, ErrorCode code, ConnectionStatus status)
    {
        FakeProvider provider = Provider(static _ => Answer("""{"access_token":"t1","expires_in":600}"""), static _ => Answer("""{"error":"invalid_grant"}""", 400));
        ActionExecutor executor = Executor(provider, kind);
        await GetAsync(executor);
        _clock.Advance(TimeSpan.FromSeconds(700));
        Assert.Equal(code, (await Assert.ThrowsAsync<InteractorException>(() => GetAsync(executor))).Code);
        Assert.Equal(status, (await _store.GetAsync(new ConnectionKey("test/mini", "ann"), Token))!.Status);
    }

    [Fact]
    public async Task A_failing_token_endpoint_keeps_the_connection()
    {
        FakeProvider provider = Provider(static _ => Answer("""{"access_token":"t1","refresh_token":"r1","expires_in":600}"""), static _ => Status(503), static _ => Answer("""{"access_token":"t2"}"""));
        ActionExecutor executor = Executor(provider, SecurityKind.OAuth2Password);
        await GetAsync(executor);
        _clock.Advance(TimeSpan.FromSeconds(700));
        Assert.Equal(ErrorCode.Transient, (await Assert.ThrowsAsync<InteractorException>(() => GetAsync(executor))).Code);
        await GetAsync(executor);
        Assert.Equal(["password", "refresh_token", "refresh_token"], Grants(provider));
    }

    [Fact]
    public async Task An_assertion_is_signed_anew_each_time()
    {
        FakeProvider provider = Provider(static _ => Answer("""{"access_token":"t1","expires_in":600}"""));
        ActionExecutor executor = Executor(provider, SecurityKind.OAuth2JwtBearer);
        await GetAsync(executor);
        _clock.Advance(TimeSpan.FromSeconds(600));
        await GetAsync(executor);
        SentRequest[] sent = [.. provider.Requests.Where(static r => r.Url == TokenUrl)];
        Assert.Equal([JwtGrant, JwtGrant], Grants(provider));
        Assert.NotEqual(sent[0].Form["assertion"], sent[1].Form["assertion"]);
        Assert.DoesNotContain("client_id", sent[0].Form.Keys);
    }

    [Theory]
    [InlineData("<a>é?</a>\n", "PGE-w6k_PC9hPg")]
    [InlineData("PGE+w6k/PC9hPg==", "PGE-w6k_PC9hPg")]
    [InlineData("PGE-w6k_PC9hPg", "PGE-w6k_PC9hPg")]
    public void A_SAML_assertion_is_sent_in_base64url(string given, string sent) => Assert.Equal(sent, SamlAssertion.Encode(given));

    private static string[] Grants(FakeProvider provider) => [.. provider.Requests.Where(static r => r.Url == TokenUrl).Select(static r => r.Form["grant_type"])];

    private static FakeProvider Provider(params Func<SentRequest, HttpResponseMessage>[] answers)
    {
        int next = 0;
        return new FakeProvider(request => request.Url == TokenUrl ? answers[Math.Min(next++, answers.Length - 1)](request) : Answer("1"));
    }

    private static Task GetAsync(ActionExecutor executor) => executor.ExecuteAsync(TestActions.Get(methods: ["grant"]), JsonValue.Null, cancellationToken: Token);

    private ActionExecutor Executor(FakeProvider provider, SecurityKind kind)
    {
        _store.TryReplaceAsync(new ConnectionKey("test/mini", "ann"), new Connection { Method = "grant" }, 0, Token).AsTask().Wait(Token);
        ConnectorOptions options = TestConnector.Options(provider, clock: _clock);
        options.CredentialStore = _store;
        options.Account = "ann";
        return new ActionExecutor(TestConnector.Make([Method(kind)]), options);
    }

    private static SecurityMethod Method(SecurityKind kind) => new()
    {
        Id = "grant",
        Kind = kind,
        Apply = static (request, context) => request.Header("Authorization", "Bearer " + context.Token("main").Value),
        OAuth = new OAuth2Settings
        {
            TokenUrl = static _ => TokenUrl,
            GrantParameters = (values, context) => Write(kind, values, context.Variables.Text("client_secret")),
            GrantAssertion = kind == SecurityKind.OAuth2JwtBearer
                ? new JwtAssertion { Key = static _ => JwtSignerTests.RsaPem, Issuer = static _ => "robot" }
                : null,
            Scopes = ["base"],
        },
    };

    private static void Write(SecurityKind kind, NamedValues values, string secret)
    {
        bool isPassword = kind == SecurityKind.OAuth2Password;
        values.Add("username", isPassword ? "ann" : null);
        values.Add("password", isPassword ? secret : null);
        values.Add("assertion", kind == SecurityKind.OAuth2Saml2 ? SamlAssertion.Encode(secret) : null);
    }
}

using Interactor.Runtime.Json;
using Interactor.Runtime.Security;
using Interactor.Runtime.Tests.Fakes;
using Xunit;
using static Interactor.Runtime.Tests.Fakes.FakeProvider;

namespace Interactor.Runtime.Tests.Security;

/// <summary>The kind <c>oauth1</c>: calls that are signed, and a person's consent (RFC 5849, section 2).</summary>
public sealed class OAuth1Tests
{
    private const string Temporary = "https://a.login.example.com/temporary";
    private const string Lasting = "https://a.login.example.com/lasting";

    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;
    private static readonly Uri Back = new("https://app.example/back");

    // "Creating a signature" of the provider's own pages.
    [Fact]
    public async Task A_published_example()
    {
        FakeProvider provider = new(static _ => Answer("1"));
        ConnectorOptions options = TestConnector.Options(provider, new Connection { Method = "signed" }, new FakeTime(DateTimeOffset.FromUnixTimeSeconds(1318622958)));
        options.NewUuid = static () => "kYjzVBB8Y0ZFabxSWbWovY3uYSQ2pTgmZeNu2VS4cg";
        SecurityMethod method = new()
        {
            Id = "signed",
            Kind = SecurityKind.OAuth1,
            OAuth1 = new OAuth1Settings
            {
                ClientId = static _ => "xvz1evFS4wEEPTGEFPHBog",
                ClientSecret = static _ => "kAcSOqF21Fu85e7zjz7ZN2U4ZRhfV3WpwPAoE3Z7kBw",
                Token = static _ => "370773112-GmHxMAgYyLbNEtIKZeRNFsMKPR9EyMZeS9weJAEb",
                TokenSecret = static _ => "LswwdoUaIvS8ltyTt5jkRh4J50vUPVVHtR2YPi5kE",
                Realm = static _ => "a \"realm\"",
            },
        };
        RequestAction<JsonValue, JsonValue> action = new()
        {
            Id = "tweet",
            Version = "1.0.0",
            Methods = ["signed"],
            Input = JsonContracts.Any,
            Output = JsonContracts.Any,
            Method = "POST",
            Build = static (request, _, _) =>
            {
                request.Url("https://api.twitter.com/1.1/statuses/update.json");
                request.Query("include_entities", "true");
                request.Form("status", "Hello Ladies + Gentlemen, a signed OAuth request!");
            },
        };
        ConnectorDescriptor connector = new() { Owner = "test", Id = "mini", Name = "Mini", Version = "1.0.0", Egress = ["api.twitter.com"], Methods = [method], Actions = [action] };
        await new ActionExecutor(connector, options).ExecuteAsync(action, JsonValue.Null, cancellationToken: Token);
        Assert.Equal(
            "OAuth realm=\"a \\\"realm\\\"\", oauth_consumer_key=\"xvz1evFS4wEEPTGEFPHBog\", oauth_nonce=\"kYjzVBB8Y0ZFabxSWbWovY3uYSQ2pTgmZeNu2VS4cg\", "
            + "oauth_signature_method=\"HMAC-SHA1\", oauth_timestamp=\"1318622958\", oauth_token=\"370773112-GmHxMAgYyLbNEtIKZeRNFsMKPR9EyMZeS9weJAEb\", "
            + "oauth_version=\"1.0\", oauth_signature=\"hCtSmYh%2BiHYCEqBWrE7C7hYmtUk%3D\"",
            provider.Only.Header("Authorization"));
    }

    [Fact]
    public async Task A_person_consents_and_calls_are_signed_with_the_token()
    {
        FakeProvider provider = Provider();
        (ConnectionFlow flow, ConnectorOptions options) = Flow(provider);
        AuthorizationStart start = await flow.BeginAsync("signed", Back, cancellationToken: Token);
        Assert.Equal("https://a.login.example.com/consent?oauth_token=temp%2F1&expiration=never", start.Url.AbsoluteUri);
        Assert.Contains("oauth_callback=\"https%3A%2F%2Fapp.example%2Fback\"", provider.Requests[0].Header("Authorization"), StringComparison.Ordinal);
        Assert.Equal("write", provider.Requests[0].Form["access"]);

        PendingConnection kept = PendingConnection.FromJson(start.Pending.ToJson());
        Connection connection = await flow.CompleteAsync(kept, "?oauth_token=temp%2F1&oauth_verifier=v1", Token);
        Assert.Contains("oauth_token=\"temp%2F1\"", provider.Requests[1].Header("Authorization"), StringComparison.Ordinal);
        Assert.Contains("oauth_verifier=\"v1\"", provider.Requests[1].Header("Authorization"), StringComparison.Ordinal);
        Assert.Equal(("t1", "s1" + TestConnector.Secret), (connection.Tokens["main"].Value, connection.Tokens["main"].Secret));
        Assert.DoesNotContain(TestConnector.Secret, $"{start.Pending}{start}{connection}{connection.Tokens["main"]}", StringComparison.Ordinal);

        options.Connection = Connection.FromJson(connection.ToJson());
        await new ActionExecutor(Connector(), options).ExecuteAsync(TestActions.Get(methods: ["signed"]), JsonValue.Null, cancellationToken: Token);
        Assert.Contains("oauth_token=\"t1\"", provider.Requests[2].Header("Authorization"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("oauth_token=other&oauth_verifier=v1")]
    [InlineData("oauth_verifier=v1")]
    [InlineData("oauth_token=temp%2F1")]
    [InlineData("denied=temp%2F1")]
    [InlineData("oauth_token=temp%2F1&oauth_token=temp%2F1&oauth_verifier=v1")]
    public async Task A_callback_that_is_not_ours_or_refuses_gives_no_token(string query)
    {
        FakeProvider provider = Provider();
        (ConnectionFlow flow, _) = Flow(provider);
        AuthorizationStart start = await flow.BeginAsync("signed", Back, cancellationToken: Token);
        Assert.Equal(ErrorCode.AuthDenied, (await Assert.ThrowsAsync<InteractorException>(() => flow.CompleteAsync(start.Pending, query, Token))).Code);
        Assert.Single(provider.Requests);
    }

    [Theory]
    [InlineData(200, "oauth_token=a&oauth_token_secret=b", ErrorCode.AuthDenied)]
    [InlineData(200, "oauth_token_secret=b&oauth_callback_confirmed=true", ErrorCode.AuthDenied)]
    [InlineData(200, "oauth_token=a&oauth_callback_confirmed=true", ErrorCode.AuthDenied)]
    [InlineData(401, "bad key canary-5e6c-secret", ErrorCode.AuthDenied)]
    [InlineData(503, "", ErrorCode.Transient)]
    public async Task A_provider_that_gives_no_temporary_credentials_fails_the_beginning(int status, string body, ErrorCode code)
    {
        FakeProvider provider = new(_ => Body(System.Text.Encoding.UTF8.GetBytes(body), "text/plain", status));
        InteractorException failure = await Assert.ThrowsAsync<InteractorException>(async () => await Flow(provider).Flow.BeginAsync("signed", Back, cancellationToken: Token));
        Assert.Equal(code, failure.Code);
        Assert.DoesNotContain(TestConnector.Secret, failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_person_there_is_no_connection()
    {
        FakeProvider provider = Provider();
        (ConnectionFlow flow, ConnectorOptions options) = Flow(provider);
        Assert.Equal(ErrorCode.InputInvalid, (await Assert.ThrowsAsync<InteractorException>(() => flow.ConnectAsync("signed", new Dictionary<string, string>(), cancellationToken: Token))).Code);
        Assert.Equal(
            ErrorCode.AuthDenied,
            (await Assert.ThrowsAsync<InteractorException>(() => new ActionExecutor(Connector(), options).ExecuteAsync(TestActions.Get(methods: ["signed"]), JsonValue.Null, cancellationToken: Token))).Code);
        Assert.Empty(provider.Requests);
    }

    [Fact]
    public async Task A_redirect_within_the_host_is_signed_anew()
    {
        FakeProvider provider = Provider(static request => request.Url.EndsWith("/v1/thing", StringComparison.Ordinal) ? Status(302, ("Location", "/v2/thing?x=1")) : Answer("1"));
        (_, ConnectorOptions options) = Flow(provider);
        options.Connection = new Connection { Method = "signed", Tokens = new Dictionary<string, Token> { ["main"] = new() { Value = "t1", Secret = "s1" } } };
        await new ActionExecutor(Connector(), options).ExecuteAsync(TestActions.Get(methods: ["signed"]), JsonValue.Null, cancellationToken: Token);
        Assert.Equal(2, provider.Requests.Select(static r => r.Header("Authorization")).Distinct().Count());
    }

    private static FakeProvider Provider(Func<SentRequest, HttpResponseMessage>? api = null) => new(request => request.Url switch
    {
        Temporary => Form("oauth_token=temp%2F1&oauth_token_secret=ts&oauth_callback_confirmed=true"),
        Lasting => Form("oauth_token=t1&oauth_token_secret=s1" + TestConnector.Secret + "&user_id=7"),
        _ => api?.Invoke(request) ?? Answer("1"),
    });

    private static HttpResponseMessage Form(string body) => Body(System.Text.Encoding.UTF8.GetBytes(body), "application/x-www-form-urlencoded");

    private static (ConnectionFlow Flow, ConnectorOptions Options) Flow(FakeProvider provider)
    {
        ConnectorOptions options = TestConnector.Options(provider, clock: new FakeClock());
        return (new ConnectionFlow(Connector(), options), options);
    }

    private static ConnectorDescriptor Connector() => TestConnector.Make([new SecurityMethod
    {
        Id = "signed",
        Kind = SecurityKind.OAuth1,
        OAuth1 = new OAuth1Settings
        {
            ClientId = static context => context.Variables.Text("client_id"),
            ClientSecret = static context => context.Variables.Text("client_secret"),
            RequestUrl = static _ => Temporary,
            RequestParameters = static (values, _) => values.Add("access", "write"),
            AuthorizeUrl = static _ => "https://a.login.example.com/consent",
            AuthorizeParameters = static (values, _) => values.Add("expiration", "never"),
            TokenUrl = static _ => Lasting,
        },
    }]);

    private sealed class FakeTime(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}

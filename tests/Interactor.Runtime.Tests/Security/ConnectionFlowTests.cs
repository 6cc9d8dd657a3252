using System.Net;
using System.Security.Cryptography;
using System.Text;
using Interactor.Runtime.Json;
using Interactor.Runtime.Security;
using Interactor.Runtime.Tests.Fakes;
using Xunit;
using static Interactor.Runtime.Tests.Fakes.FakeProvider;

namespace Interactor.Runtime.Tests.Security;

public sealed class ConnectionFlowTests
{
    private const string TokenUrl = "https://a.login.example.com/token";

    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;

    private static readonly Uri Redirect = new("https://app.example.net/callback?x=1");

    private static readonly ConnectionKey Key = new("test/mini", "acc");

    private readonly FakeClock _clock = new();
    private readonly InMemoryCredentialStore _store = new();
    private readonly FakeProvider _provider = new(static request => request.Url switch
    {
        TokenUrl => Answer("""{"access_token":"t1","refresh_token":"r1","expires_in":3600}"""),
        "https://api.example.com/sites" => Answer("""[{"id":"site-1"}]"""),
        _ => Answer("""{"id":"u-1","mail":"a@example.com"}"""),
    });

    [Fact]
    public async Task The_authorization_request_carries_what_the_standards_ask()
    {
        AuthorizationStart start = await Flow().BeginAsync("oauth", Redirect, account: "acc", cancellationToken: Token);
        Dictionary<string, string> query = QueryOf(start.Url);
        Assert.StartsWith("https://a.login.example.com/authorize?tenant=x&", start.Url.AbsoluteUri, StringComparison.Ordinal);
        Assert.Equal(("code", "the client", Redirect.OriginalString, "base s1 s2", "offline"), (query["response_type"], query["client_id"], query["redirect_uri"], query["scope"], query["access_type"]));
        Assert.Equal((start.Pending.State, "S256"), (query["state"], query["code_challenge_method"]));
        byte[] hash = SHA256.HashData(Encoding.ASCII.GetBytes(start.Pending.CodeVerifier!));
        Assert.Equal(Convert.ToBase64String(hash).TrimEnd('=').Replace('+', '-').Replace('/', '_'), query["code_challenge"]);
        Assert.InRange(start.Pending.CodeVerifier!.Length, 43, 128);
        Assert.DoesNotContain(start.Pending.CodeVerifier, start.Url.AbsoluteUri, StringComparison.Ordinal);
        Assert.DoesNotContain(TestConnector.Secret, start.Url.AbsoluteUri, StringComparison.Ordinal);
    }

    [Fact]
    public void The_challenge_is_that_of_the_standards_example() =>
        Assert.Equal("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM", Pkce.Challenge("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"));

    [Fact]
    public async Task A_callback_becomes_a_connection_with_facts_and_identity()
    {
        PendingConnection pending = PendingConnection.FromJson((await Flow().BeginAsync("oauth", Redirect, account: "acc", cancellationToken: Token)).Pending.ToJson());
        Connection connection = await Flow().CompleteAsync(pending, $"?code=c%2F1&state={pending.State}", Token);

        SentRequest exchange = _provider.Requests[0];
        Assert.Equal(("authorization_code", "c/1", Redirect.OriginalString, pending.CodeVerifier), (exchange.Form["grant_type"], exchange.Form["code"], exchange.Form["redirect_uri"], exchange.Form["code_verifier"]));
        Assert.Equal(["https://api.example.com/sites", "https://api.example.com/site-1/me"], _provider.Requests.Skip(1).Select(static request => request.Url));
        Assert.All(_provider.Requests.Skip(1), static request => Assert.Equal("Bearer t1", request.Header("Authorization")));
        Assert.Equal(("site-1", new AccountIdentity("u-1", "a@example.com")), (connection.Facts["site"], connection.Identity));
        Assert.Equal(["base", "s1", "s2"], connection.Tokens["main"].Scopes);
        Assert.Same(connection, await _store.GetAsync(Key, Token));
    }

    [Fact]
    public async Task What_a_callback_gives_as_its_error_is_one_line_without_secrets()
    {
        PendingConnection pending = (await Flow().BeginAsync("oauth", Redirect, account: "acc", cancellationToken: Token)).Pending;
        InteractorException failure = await Assert.ThrowsAsync<InteractorException>(
            () => Flow().CompleteAsync(pending, $"error=bad%0A%1B{TestConnector.Secret}%E2%80%AE!&state={pending.State}", Token));
        Assert.Equal((ErrorCode.AuthDenied, "bad [secret]!"), (failure.Code, failure.ProviderCode));
    }

    [Theory]
    [InlineData("code=1")]
    [InlineData("code=1&state=")]
    [InlineData("code=1&state=other")]
    [InlineData("error=access_denied&state=STATE")]
    [InlineData("state=STATE")]
    [InlineData("code=1&code=2&state=STATE")]
    public async Task A_callback_that_is_not_ours_or_says_no_is_refused(string callback)
    {
        PendingConnection pending = (await Flow().BeginAsync("oauth", Redirect, account: "acc", cancellationToken: Token)).Pending;
        InteractorException failure = await Assert.ThrowsAsync<InteractorException>(() => Flow().CompleteAsync(pending, callback.Replace("STATE", pending.State), Token));
        Assert.Equal(ErrorCode.AuthDenied, failure.Code);
        Assert.Equal(callback.Contains("access_denied") ? "access_denied" : null, failure.ProviderCode);
        Assert.Empty(_provider.Requests);
        Assert.Null(await _store.GetAsync(Key, Token));
    }

    [Fact]
    public async Task What_is_pending_is_refused_where_it_is_not_as_it_was_kept()
    {
        PendingConnection pending = (await Flow().BeginAsync("oauth", Redirect, account: "acc", cancellationToken: Token)).Pending;
        foreach ((PendingConnection changed, string member) in ((PendingConnection, string)[])
        [
            (pending with { State = null! }, "state"),
            (pending with { Scopes = null! }, "scopes"),
            (pending with { Variables = null! }, "variables"),
            (pending with { RedirectUri = null! }, "redirectUri"),
            (pending with { RedirectUri = "callback" }, "redirectUri"),
        ])
        {
            InteractorException failure = await Assert.ThrowsAsync<InteractorException>(() => Flow().CompleteAsync(changed, $"code=1&state={pending.State}", Token));
            Assert.Equal(ErrorCode.InputInvalid, failure.Code);
            Assert.Contains($"'{member}'", failure.Message, StringComparison.Ordinal);
        }

        Assert.Empty(_provider.Requests);
    }

    [Fact]
    public async Task A_late_callback_is_refused()
    {
        PendingConnection pending = (await Flow().BeginAsync("oauth", Redirect, cancellationToken: Token)).Pending;
        _clock.Advance(TimeSpan.FromMinutes(16));
        await Assert.ThrowsAsync<InteractorException>(() => Flow().CompleteAsync(pending, $"code=1&state={pending.State}", Token));
    }

    [Fact]
    public async Task A_code_that_the_provider_refuses_keeps_nothing()
    {
        FakeProvider provider = new(static _ => Answer("""{"error":"invalid_grant"}""", 400));
        PendingConnection pending = (await Flow(provider).BeginAsync("oauth", Redirect, account: "acc", cancellationToken: Token)).Pending;
        Assert.Equal(ErrorCode.AuthDenied, (await Assert.ThrowsAsync<InteractorException>(() => Flow(provider).CompleteAsync(pending, $"code=1&state={pending.State}", Token))).Code);
        Assert.Null(await _store.GetAsync(Key, Token));
    }

    [Fact]
    public async Task Given_values_are_checked_verified_and_kept()
    {
        Connection connection = await Flow().ConnectAsync("key", new Dictionary<string, string> { ["api_key"] = "k-9" }, "acc", Token);
        Assert.Equal("k-9", _provider.Requests[0].Header("X-Key"));
        Assert.Equal("u-1", connection.Identity!.Id);
        Assert.Same(connection, await _store.GetAsync(Key, Token));
    }

    [Fact]
    public async Task A_value_that_the_provider_refuses_is_not_kept()
    {
        FakeProvider provider = new(static _ => Status(401));
        Assert.Equal(ErrorCode.AuthDenied, (await Assert.ThrowsAsync<InteractorException>(() => Flow(provider).ConnectAsync("key", new Dictionary<string, string> { ["api_key"] = "k" }, "acc", Token))).Code);
        Assert.Null(await _store.GetAsync(Key, Token));
    }

    [Fact]
    public async Task Missing_and_invalid_variables_are_named()
    {
        ConnectorOptions options = Options(_provider);
        options.Values.Remove("api_key");
        options.Values["region"] = "mars";
        InteractorException failure = await Assert.ThrowsAsync<InteractorException>(() => new ConnectionFlow(Connector(), options).ConnectAsync("key", new Dictionary<string, string>(), "acc", Token));
        Assert.Equal(ErrorCode.InputInvalid, failure.Code);
        Assert.Equal(["/api_key", "/region"], failure.Details.Select(static detail => detail.Pointer));
        Assert.Empty(_provider.Requests);
    }

    [Fact]
    public async Task Client_credentials_connect_with_a_token()
    {
        Connection connection = await Flow().ConnectAsync("client", new Dictionary<string, string>(), "acc", Token);
        Assert.Equal("t1", connection.Tokens["main"].Value);
    }

    [Fact]
    public async Task Connecting_again_replaces_the_connection_and_counts_on()
    {
        await _store.TryReplaceAsync(Key, TestConnector.Connected() with { Status = ConnectionStatus.NeedsReauthorization }, 0, Token);
        PendingConnection pending = (await Flow().BeginAsync("oauth", Redirect, account: "acc", cancellationToken: Token)).Pending;
        Connection connection = await Flow().CompleteAsync(pending, $"code=1&state={pending.State}", Token);
        Assert.Equal((2L, 2L, ConnectionStatus.Active), (connection.Generation, connection.Tokens["main"].Generation, connection.Status));
    }

    [Theory]
    [InlineData(200, true)]
    [InlineData(500, false)]
    public async Task Disconnecting_revokes_and_always_forgets(int status, bool isConfirmed)
    {
        FakeProvider provider = new(_ => Status(status));
        await _store.TryReplaceAsync(Key, TestConnector.Connected(), 0, Token);
        Assert.Equal(isConfirmed, await Flow(provider).DisconnectAsync("acc", Token));
        Assert.Equal(("https://a.login.example.com/revoke", "r1"), (provider.Only.Url, provider.Only.Form["token"]));
        Assert.Null(await _store.GetAsync(Key, Token));
        Assert.False(await Flow(provider).DisconnectAsync("acc", Token));
    }

    [Theory]
    [InlineData("none")]
    [InlineData("key")]
    public async Task Only_a_code_method_sends_a_person_to_the_provider(string method) =>
        Assert.Equal(ErrorCode.InputInvalid, (await Assert.ThrowsAsync<InteractorException>(async () => await Flow().BeginAsync(method, Redirect, cancellationToken: Token))).Code);

    private static Dictionary<string, string> QueryOf(Uri url) => url.Query.TrimStart('?').Split('&').Select(static pair => pair.Split('=')).ToDictionary(static pair => pair[0], static pair => WebUtility.UrlDecode(pair[1]));

    private static ConnectorDescriptor Connector()
    {
        ConnectStep[] connect =
        [
            new() { Build = static (request, _) => request.Url("https://api.example.com/sites"), Facts = static (facts, response, _) => facts.Add("site", response.Body[0].Element.GetProperty("id").GetString()) },
        ];
        VerifyRequest verify = new()
        {
            Server = "api",
            Build = static (request, context) =>
            {
                request.Path("/");
                request.Segment(context.Account.TextOrNull("site"));
                request.Path("/me");
            },
            Identity = static (response, _) => new AccountIdentity(response.Body.Element.GetProperty("id").GetString()!, response.Body.Element.GetProperty("mail").GetString()),
        };
        RequestAction<JsonValue, JsonValue> action = new() { Id = "a", Version = "1.0.0", Methods = ["oauth"], Scopes = ["s1", "s2", "base"], Input = JsonContracts.Any, Output = JsonContracts.Any, Method = "GET", Build = static (_, _, _) => { } };
        return TestConnector.Make(TestConnector.Methods(connect: connect, verify: verify), action);
    }

    private ConnectionFlow Flow(FakeProvider? provider = null) => new(Connector(), Options(provider ?? _provider));

    private ConnectorOptions Options(FakeProvider provider)
    {
        ConnectorOptions options = TestConnector.Options(provider, clock: _clock);
        options.CredentialStore = _store;
        return options;
    }
}

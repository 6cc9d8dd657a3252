using Interactor.Runtime.Security;
using Interactor.Runtime.Tests.Fakes;
using Xunit;
using static Interactor.Runtime.Tests.Fakes.FakeProvider;

namespace Interactor.Runtime.Tests.Security;

/// <summary>Disconnecting by the revocation endpoint (RFC 7009).</summary>
public sealed class RevocationTests
{
    private const string RevokeUrl = "https://a.login.example.com/revoke";

    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;

    private static readonly ConnectionKey Key = new("test/mini", "acc");

    private readonly InMemoryCredentialStore _store = new();

    [Fact]
    public async Task The_client_proves_itself_and_revokes_the_refresh_token()
    {
        FakeProvider provider = new(static _ => Status(200));
        Assert.True(await DisconnectAsync(provider, TestConnector.Connected()));
        SentRequest request = Assert.Single(provider.Requests);
        Assert.Equal((RevokeUrl, "r1", "refresh_token"), (request.Url, request.Form["token"], request.Form["token_type_hint"]));
        Assert.Equal("Basic " + Convert.ToBase64String(System.Text.Encoding.ASCII.GetBytes("app:" + TestConnector.Secret)), request.Header("Authorization"));
        Assert.Null(await _store.GetAsync(Key, Token));
    }

    [Fact]
    public async Task Without_a_refresh_token_the_access_token_is_revoked_and_so_are_named_ones()
    {
        FakeProvider provider = new(static _ => Status(200));
        Connection connection = TestConnector.Connected(refresh: null);
        connection = connection with { Tokens = new Dictionary<string, Token>(connection.Tokens) { ["person"] = new() { Value = "p1", Refresh = "q1" } } };
        Assert.True(await DisconnectAsync(provider, connection));
        Assert.Equal(
            [("t1-" + TestConnector.Secret, "access_token"), ("q1", "refresh_token")],
            provider.Requests.Select(static request => (request.Form["token"], request.Form["token_type_hint"])));
    }

    [Theory]
    [InlineData(400)]
    [InlineData(503)]
    public async Task A_refusal_is_told_and_the_connection_forgotten(int status)
    {
        FakeProvider provider = new(_ => Status(status));
        Assert.False(await DisconnectAsync(provider, TestConnector.Connected()));
        Assert.Null(await _store.GetAsync(Key, Token));
    }

    [Fact]
    public async Task A_token_that_is_refused_keeps_no_other_from_being_revoked()
    {
        FakeProvider provider = new(static request => Status(request.Form["token"] == "r1" ? 503 : 200));
        Assert.False(await DisconnectAsync(provider, WithTokens(("person", "p1", "q1"))));
        Assert.Equal(["r1", "q1"], provider.Requests.Select(static request => request.Form["token"]));
    }

    // Such as an OpenID id_token (section 2.2.1). The grant itself has to be confirmed.
    [Theory]
    [InlineData("p1", 400, "unsupported_token_type", true)]
    [InlineData("r1", 400, "unsupported_token_type", false)]
    [InlineData("p1", 400, "invalid_request", false)]
    [InlineData("p1", 503, "unsupported_token_type", false)]
    public async Task A_named_token_of_a_sort_that_cannot_be_revoked_keeps_nothing_back(string refused, int status, string error, bool isWithdrawn)
    {
        FakeProvider provider = new(request => request.Form["token"] == refused ? Answer($$"""{"error":"{{error}}"}""", status) : Status(200));
        Assert.Equal(isWithdrawn, await DisconnectAsync(provider, WithTokens(("id", "p1", null))));
        Assert.Equal(["r1", "p1"], provider.Requests.Select(static request => request.Form["token"]));
    }

    [Fact]
    public async Task A_token_of_a_request_of_its_own_is_not_the_endpoint_s()
    {
        FakeProvider provider = new(static _ => Status(200));
        Assert.True(await DisconnectAsync(provider, WithTokens(("page", "g1", null))));
        Assert.Equal(["r1"], provider.Requests.Select(static request => request.Form["token"]));
    }

    [Fact]
    public async Task A_token_goes_to_egress_hosts_only()
    {
        FakeProvider provider = new(static _ => Status(200));
        Assert.False(await DisconnectAsync(provider, TestConnector.Connected(), "https://evil.example.org/revoke"));
        Assert.Empty(provider.Requests);
    }

    private static Connection WithTokens((string Name, string Value, string? Refresh) token)
    {
        Connection connection = TestConnector.Connected();
        return connection with { Tokens = new Dictionary<string, Token>(connection.Tokens) { [token.Name] = new() { Value = token.Value, Refresh = token.Refresh } } };
    }

    private Task<bool> DisconnectAsync(FakeProvider provider, Connection connection, string url = RevokeUrl)
    {
        _store.Put(Key, connection);
        SecurityMethod method = new()
        {
            Id = "oauth",
            Kind = SecurityKind.OAuth2Code,
            NamedTokens = [new NamedToken("page", new TokenAnswer()) { Request = new NamedTokenRequest { Build = static (_, _) => { } } }],
            OAuth = new OAuth2Settings
            {
                TokenUrl = static _ => "https://a.login.example.com/token",
                RevokeUrl = _ => url,
                ClientId = static _ => "app",
                ClientSecret = static _ => TestConnector.Secret,
                ClientAuthentication = ClientAuthentication.Header,
            },
        };
        ConnectorOptions options = TestConnector.Options(provider);
        options.CredentialStore = _store;
        return new ConnectionFlow(TestConnector.Make([method]), options).DisconnectAsync(Key.Account, Token);
    }
}

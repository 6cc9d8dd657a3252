using System.Net;
using System.Text.Json;
using Interactor.Runtime;
using Interactor.Runtime.Security;
using Interactor.Testing.Sandbox;

namespace Interactor.Testing.Tests.Sandbox;

public sealed class AuthorizationTests
{
    private const string Authorize =
        "/~id.forum.example/authorize?response_type=code&client_id=sandbox-client_id&redirect_uri=https%3A%2F%2Fapp.example%2Fback&scope=offline%20threads%3Aread&state=s%261&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&code_challenge_method=S256";

    [Fact]
    public async Task Connecting_learns_facts_and_who_it_is()
    {
        await using Playground play = await Playground.StartAsync("forum");
        Connection connection = await play.ConnectAsync();
        Assert.Equal("sandbox-id", connection.Facts["siteId"]);
        Assert.Equal(new AccountIdentity("sandbox-id", "sandbox-name"), connection.Identity);
        Assert.Equal(["offline", "threads:read"], connection.Tokens["main"].Scopes);
        Assert.NotNull(connection.Tokens["main"].Refresh);
    }

    [Fact]
    public async Task A_denied_consent_is_no_connection()
    {
        await using Playground play = await Playground.StartAsync("forum");
        InteractorException error = await Assert.ThrowsAsync<InteractorException>(() => play.ConnectAsync(allow: false));
        Assert.Equal(ErrorCode.AuthDenied, error.Code);
        Assert.Equal("access_denied", error.ProviderCode);
    }

    [Fact]
    public async Task The_consent_page_says_who_asks_for_what_and_escapes_it()
    {
        await using Playground play = await Playground.StartAsync("forum");
        HttpResponseMessage response = await play.GetAsync(Authorize.Replace("offline", "%3Cscript%3E", StringComparison.Ordinal));
        string page = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains("<h1>Connect Forum &amp; Friends?</h1>", page, StringComparison.Ordinal);
        Assert.Contains("<code>&lt;script&gt;</code>", page, StringComparison.Ordinal);
        Assert.Contains("<code>threads:read</code>", page, StringComparison.Ordinal);
        Assert.Contains("value=\"allow\"", page, StringComparison.Ordinal);
        Assert.Contains("value=\"deny\"", page, StringComparison.Ordinal);
        Assert.Contains("<html lang=\"en\">", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("client_id=sandbox-client_id", "client_id=other")]
    [InlineData("redirect_uri=https", "redirect_uri=javascript")]
    [InlineData("response_type=code", "response_type=token")]
    [InlineData("code_challenge_method=S256", "code_challenge_method=plain")]
    public async Task A_bad_authorization_request_is_not_redirected(string find, string replacement)
    {
        await using Playground play = await Playground.StartAsync("forum");
        string url = Authorize.Replace(find, replacement, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await play.GetAsync(url)).StatusCode);
        HttpResponseMessage decided = await play.PostAsync(url, [new("decision", "allow")]);
        Assert.Equal(HttpStatusCode.BadRequest, decided.StatusCode);
        Assert.Null(decided.Headers.Location);
    }

    [Fact]
    public async Task A_code_is_good_once_and_for_its_verifier_only()
    {
        await using Playground play = await Playground.StartAsync("forum");
        Assert.Equal("invalid_grant", await ErrorOfAsync(play, await CodeAsync(play), verifier: "wrong"));
        string code = await CodeAsync(play);
        Assert.Null(await ErrorOfAsync(play, code));
        Assert.Equal("invalid_grant", await ErrorOfAsync(play, code));
        Assert.Equal("invalid_client", await ErrorOfAsync(play, await CodeAsync(play), secret: "wrong"));
    }

    [Fact]
    public async Task An_expired_token_is_refreshed_and_the_refresh_token_rotates()
    {
        await using Playground play = await Playground.StartAsync("forum", new SandboxOptions { TokenLifetime = TimeSpan.Zero });

        // With no lifetime a token is refused as soon as it is issued, so connecting is done by hand.
        string? first = (await TokensAsync(play, new() { ["grant_type"] = "authorization_code", ["code"] = await CodeAsync(play), ["redirect_uri"] = "https://app.example/back", ["code_verifier"] = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk" })).Refresh;
        string? second = (await TokensAsync(play, new() { ["grant_type"] = "refresh_token", ["refresh_token"] = first! })).Refresh;
        Assert.NotNull(second);
        Assert.NotEqual(first, second);
        Assert.Equal("invalid_grant", (await TokensAsync(play, new() { ["grant_type"] = "refresh_token", ["refresh_token"] = first! })).Error);
    }

    [Fact]
    public async Task The_runtime_refreshes_a_token_that_the_sandbox_no_longer_takes()
    {
        ShiftedTime time = new();
        await using Playground play = await Playground.StartAsync("forum", new SandboxOptions { TimeProvider = time });
        Connection connection = await play.ConnectAsync();
        ActionExecutor executor = play.Executor(connection);
        await Playground.RunAsync(executor, "thread.get", """{"id":7}""");
        time.Shift = TimeSpan.FromHours(2);
        Assert.Contains("Hello", await Playground.RunAsync(executor, "thread.get", """{"id":7}"""), StringComparison.Ordinal);
        Assert.Equal(2, play.Server.Requests.Count(r => r.Route?.Name == "token"));
    }

    [Fact]
    public async Task A_revoked_token_is_refused()
    {
        await using Playground play = await Playground.StartAsync("forum");
        Connection connection = await play.ConnectAsync();
        ConnectorOptions options = SandboxAccount.OptionsFor(play.Server, play.Connector.Descriptor);
        InMemoryCredentialStore store = new();
        options.CredentialStore = store;
        await store.TryReplaceAsync(new ConnectionKey("fixtures/forum", "ann"), connection, 0, TestContext.Current.CancellationToken);
        Assert.True(await new ConnectionFlow(play.Connector.Descriptor, options).DisconnectAsync("ann", TestContext.Current.CancellationToken));
        Assert.Equal("invalid_grant", (await TokensAsync(play, new() { ["grant_type"] = "refresh_token", ["refresh_token"] = connection.Tokens["main"].Refresh! })).Error);
    }

    [Fact]
    public async Task Client_credentials_come_in_the_header()
    {
        await using Playground play = await Playground.StartAsync("billing");
        Connection connection = await play.ConnectAsync();
        Assert.StartsWith("sandbox-access-", connection.Tokens["main"].Value, StringComparison.Ordinal);
        HttpResponseMessage response = await play.PostAsync("/oauth/token", [new("grant_type", "client_credentials")]);
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    private static async Task<string> CodeAsync(Playground play)
    {
        HttpResponseMessage response = await play.PostAsync(Authorize, [new("decision", "allow")]);
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        string query = response.Headers.Location!.Query;
        Assert.EndsWith("&state=s%261", query, StringComparison.Ordinal);
        return query[6..query.IndexOf('&', StringComparison.Ordinal)];
    }

    private static async Task<string?> ErrorOfAsync(Playground play, string code, string verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk", string secret = "sandbox-client_secret") =>
        (await TokensAsync(
            play,
            new() { ["grant_type"] = "authorization_code", ["code"] = code, ["redirect_uri"] = "https://app.example/back", ["code_verifier"] = verifier },
            secret)).Error;

    private static async Task<(string? Access, string? Refresh, string? Error)> TokensAsync(Playground play, Dictionary<string, string> form, string secret = "sandbox-client_secret")
    {
        form["client_id"] = "sandbox-client_id";
        form["client_secret"] = secret;
        HttpResponseMessage response = await play.PostAsync("/~id.forum.example/token", form);
        using JsonDocument answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return (Text("access_token"), Text("refresh_token"), Text("error"));

        string? Text(string name) => answer.RootElement.TryGetProperty(name, out JsonElement value) ? value.GetString() : null;
    }

    private sealed class ShiftedTime : TimeProvider
    {
        public TimeSpan Shift { get; set; }

        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + Shift;
    }
}

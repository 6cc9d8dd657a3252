using System.Buffers.Text;
using System.Text.Json;
using System.Web;
using Interactor.Providers.Tests.Running;
using Interactor.Runtime;
using Interactor.Runtime.Security;

namespace Interactor.Providers.Tests;

/// <summary>The life of a connection by code and PKCE at an OpenID provider that rotates refresh tokens and withdraws a grant whose token comes twice.</summary>
public sealed class CodeTests(OpenIdServer provider) : IClassFixture<OpenIdServer>
{
    [Theory]
    [InlineData("code", "web.body")]
    [InlineData("code-by-header", "web.header")]
    public async Task From_consent_to_the_end_of_the_grant(string method, string client)
    {
        Application app = new(provider.Url, client, OpenIdServer.Secret);
        using Person person = new();

        Connection connection = await app.ConnectAsync(method, person);
        Assert.Equal("ann", connection.Identity!.Id);
        Assert.Equal(["openid", "offline_access"], connection.Tokens["main"].Scopes);
        Assert.Equal("ann", (await app.CallAsync()).Account);

        // Its time is up.
        Token first = await app.TokenAsync();
        app.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal("ann", (await app.CallAsync()).Account);
        Token second = await app.TokenAsync();
        Assert.NotEqual(first.Value, second.Value);
        Assert.NotEqual(first.Refresh, second.Refresh);

        // It expires earlier than the provider said.
        await provider.ExpireAsync(second.Value);
        Assert.Equal("ann", (await app.CallAsync()).Account);
        Token third = await app.TokenAsync();
        Assert.NotEqual(second.Refresh, third.Refresh);
        Assert.Equal(ConnectionStatus.Active, (await app.ConnectionAsync()).Status);

        Assert.True(await app.Flow.DisconnectAsync(Application.Account, TestContext.Current.CancellationToken));
        Assert.Equal(400, await provider.RefreshAsync(client, third.Refresh!));
        InteractorException none = await Assert.ThrowsAsync<InteractorException>(app.CallAsync);
        Assert.Equal(ErrorCode.AuthDenied, none.Code);
    }

    [Fact]
    public async Task The_state_and_the_nonce_come_back_and_another_state_is_refused()
    {
        Application app = new(provider.Url, "web.body", OpenIdServer.Secret);
        using Person person = new();
        AuthorizationStart start = await app.Flow.BeginAsync("code-with-id", new Uri(OpenIdServer.Callback), account: Application.Account, cancellationToken: TestContext.Current.CancellationToken);
        string query = await person.ConsentAsync(start.Url);

        Assert.Equal(Value(start.Url.Query, "state"), Value(query, "state"));
        InteractorException forged = await Assert.ThrowsAsync<InteractorException>(
            () => app.Flow.CompleteAsync(start.Pending, query.Replace("state=", "state=x", StringComparison.Ordinal), TestContext.Current.CancellationToken));
        Assert.Equal(ErrorCode.AuthDenied, forged.Code);

        Connection connection = await app.Flow.CompleteAsync(start.Pending, query, TestContext.Current.CancellationToken);
        string claims = connection.Tokens["id"].Value.Split('.')[1];
        Assert.Equal(Value(start.Url.Query, "nonce"), JsonElement.Parse(Base64Url.DecodeFromChars(claims)).GetProperty("nonce").GetString());

        // The provider revokes the grant, and says of the id_token that it is nothing to revoke.
        Assert.True(await app.Flow.DisconnectAsync(Application.Account, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_code_is_good_once_and_only_with_its_verifier()
    {
        Application app = new(provider.Url, "web.body", OpenIdServer.Secret);
        using Person person = new();
        AuthorizationStart one = await app.Flow.BeginAsync("code", new Uri(OpenIdServer.Callback), account: Application.Account, cancellationToken: TestContext.Current.CancellationToken);
        AuthorizationStart other = await app.Flow.BeginAsync("code", new Uri(OpenIdServer.Callback), account: Application.Account, cancellationToken: TestContext.Current.CancellationToken);
        string query = await person.ConsentAsync(one.Url);

        await RefusedAsync(one.Pending with { CodeVerifier = other.Pending.CodeVerifier });
        Assert.Equal("ann", (await app.Flow.CompleteAsync(one.Pending, query, TestContext.Current.CancellationToken)).Identity!.Id);
        await RefusedAsync(one.Pending);

        async Task RefusedAsync(PendingConnection pending)
        {
            InteractorException refused = await Assert.ThrowsAsync<InteractorException>(() => app.Flow.CompleteAsync(pending, query, TestContext.Current.CancellationToken));
            Assert.Equal((ErrorCode.AuthDenied, "invalid_grant"), (refused.Code, refused.ProviderCode));
        }
    }

    [Fact]
    public async Task A_wrong_secret_connects_nothing_and_is_not_told()
    {
        Application app = new(provider.Url, "web.body", "wrong-" + OpenIdServer.Secret);
        using Person person = new();
        InteractorException refused = await Assert.ThrowsAsync<InteractorException>(() => app.ConnectAsync("code", person));
        Assert.Equal("invalid_client", refused.ProviderCode);
        Assert.DoesNotContain("s3cret", refused.ToString(), StringComparison.Ordinal);
        Assert.Null(await app.ConnectionAsync());
    }

    private static string? Value(string query, string name) => HttpUtility.ParseQueryString(query)[name];
}

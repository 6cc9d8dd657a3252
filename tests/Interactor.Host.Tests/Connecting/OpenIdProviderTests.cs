using System.Net;
using System.Text.Json;
using Interactor.Host.Connectors;
using Interactor.Host.Tests.Fakes;
using Interactor.Host.Workspace;
using Interactor.Providers.Tests.Running;
using Interactor.Runtime.Security;

namespace Interactor.Host.Tests.Connecting;

/// <summary>The life of an account at a provider that is not ours, the npm package <c>oidc-provider</c>, all of it through the host.</summary>
public sealed class OpenIdProviderTests
{
    private const string Connector = "test/provider";
    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Connect_execute_expire_refresh_revoke()
    {
        await using RunningHost host = await RunningHost.WithAsync("provider");
        await using NodeServer provider = await StartProviderAsync(host);
        await host.ConfigureAsync(Connector, ("base", provider.Url), ("client_id", "host"), ("client_secret", OpenIdServer.Secret));
        await ConnectAsync(host);
        Assert.Equal("ann", await AccountAsync(host));

        // The provider ends the access token, the next call renews it, also where many come at once; no refresh token is ever sent twice.
        string first = (await ConnectionAsync(host)).Tokens["main"].Value;
        await ExpireAsync(provider, first);
        Assert.All(await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => AccountAsync(host))), static account => Assert.Equal("ann", account));
        Connection renewed = await ConnectionAsync(host);
        Assert.NotEqual(first, renewed.Tokens["main"].Value);
        Assert.Equal((1, 0), await CountsAsync(provider));

        (int status, JsonElement gone) = await host.SendAsync(HttpMethod.Delete, $"/api/v1/connector/{Connector}/credential?account=ann");
        Assert.Equal((200, true), (status, gone.GetProperty("revoked").GetBoolean()));
        Assert.Equal(400, await RefreshAsync(provider, renewed.Tokens["main"].Refresh!));
        (status, JsonElement none) = await host.ExecuteAsync("thing.get", "ann", connector: Connector);
        Assert.Equal((500, "Account has no tokens"), (status, none.GetProperty("error").GetString()));
    }

    [Fact]
    public async Task A_grant_that_the_provider_withdrew_is_connected_again()
    {
        await using RunningHost host = await RunningHost.WithAsync("provider");
        await using NodeServer provider = await StartProviderAsync(host);
        await host.ConfigureAsync(Connector, ("base", provider.Url), ("client_id", "host"), ("client_secret", OpenIdServer.Secret));
        await ConnectAsync(host);

        // Somebody else spends the refresh token, and sends it again: the provider ends the whole grant.
        Token stolen = (await ConnectionAsync(host)).Tokens["main"];
        Assert.Equal(200, await RefreshAsync(provider, stolen.Refresh!));
        Assert.Equal(400, await RefreshAsync(provider, stolen.Refresh!));
        (int status, JsonElement refused) = await host.ExecuteAsync("thing.get", "ann", connector: Connector);
        Assert.Equal((500, "Connector token is unauthorized"), (status, refused.GetProperty("error").GetString()));
        Assert.Equal("needs_reauthorization", (await host.SendAsync(HttpMethod.Get, $"/api/v1/connector/{Connector}/credential?account=ann")).Body.GetProperty("status").GetString());

        await ConnectAsync(host);
        Assert.Equal("ann", await AccountAsync(host));
    }

    private static Task<NodeServer> StartProviderAsync(RunningHost host) => NodeServer.StartAsync("oidc-provider.mjs", new
    {
        clients = new[]
        {
            new
            {
                client_id = "host",
                client_secret = OpenIdServer.Secret,
                token_endpoint_auth_method = "client_secret_post",
                grant_types = (string[])["authorization_code", "refresh_token"],
                response_types = (string[])["code"],
                redirect_uris = (string[])[CallbackOf(host)],
            },
        },
    });

    private static string CallbackOf(RunningHost host) => new Uri(host.Application.Url, "/connect/callback").AbsoluteUri;

    private static async Task ConnectAsync(RunningHost host)
    {
        (_, JsonElement url) = await host.SendAsync(HttpMethod.Get, $"/api/v1/connector/{Connector}/auth-url?account=ann&method=code&skipInput=true");
        using Person person = new();
        string query = await person.ConsentAsync(new Uri(url.GetString()!), callback: CallbackOf(host));
        using HttpResponseMessage done = await host.Http.GetAsync(new Uri("/connect/callback" + query, UriKind.Relative), Token);
        Assert.Equal(HttpStatusCode.OK, done.StatusCode);
    }

    private static async Task<string?> AccountAsync(RunningHost host)
    {
        (int status, JsonElement body) = await host.ExecuteAsync("thing.get", "ann", connector: Connector);
        Assert.True(status == 200, body.GetRawText());
        return body.GetProperty("output").GetProperty("account").GetString();
    }

    private static async Task<Connection> ConnectionAsync(RunningHost host)
    {
        HostEnvironment environment = (await host.Service<EnvironmentStore>().FindByKeyAsync(ApiKey.Parse(host.Key)!, Token))!;
        HostedConnector connector = host.Service<ConnectorCatalogue>().VersionsOf("test", "provider")[0];
        return (await (await host.Service<ConnectorSessions>().OfAsync(environment, connector, Token)).ConnectionOfAsync("ann", Token))!;
    }

    private static async Task ExpireAsync(NodeServer provider, string token)
    {
        using HttpClient http = new();
        using HttpResponseMessage answer = await http.GetAsync($"{provider.Url}/test/expire?token={token}", Token);
        answer.EnsureSuccessStatusCode();
    }

    private static async Task<(int Refreshed, int Withdrawn)> CountsAsync(NodeServer provider)
    {
        using HttpClient http = new();
        JsonElement counts = JsonElement.Parse(await http.GetStringAsync(provider.Url + "/test/counts", Token));
        return (counts.GetProperty("refreshed").GetInt32(), counts.GetProperty("withdrawn").GetInt32());
    }

    private static async Task<int> RefreshAsync(NodeServer provider, string refresh)
    {
        using HttpClient http = new();
        using HttpResponseMessage answer = await http.PostAsync(
            provider.Url + "/token",
            new FormUrlEncodedContent([new("grant_type", "refresh_token"), new("refresh_token", refresh), new("client_id", "host"), new("client_secret", OpenIdServer.Secret)]),
            Token);
        return (int)answer.StatusCode;
    }
}

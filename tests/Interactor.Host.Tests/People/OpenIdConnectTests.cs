using System.Net;
using Interactor.Host.People;
using Interactor.Host.Tests.Fakes;
using Interactor.Providers.Tests.Running;
using static Interactor.Host.Tests.Fakes.Browser;
using Person = Interactor.Host.People.Person;

namespace Interactor.Host.Tests.People;

/// <summary>Signing in at a provider of OpenID Connect that is not ours: the npm package <c>oidc-provider</c>.</summary>
public sealed class OpenIdConnectTests
{
    // The provider knows where it may send people before the host listens, so that the host has a public address, which the walk replaces by where it is.
    private const string PublicUrl = "https://host.example";

    [Fact]
    public async Task A_known_address_signs_in_as_its_person()
    {
        await using NodeServer provider = await StartProviderAsync();
        await using RunningHost host = await StartHostAsync(provider.Url, defaultRole: null);
        using Browser ann = await SetUpAsync(host);
        using Browser walker = new(host);
        Assert.Equal(HttpStatusCode.Redirect, await WalkAsync(host, walker, "ann"));
        Assert.Equal("ann@example.com", Is(200, await walker.SendAsync(HttpMethod.Get, "/session")).GetProperty("person").GetProperty("email").GetString());
        Assert.DoesNotContain(walker.Cookies.Values, static value => value.Length > 2000);
    }

    [Theory]
    [InlineData("bob", null)]
    [InlineData("unverified", Role.Viewer)]
    public async Task Who_is_unknown_or_not_verified_is_refused(string login, Role? defaultRole)
    {
        await using NodeServer provider = await StartProviderAsync();
        await using RunningHost host = await StartHostAsync(provider.Url, defaultRole);
        using Browser ann = await SetUpAsync(host);
        using Browser walker = new(host);
        Assert.Equal(HttpStatusCode.Forbidden, await WalkAsync(host, walker, login));
        Is(401, await walker.SendAsync(HttpMethod.Get, "/session"));
        Assert.Single(await host.Service<PersonStore>().ListAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Who_is_unknown_gets_the_role_of_the_settings()
    {
        await using NodeServer provider = await StartProviderAsync();
        await using RunningHost host = await StartHostAsync(provider.Url, Role.Viewer);
        using Browser ann = await SetUpAsync(host);
        using Browser walker = new(host);
        Assert.Equal(HttpStatusCode.Redirect, await WalkAsync(host, walker, "bob"));
        Assert.Equal("viewer", Is(200, await walker.SendAsync(HttpMethod.Get, "/session")).GetProperty("person").GetProperty("role").GetString());
        Person bob = (await host.Service<PersonStore>().FindByEmailAsync("bob@example.com", TestContext.Current.CancellationToken))!;
        Assert.Null(bob.Password);
        Is(401, await walker.SignInAsync("bob@example.com", ""));
    }

    [Fact]
    public async Task A_callback_that_nobody_began_is_refused()
    {
        await using NodeServer provider = await StartProviderAsync();
        await using RunningHost host = await StartHostAsync(provider.Url, Role.Administrator);
        foreach (string query in (string[])["", "?code=x&state=y", "?error=access_denied&error_description=canary"])
        {
            using HttpResponseMessage answer = await host.Http.GetAsync(new Uri("/sign-in/openid/callback" + query, UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
            Assert.DoesNotContain("canary", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }
    }

    private static Task<NodeServer> StartProviderAsync() => NodeServer.StartAsync("oidc-provider.mjs", new
    {
        clients = new[]
        {
            new
            {
                client_id = "host",
                client_secret = OpenIdServer.Secret,
                token_endpoint_auth_method = "client_secret_post",
                grant_types = (string[])["authorization_code"],
                response_types = (string[])["code"],
                redirect_uris = (string[])[PublicUrl + OpenIdConnectSignIn.CallbackPath],
            },
        },
        email = true,
    });

    private static Task<RunningHost> StartHostAsync(string issuer, Role? defaultRole) => RunningHost.StartAsync(configure: settings => new HostSettings
    {
        DataDirectory = settings.DataDirectory,
        IsDevelopment = true,
        PublicUrl = new Uri(PublicUrl),
        SignInsPerMinute = 1000,
        OpenIdConnect = new OpenIdConnectSettings { Issuer = new Uri(issuer), ClientId = "host", ClientSecret = OpenIdServer.Secret, DefaultRole = defaultRole },
    });

    private static async Task<HttpStatusCode> WalkAsync(RunningHost host, Browser browser, string login)
    {
        using HttpResponseMessage start = await host.Http.GetAsync(new Uri(OpenIdConnectSignIn.StartPath, UriKind.Relative), TestContext.Current.CancellationToken);
        browser.Keep(start);
        using Interactor.Providers.Tests.Running.Person person = new();
        string query = await person.ConsentAsync(start.Headers.Location!, login, PublicUrl + OpenIdConnectSignIn.CallbackPath);
        using HttpRequestMessage request = new(HttpMethod.Get, OpenIdConnectSignIn.CallbackPath + query);
        request.Headers.TryAddWithoutValidation("cookie", string.Join("; ", browser.Cookies.Select(static cookie => $"{cookie.Key}={cookie.Value}")));
        using HttpResponseMessage answer = await host.Http.SendAsync(request, TestContext.Current.CancellationToken);
        browser.Keep(answer);
        return answer.StatusCode;
    }
}

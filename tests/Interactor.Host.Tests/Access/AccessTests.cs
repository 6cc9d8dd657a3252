using System.Text.Json;
using Interactor.Host.Access;
using Interactor.Host.Audit;
using Interactor.Host.People;
using Interactor.Host.Tests.Fakes;
using Interactor.Host.Workspace;
using Microsoft.AspNetCore.Routing;
using static Interactor.Host.Tests.Fakes.Browser;

namespace Interactor.Host.Tests.Access;

/// <summary>Who may call what, of every endpoint that there is.</summary>
public sealed class AccessTests
{
    // What a stranger has to reach.
    private static readonly string[] Open = ["POST /api/v1/manage/session", "POST /api/v1/manage/setup"];

    [Fact]
    public async Task A_private_connector_is_there_for_the_keys_of_its_organization_only()
    {
        await using RunningHost host = await RunningHost.StartAsync();
        using Browser ann = await SetUpAsync(host);
        Is(201, await ann.SendAsync(HttpMethod.Post, "/organizations", new { name = "acme" }));
        string acme = (await host.Service<EnvironmentStore>().ListAsync(TestContext.Current.CancellationToken)).First(static environment => environment.Organization == "acme").Id;
        string key = Is(201, await ann.SendAsync(HttpMethod.Post, $"/environments/{acme}/key")).GetProperty("key").GetString()!;
        foreach (string visibility in (string[])["private", "public"])
        {
            string definition = $$"""
                interactor: 1
                id: {{visibility}}
                owner: acme
                version: 1.0.0
                name: Sky
                visibility: {{visibility}}
                servers: { api: https://sky.example }
                actions:
                  weather.get: { version: 1.0.0, name: Get the weather, effect: read, request: { path: /weather }, output: { type: object } }
                """;
            Is(200, await ann.SendAsync(HttpMethod.Patch, $"/drafts/acme/{visibility}", new { revision = 0, files = new Dictionary<string, string> { ["connector.yaml"] = definition } }));
            Is(200, await ann.SendAsync(HttpMethod.Post, $"/drafts/acme/{visibility}/publish", "{}"));
        }

        string[] paths = ["/api/v1/connector/acme/private/auth-url?account=ann", "/api/v1/connector/acme/private/credential?account=ann", "/api/v1/manage/connectors/acme/private", "/api/v1/manage/connectors/acme/private/actions/weather.get"];
        foreach (string path in paths)
        {
            Assert.Contains("There is no connector", Is(404, await host.SendAsync(HttpMethod.Get, path)).GetProperty("error").GetString(), StringComparison.Ordinal);
        }

        Is(404, await host.ExecuteAsync("weather.get", null, connector: "acme/private"));
        Is(200, await host.ExecuteAsync("weather.get", null, connector: "acme/public"));
        Assert.DoesNotContain("acme/private", await ListedAsync(host), StringComparison.Ordinal);
        Is(400, await host.SendAsync(HttpMethod.Post, "/mcp?connectors=acme/private", "{}"));

        host.Key = key;
        Is(200, await host.ExecuteAsync("weather.get", null, connector: "acme/private"));
        Assert.Contains("acme/private", await ListedAsync(host), StringComparison.Ordinal);

        static async Task<string> ListedAsync(RunningHost host) => string.Join(
            ' ', Is(200, await host.SendAsync(HttpMethod.Get, "/api/v1/manage/connectors")).GetProperty("items").EnumerateArray().Select(static item => $"{item.GetProperty("owner")}/{item.GetProperty("id")}"));
    }

    [Fact]
    public async Task Every_managing_endpoint_asks_who_calls()
    {
        await using RunningHost host = await BareHost.StartAsync();
        using Browser ann = await SetUpAsync(host);
        using Browser viewer = await ann.InviteAsync("viewer@example.com", "viewer");
        using Browser developer = await ann.InviteAsync("developer@example.com", "developer");
        using Browser nobody = new(host);
        RouteEndpoint[] endpoints = [.. host.Service<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Where(static endpoint => endpoint.RoutePattern.RawText!.StartsWith(Manage, StringComparison.Ordinal))];
        Assert.True(endpoints.Length > 25);
        foreach (RouteEndpoint endpoint in endpoints)
        {
            (HttpMethod method, string path) = RequestOf(endpoint);
            string shown = $"{method} {endpoint.RoutePattern.RawText}";
            AccessRule? rule = endpoint.Metadata.GetMetadata<AccessRule>();
            Assert.True(rule is not null != Open.Contains(shown), $"{shown} has a rule that it should not have, or none.");
            if (rule is null)
            {
                continue;
            }

            Assert.True((await nobody.SendAsync(method, path, "{}")).Status == 401, shown);
            Assert.True(rule.Least == Role.Viewer || (await viewer.SendAsync(method, path, "{}")).Status == 403, shown);
            Assert.True(rule.Least != Role.Administrator || (await developer.SendAsync(method, path, "{}")).Status == 403, shown);
            Assert.True(rule.TakesKey || (await host.SendAsync(method, Manage + path, "{}")).Status == 403, shown);
            if (endpoint.RoutePattern.RawText!.Contains("{environment}", StringComparison.Ordinal))
            {
                Assert.True((await host.SendAsync(method, Manage + path, "{}")).Status == (rule.TakesKey ? 404 : 403), shown);
            }
        }
    }

    [Fact]
    public async Task A_viewer_changes_nothing()
    {
        await using RunningHost host = await BareHost.StartAsync();
        RouteEndpoint[] endpoints = [.. host.Service<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Where(static endpoint => endpoint.Metadata.GetMetadata<AccessRule>() is { Least: Role.Viewer })];
        string[] changing = [.. endpoints.Select(RequestOf).Where(static request => request.Method != HttpMethod.Get).Select(static request => $"{request.Method} {request.Path}")];
        Assert.Equal(["DELETE /session", "DELETE /sessions", "PUT /session/password"], changing.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_key_sees_its_own_environment_and_no_other()
    {
        await using RunningHost host = await BareHost.StartAsync();
        IReadOnlyList<HostEnvironment> all = await host.Service<EnvironmentStore>().ListAsync(TestContext.Current.CancellationToken);
        JsonElement seen = Is(200, await host.SendAsync(HttpMethod.Get, Manage + "/environments")).GetProperty("items");
        Assert.Equal(all[0].Id, Assert.Single(seen.EnumerateArray()).GetProperty("id").GetString());
        Is(200, await host.SendAsync(HttpMethod.Get, $"{Manage}/environments/{all[0].Id}/executions"));
        Is(404, await host.SendAsync(HttpMethod.Get, $"{Manage}/environments/{all[1].Id}"));
        Is(404, await host.SendAsync(HttpMethod.Get, $"{Manage}/environments/{all[1].Id}/accounts"));
        Is(404, await host.SendAsync(HttpMethod.Get, $"{Manage}/connectors?environment={all[1].Id}"));
        Is(403, await host.SendAsync(HttpMethod.Post, $"{Manage}/environments/{all[0].Id}/key"));

        string key = host.Key;
        foreach (string wrong in (string[])[key + "0", key[..^1], "ik_", "", "' OR '1'='1"])
        {
            host.Key = wrong;
            Is(401, await host.SendAsync(HttpMethod.Get, Manage + "/environments"));
        }
    }

    [Fact]
    public async Task A_wrong_key_is_not_made_good_by_a_cookie()
    {
        await using RunningHost host = await BareHost.StartAsync();
        using Browser ann = await SetUpAsync(host);
        using HttpRequestMessage request = new(HttpMethod.Get, Manage + "/people");
        request.Headers.TryAddWithoutValidation("x-api-key", "ik_wrong");
        request.Headers.TryAddWithoutValidation("cookie", "interactor-session=" + ann.Cookies["interactor-session"]);
        using HttpResponseMessage response = await host.Http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(401, (int)response.StatusCode);
    }

    [Fact]
    public async Task A_key_that_asks_too_often_waits()
    {
        await using RunningHost host = await BareHost.StartAsync(requestsPerMinute: 3);
        for (int i = 0; i < 3; i++)
        {
            Is(404, await host.ExecuteAsync("a.b", null));
        }

        Assert.Equal("rate_limited", Is(429, await host.ExecuteAsync("a.b", null)).GetProperty("code").GetString());
        Is(429, await host.SendAsync(HttpMethod.Get, Manage + "/environments"));
    }

    [Fact]
    public async Task An_address_that_opens_too_many_pages_waits()
    {
        await using RunningHost host = await BareHost.StartAsync(pagesPerMinute: 2);
        List<int> statuses = [];
        for (int i = 0; i < 3; i++)
        {
            using HttpResponseMessage page = await host.Http.GetAsync(new Uri("/connect/none", UriKind.Relative), TestContext.Current.CancellationToken);
            statuses.Add((int)page.StatusCode);
        }

        Assert.Equal([410, 410, 429], statuses);
    }

    [Theory]
    [InlineData(null, "127.0.0.1")]
    [InlineData("10.0.0.0/8", "127.0.0.1")]
    [InlineData("127.0.0.0/8", "203.0.113.7")]
    public async Task Whom_a_proxy_names_is_believed_of_those_in_the_settings_only(string? trusted, string address)
    {
        await using RunningHost host = await BareHost.StartAsync(trustedProxy: trusted);
        using HttpRequestMessage request = new(HttpMethod.Post, Manage + "/session") { Content = new StringContent("""{"email":"a@b","password":"x"}""", System.Text.Encoding.UTF8, "application/json") };
        request.Headers.TryAddWithoutValidation("X-Forwarded-For", "203.0.113.7");
        using HttpResponseMessage response = await host.Http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(401, (int)response.StatusCode);
        Assert.Equal(address, (await host.Service<AuditLog>().ListAsync(new AuditFilter(null, null, null, null, null, null), null, 1, TestContext.Current.CancellationToken))[0].Address);
    }

    [Fact]
    public void Keys_are_compared_in_a_time_that_does_not_depend_on_them()
    {
        // What compares is the hash of the whole secret, of one length whatever was sent.
        (ApiKey key, string text) = ApiKey.New();
        Assert.True(ApiKey.Parse(text)!.Matches(key.Hash));
        Assert.Equal(key.Hash.Length, ApiKey.Parse(text + "longer")!.Hash.Length);
        Assert.False(ApiKey.Parse(text + "longer")!.Matches(key.Hash));
        Assert.False(ApiKey.Parse(text[..^1])!.Matches(key.Hash));
    }

    private static (HttpMethod Method, string Path) RequestOf(RouteEndpoint endpoint)
    {
        string method = endpoint.Metadata.GetRequiredMetadata<HttpMethodMetadata>().HttpMethods[0];
        string path = endpoint.RoutePattern.RawText![Manage.Length..];
        while (path.IndexOf('{', StringComparison.Ordinal) is >= 0 and int start)
        {
            path = path[..start] + "some" + path[(path.IndexOf('}', StringComparison.Ordinal) + 1)..];
        }

        return (new HttpMethod(method), path);
    }
}

using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Interactor.Host.Api;
using Interactor.Host.Tests.Fakes;
using Interactor.Host.Workspace;

namespace Interactor.Host.Tests.Access;

/// <summary>Requests that mean harm get the right status and one line in the log, and nothing else happens.</summary>
public sealed class HostileRequestTests
{
    private const string Execute = "/api/v1/connector/ledger/action/entry.create/execute?account=ann";
    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Keys_that_are_none_open_nothing()
    {
        await using Upstream upstream = await Upstream.StartAsync();
        await using RunningHost host = await ConnectedAsync(upstream);
        string good = host.Key;
        foreach (string key in (string[])["", "ik_", good[..^1], good + "0", good.ToUpperInvariant(), "' OR '1'='1' --", "ik_0000000000000000_%00", $"{good},{good}", new string('k', 20_000)])
        {
            host.Key = key;
            await IsAsync(host, 401, "auth_denied", () => host.SendAsync(HttpMethod.Post, Execute, """{"amount":1}"""));
        }

        Assert.Empty(upstream.Created);
    }

    [Fact]
    public async Task The_key_of_another_environment_does_not_see_the_account()
    {
        await using Upstream upstream = await Upstream.StartAsync();
        await using RunningHost host = await ConnectedAsync(upstream);
        EnvironmentStore environments = host.Service<EnvironmentStore>();
        host.Key = await environments.NewKeyAsync((await environments.ListAsync(Token))[1].Id, Token);
        await host.UseAsync(upstream);
        await IsAsync(host, 500, "auth_denied", () => host.SendAsync(HttpMethod.Post, Execute, """{"amount":1}"""));
        await IsAsync(host, 404, "not_found", () => host.SendAsync(HttpMethod.Get, "/api/v1/connector/ledger/credential?account=ann"));
        await IsAsync(host, 404, "not_found", () => host.SendAsync(HttpMethod.Delete, "/api/v1/connector/ledger/credential?account=ann"));
        Assert.Empty(upstream.Created);
    }

    [Theory]
    [InlineData("{\"amount\":1", 400)]
    [InlineData("\"amount\"", 400)]
    [InlineData("{\"amount\":1}{\"amount\":2}", 400)]
    [InlineData("{\"amount\":1e999}", 400)]
    [InlineData("'; DROP TABLE execution; --", 400)]
    [InlineData("\u0000", 400)]
    public async Task Bodies_that_are_no_input_reach_no_provider(string body, int status)
    {
        await using Upstream upstream = await Upstream.StartAsync();
        await using RunningHost host = await ConnectedAsync(upstream);
        await IsAsync(host, status, "input_invalid", () => host.SendAsync(HttpMethod.Post, Execute, body));
        Assert.Empty(upstream.Created);
    }

    [Fact]
    public async Task Bodies_of_hostile_sizes_and_encodings_reach_no_provider()
    {
        await using Upstream upstream = await Upstream.StartAsync();
        await using RunningHost host = await ConnectedAsync(upstream);
        string deep = $$"""{"amount":1,"note":{{new string('[', 10_000)}}{{new string(']', 10_000)}}}""";
        await IsAsync(host, 400, "input_invalid", () => host.SendAsync(HttpMethod.Post, Execute, deep));
        await IsAsync(host, 413, "input_invalid", () => host.SendAsync(HttpMethod.Post, Execute, $$"""{"amount":1,"note":"{{new string('x', 10 * 1024 * 1024)}}"}"""));
        using HttpRequestMessage request = new(HttpMethod.Post, Execute) { Content = new ByteArrayContent("{\"amount\":1,\"note\":\"\xff\xfe\"}".Select(static c => (byte)c).ToArray()) };
        request.Headers.Add("x-api-key", host.Key);
        using HttpResponseMessage response = await host.Http.SendAsync(request, Token);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Empty(upstream.Created);
    }

    [Theory]
    [InlineData("account=' OR 1=1 --", 500)]
    [InlineData("account=%00", 400)]
    [InlineData("account=a%0d%0aSet-Cookie:x", 400)]
    [InlineData("account=ann&account=bob", 400)]
    [InlineData("account=%ff", 400)]
    [InlineData("account=%c0%80", 400)]
    [InlineData("account=ann&note=%ed%a0%80", 400)]
    [InlineData("", 400)]
    [InlineData("account=ann&version=1;DROP", 400)]
    public async Task Accounts_and_versions_are_text_and_nothing_else(string query, int status)
    {
        await using Upstream upstream = await Upstream.StartAsync();
        await using RunningHost host = await ConnectedAsync(upstream);
        int before = Warnings(host).Length;
        (int answered, JsonElement body) = await host.SendAsync(HttpMethod.Post, "/api/v1/connector/ledger/action/entry.create/execute?" + query, """{"amount":1}""");
        Assert.True(status == answered, body.GetRawText());
        Assert.Contains($"Request {body.GetProperty("requestId").GetString()}", Assert.Single(Warnings(host)[before..]), StringComparison.Ordinal);
        Assert.Empty(upstream.Created);
    }

    [Theory]
    [InlineData("GET", "/connect/canary", 410)]
    [InlineData("POST", "/connect/canary", 415)]
    [InlineData("GET", "/connect/callback?state=canary&code=canary", 410)]
    [InlineData("GET", "/setup/canary", 410)]
    [InlineData("POST", "/setup/canary", 415)]
    [InlineData("GET", "/nothing/canary", 404)]
    [InlineData("GET", "/api/v1/connector/ledger/auth-url?account=ann&skipInput=canary", 400)]
    public async Task Pages_that_refuse_are_a_line_in_the_log_too(string method, string path, int status)
    {
        await using RunningHost host = await RunningHost.WithAsync("ledger");
        using HttpRequestMessage request = new(new HttpMethod(method), path) { Headers = { { "x-api-key", host.Key } } };
        int before = Warnings(host).Length;
        Assert.Equal(status, (int)(await host.Http.SendAsync(request, Token)).StatusCode);
        string line = Assert.Single(Warnings(host)[before..]);
        Assert.Contains($" {status} ", line, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", line, StringComparison.Ordinal);
    }

    // RFC 9112, section 6.3: a message whose length can be read in two ways is refused, and nothing after it is taken for a request.
    [Theory]
    [InlineData("Content-Length: 12\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /health/live HTTP/1.1\r\nHost: h\r\n\r\n")]
    [InlineData("Content-Length: 12\r\nContent-Length: 13\r\n\r\n{\"amount\":1}")]
    [InlineData("Content-Length: 12, 12\r\n\r\n{\"amount\":1}")]
    [InlineData("Content-Length: -1\r\n\r\n")]
    [InlineData("Transfer-Encoding: identity, chunked, x\r\n\r\n0\r\n\r\n")]
    [InlineData("Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n")]
    [InlineData("X-Folded: a\r\n b\r\nContent-Length: 12\r\n\r\n{\"amount\":1}")]
    [InlineData("Host: other.example\r\nContent-Length: 12\r\n\r\n{\"amount\":1}")]
    public async Task Headers_that_two_servers_would_read_differently_are_refused(string headers)
    {
        await using Upstream upstream = await Upstream.StartAsync();
        await using RunningHost host = await ConnectedAsync(upstream);
        int before = Warnings(host).Length;
        int[] statuses = await SendAsync(host, headers);

        // A connection that the host closes with bytes on it that nobody read may lose the answer.
        Assert.True(statuses is [] or [>= 400 and < 500], string.Join(',', statuses));
        Assert.Empty(upstream.Created);
        Assert.DoesNotContain(host.Key, Assert.Single(Warnings(host)[before..]), StringComparison.Ordinal);
        Assert.Equal(200, Assert.Single(await SendAsync(host, "Connection: close\r\nContent-Length: 12\r\n\r\n{\"amount\":1}")));
    }

    [Theory]
    [InlineData("many fields")]
    [InlineData("long")]
    [InlineData("nul")]
    [InlineData("multipart")]
    public async Task Forms_that_are_none_of_a_page_are_refused(string kind)
    {
        await using RunningHost host = await RunningHost.WithAsync("ledger");
        (string body, string type, int expected) = kind switch
        {
            "many fields" => (string.Join('&', Enumerable.Range(0, 1100).Select(static i => $"a{i}=x")), "application/x-www-form-urlencoded", 400),
            "long" => ("a=" + new string('x', 1_000_000), "application/x-www-form-urlencoded", 413),
            "nul" => ("%FF=%00&%FF=2&method=%00", "application/x-www-form-urlencoded", 400),
            _ => ("--x\r\n", "multipart/form-data; boundary=x", 415),
        };
        foreach (string path in (string[])["/connect/xyz", "/setup/xyz"])
        {
            using HttpRequestMessage request = new(HttpMethod.Post, path) { Content = new ByteArrayContent(Encoding.ASCII.GetBytes(body)) };
            request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
            request.Headers.ExpectContinue = body.Length > 1_000_00;
            int before = Warnings(host).Length;
            Assert.Equal(expected, (int)(await host.Http.SendAsync(request, Token)).StatusCode);
            Assert.Single(Warnings(host)[before..]);
        }

        Assert.Equal(0, host.Service<BodyBudget>().Held);
    }

    [Theory]
    [InlineData("POST /nope HTTP/1.1\r\nTransfer-Encoding: chunked\r\nHost: h\r\n\r\nZZZ\r\n")]
    [InlineData("POST /nope HTTP/1.1\r\nContent-Length: 99999999\r\nHost: h\r\n\r\n")]
    [InlineData("POST /api/v1/manage/session?a=%FF HTTP/1.1\r\nTransfer-Encoding: chunked\r\nHost: h\r\n\r\nZZZ\r\n")]
    [InlineData("POST /nope HTTP/1.1\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\nHost: h\r\n\r\nZZZ\r\n")]
    public async Task A_request_that_is_refused_twice_is_one_line(string request)
    {
        await using RunningHost host = await RunningHost.WithAsync("ledger");
        int before = Warnings(host).Length;
        Assert.NotEmpty(await RawRequest.SendAsync(host.Listening, request.Replace("Host: h", $"Host: {host.Listening.Authority}", StringComparison.Ordinal)));
        Assert.Single(Warnings(host)[before..]);
    }

    [Fact]
    public async Task A_client_that_goes_away_in_its_body_is_no_error_of_the_host()
    {
        await using Upstream upstream = await Upstream.StartAsync();
        await using RunningHost host = await ConnectedAsync(upstream);
        int before = Warnings(host).Length;
        using (TcpClient client = new() { LingerState = new LingerOption(true, 0) })
        {
            await client.ConnectAsync(host.Listening.Host, host.Listening.Port, Token);
            await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes($"POST {Execute} HTTP/1.1\r\nHost: {host.Listening.Authority}\r\nx-api-key: {host.Key}\r\nContent-Length: 1000\r\n\r\n{{"), Token);
            await Until.TrueAsync(() => host.Service<BodyBudget>().Held > 0);
        }

        await Until.TrueAsync(() => host.Service<BodyBudget>().Held == 0);

        // A reset that comes with the end of what was sent looks like a body that ends early, which is refused.
        Assert.True(Warnings(host)[before..] is [] or [_]);
        Assert.DoesNotContain(host.Log.Lines, static line => line.Level >= Microsoft.Extensions.Logging.LogLevel.Error);
        Assert.Empty(upstream.Created);
    }

    [Fact]
    public async Task A_name_that_is_no_text_beside_a_nul_is_refused()
    {
        await using RunningHost host = await RunningHost.WithAsync("ledger");
        await IsAsync(host, 400, "input_invalid", () => host.SendAsync(HttpMethod.Post, "/api/v1/connector/ledger/credential?account=a", """{"\ud800":1,"a":"\u0000"}"""));
        await IsAsync(host, 400, "input_invalid", () => host.SendAsync(HttpMethod.Patch, "/api/v1/manage/drafts/interactor/zz", """{"revision":0,"files":{"\ud800":"x","a":"\u0000"}}"""));
    }

    [Fact]
    public async Task A_text_that_is_none_is_called_so()
    {
        await using RunningHost host = await RunningHost.WithAsync("ledger");
        (int status, JsonElement body) = await host.SendAsync(HttpMethod.Post, "/api/v1/manage/session", """{"email":"\ud800","password":"x"}""");
        Assert.Equal(400, status);
        Assert.Contains("$.email", body.GetProperty("details")[0].GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_not_let_in_is_told_how_to_ask()
    {
        await using RunningHost host = await RunningHost.WithAsync("ledger");
        foreach (string path in (string[])["/api/v1/connector/ledger/credential?account=a", "/api/v1/manage/organizations"])
        {
            using HttpResponseMessage response = await host.Http.GetAsync(path, Token);
            Assert.Equal((401, "Bearer"), ((int)response.StatusCode, Assert.Single(response.Headers.WwwAuthenticate).Scheme));
        }
    }

    private static Task<int[]> SendAsync(RunningHost host, string headers) =>
        RawRequest.SendAsync(host.Listening, $"POST {Execute} HTTP/1.1\r\nHost: {host.Listening.Authority}\r\nx-api-key: {host.Key}\r\n{headers}");

    private static async Task<RunningHost> ConnectedAsync(Upstream upstream)
    {
        RunningHost host = await RunningHost.WithAsync("ledger");
        await host.UseAsync(upstream);
        await host.ConnectAsync("ann");
        return host;
    }

    private static async Task IsAsync(RunningHost host, int status, string code, Func<Task<(int Status, JsonElement Body)>> ask)
    {
        int before = Warnings(host).Length;
        (int answered, JsonElement body) = await ask();
        Assert.True(status == answered && body.GetProperty("code").GetString() == code, $"{answered}: {body.GetRawText()}");
        string line = Assert.Single(Warnings(host)[before..]);
        Assert.DoesNotContain('\n', line.Trim());
        Assert.DoesNotContain(host.Key.Length < 5 ? "canary" : host.Key, line + body.GetRawText(), StringComparison.Ordinal);
    }

    private static string[] Warnings(RunningHost host) => [.. host.Log.Lines.Where(static line => line.Level >= Microsoft.Extensions.Logging.LogLevel.Warning).Select(static line => line.Text)];
}

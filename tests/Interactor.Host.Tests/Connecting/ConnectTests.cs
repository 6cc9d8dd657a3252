using System.Net;
using System.Text.Json;
using Interactor.Host.Tests.Fakes;

namespace Interactor.Host.Tests.Connecting;

/// <summary>From <c>auth-url</c> to a connected account, and the ways in which it must not go.</summary>
public sealed class ConnectTests
{
    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_person_chooses_a_way_gives_values_and_is_sent_back()
    {
        await using Upstream upstream = await Upstream.StartAsync();
        await using RunningHost host = await RunningHost.StartAsync();
        await host.UseAsync(upstream);

        string url = await AuthUrlAsync(host, "account=ann&redirectUrl=http://127.0.0.1:1234/done?x=1");
        Assert.StartsWith(host.Application.Url.AbsoluteUri + "connect/", url, StringComparison.Ordinal);
        using HttpResponseMessage page = await host.Http.GetAsync(url, Token);
        string html = await page.Content.ReadAsStringAsync(Token);
        Assert.Contains("name=\"value.key\" type=\"password\"", html, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", page.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);

        Assert.Equal(422, (int)(await PostAsync(host, url, ("method", "key"))).StatusCode);
        Assert.Equal(422, (int)(await PostAsync(host, url, ("method", "other"), ("value.key", "x"))).StatusCode);
        using HttpResponseMessage done = await PostAsync(host, url, ("method", "key"), ("value.key", Upstream.Key));
        Assert.Equal("http://127.0.0.1:1234/done?x=1&connector=interactor%2Fledger&account=ann", done.Headers.Location!.OriginalString);
        Assert.Equal(200, (await host.ExecuteAsync("entry.list", "ann")).Status);
        Assert.Equal(410, (int)(await host.Http.GetAsync(url, Token)).StatusCode);
    }

    [Fact]
    public async Task An_account_that_a_sandbox_plays_stays_connected_when_the_host_starts_anew()
    {
        DirectoryInfo directory = Directory.CreateTempSubdirectory("interactor-host-");
        string key;
        await using (RunningHost host = await RunningHost.StartAsync(directory.FullName))
        {
            key = host.Key;
            await host.ConnectAsync("ann", "gmail");
        }

        await using (RunningHost host = await RunningHost.StartAsync(directory.FullName))
        {
            host.Key = key;
            Assert.Equal(200, (await host.ExecuteAsync("email.draft.list", "ann", connector: "gmail")).Status);
        }

        directory.Delete(recursive: true);
    }

    [Fact]
    public async Task A_callback_is_good_once_and_only_as_it_was_sent()
    {
        await using Upstream upstream = await Upstream.StartAsync();
        await using RunningHost host = await RunningHost.StartAsync();
        await host.UseAsync(upstream);
        string url = await AuthUrlAsync(host, "account=ann&method=oauth");
        Uri callback = (await host.Http.GetAsync(url, Token)).Headers.Location!;

        Assert.Equal(410, (int)(await host.Http.GetAsync(callback.OriginalString.Replace("state=", "state=x", StringComparison.Ordinal), Token)).StatusCode);
        HttpStatusCode[] both = [.. (await Task.WhenAll(host.Http.GetAsync(callback, Token), host.Http.GetAsync(callback, Token))).Select(static r => r.StatusCode).Order()];
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Gone], both);
        Assert.Equal(410, (int)(await host.Http.GetAsync(callback, Token)).StatusCode);
        Assert.Equal(200, (await host.ExecuteAsync("entry.list", "ann")).Status);
    }

    [Fact]
    public async Task A_person_who_refuses_is_sent_back_with_the_reason()
    {
        await using RunningHost host = await RunningHost.StartAsync();
        string url = await AuthUrlAsync(host, "account=ann&redirectUrl=http://localhost/done", "gmail");
        using HttpResponseMessage denied = await PostAsync(host, url, ("decision", "deny"));
        using HttpResponseMessage back = await host.Http.GetAsync(denied.Headers.Location, Token);

        Assert.StartsWith("http://localhost/done?connector=interactor%2Fgmail&account=ann&error=auth_denied&error_description=", back.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Equal("Account has no tokens", (await host.ExecuteAsync("email.draft.list", "ann", connector: "gmail")).Body.GetProperty("error").GetString());
    }

    [Theory]
    [InlineData("account=ann&redirectUrl=https://evil.example/")]
    [InlineData("account=ann&redirectUrl=javascript:alert(1)")]
    [InlineData("account=ann&redirectUrl=//evil.example")]
    [InlineData("account=ann&redirectUrl=http://localhost@evil.example/")]
    [InlineData("account=ann&redirectUrl=http://localhost/d%C3%B6ne")]
    [InlineData("account=ann&redirectUrl=http://localhost/done%0d%0aX-Evil:1")]
    [InlineData("account=ann&redirectUrl=http://localhost/a%20b")]
    [InlineData("account=ann&method=other")]
    [InlineData("account=ann&method=key&skipInput=true")]
    [InlineData("")]
    public async Task What_cannot_begin_says_why(string query)
    {
        await using Upstream upstream = await Upstream.StartAsync();
        await using RunningHost host = await RunningHost.StartAsync();
        await host.UseAsync(upstream);

        (int status, JsonElement body) = await host.SendAsync(HttpMethod.Get, "/api/v1/connector/ledger/auth-url?" + query);
        Assert.Equal((400, "input_invalid"), (status, body.GetProperty("code").GetString()));
    }

    [Fact]
    public async Task Input_is_skipped_where_every_value_is_known()
    {
        await using Upstream upstream = await Upstream.StartAsync();
        await using RunningHost host = await RunningHost.StartAsync();
        await host.UseAsync(upstream);

        Assert.StartsWith(upstream.Url + "/authorize?", await AuthUrlAsync(host, "account=ann&skipInput=true"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_that_was_exchanged_is_kept_although_the_browser_went_away()
    {
        await using Upstream upstream = await Upstream.StartAsync();
        await using RunningHost host = await RunningHost.StartAsync();
        await host.UseAsync(upstream);
        string url = await AuthUrlAsync(host, "account=ann&method=oauth");
        Uri callback = (await host.Http.GetAsync(url, Token)).Headers.Location!;
        TaskCompletionSource answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
        upstream.Delay = answer.Task;

        using (CancellationTokenSource gone = CancellationTokenSource.CreateLinkedTokenSource(Token))
        {
            Task<HttpResponseMessage> browser = host.Http.GetAsync(callback, gone.Token);
            while (!upstream.IsAsked)
            {
                await Task.Delay(10, Token);
            }

            await gone.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => browser);
        }

        answer.SetResult();
        int status = 0;
        for (int i = 0; i < 200 && status != 200; i++)
        {
            await Task.Delay(50, Token);
            status = (await host.ExecuteAsync("entry.list", "ann")).Status;
        }

        Assert.Equal(200, status);
    }

    [Fact]
    public async Task A_person_consents_on_another_device_while_the_page_waits()
    {
        await using Upstream upstream = await Upstream.StartAsync();
        await using RunningHost host = await RunningHost.WithAsync("beacon");
        await host.ConfigureAsync("interactor/beacon", ("server", upstream.Url));
        string url = await AuthUrlAsync(host, "account=ann&redirectUrl=http://localhost/done", "beacon");

        // The guide is text.
        string page = await host.Http.GetStringAsync(url, Token);
        Assert.Contains("Turn the set on. &lt;script&gt;alert(1)&lt;/script&gt; [here](javascript:alert(1))", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);

        using HttpResponseMessage begun = await PostAsync(host, url, ("method", "tv"));
        Assert.Equal(303, (int)begun.StatusCode);
        Uri waiting = new(new Uri(url), begun.Headers.Location!);
        Assert.Equal(url, waiting.OriginalString);
        page = await host.Http.GetStringAsync(waiting, Token);
        Assert.Contains("WDJB-MJHT", page, StringComparison.Ordinal);
        Assert.Contains($"href=\"{upstream.Url}/activate\"", page, StringComparison.Ordinal);
        Assert.Contains("http-equiv=\"refresh\"", page, StringComparison.Ordinal);
        Assert.Equal(303, (int)(await PostAsync(host, url, ("method", "tv"))).StatusCode);
        Assert.Equal("Account has no tokens", (await host.ExecuteAsync("me.get", "ann", connector: "beacon")).Body.GetProperty("error").GetString());

        upstream.HasConsented = true;
        HttpResponseMessage done = await host.Http.GetAsync(waiting, Token);
        for (int i = 0; i < 400 && done.StatusCode == HttpStatusCode.OK; i++)
        {
            await Task.Delay(50, Token);
            done = await host.Http.GetAsync(waiting, Token);
        }

        Assert.Equal((303, "http://localhost/done?connector=interactor%2Fbeacon&account=ann"), ((int)done.StatusCode, done.Headers.Location!.OriginalString));
        Assert.Equal(200, (await host.ExecuteAsync("me.get", "ann", connector: "beacon")).Status);
        Assert.DoesNotContain(host.Log.Lines, static line => line.Text.Contains("canary-device", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_host_for_production_wants_its_values_and_its_redirect_urls()
    {
        await using RunningHost host = await RunningHost.StartAsync(isDevelopment: false);

        (int status, JsonElement body) = await host.SendAsync(HttpMethod.Get, "/api/v1/connector/gmail/auth-url?account=ann");
        Assert.Equal(409, status);
        Assert.StartsWith("Configuration Required", body.GetProperty("error").GetString(), StringComparison.Ordinal);
        await host.ConfigureAsync("interactor/gmail", ("client_id", "id"), ("client_secret", "secret"));
        Assert.StartsWith("https://accounts.google.com/", await AuthUrlAsync(host, "account=ann", "gmail"), StringComparison.Ordinal);
        Assert.Equal(400, (await host.SendAsync(HttpMethod.Get, "/api/v1/connector/gmail/auth-url?account=ann&redirectUrl=http://localhost/done")).Status);
    }

    private static async Task<string> AuthUrlAsync(RunningHost host, string query, string connector = "ledger")
    {
        (int status, JsonElement body) = await host.SendAsync(HttpMethod.Get, $"/api/v1/connector/{connector}/auth-url?{query}");
        Assert.True(status == 200, body.GetRawText());
        return body.GetString()!;
    }

    private static Task<HttpResponseMessage> PostAsync(RunningHost host, string url, params (string Name, string Value)[] fields) =>
        host.Http.PostAsync(url, new FormUrlEncodedContent(fields.Select(static f => KeyValuePair.Create(f.Name, f.Value))), Token);
}

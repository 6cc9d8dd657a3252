using System.Text.Json;
using Interactor.Host.People;
using Interactor.Host.Tests.Fakes;
using static Interactor.Host.Tests.Fakes.Browser;

namespace Interactor.Host.Tests.People;

/// <summary>Signing in and out, and what ends or refuses a session.</summary>
public sealed class SignInTests
{
    [Fact]
    public async Task The_cookie_is_for_this_host_only_and_no_script_sees_it()
    {
        await using RunningHost host = await BareHost.StartAsync(publicUrl: new Uri("https://host.example"));
        using Browser ann = await SetUpAsync(host);
        Is(200, await ann.SignInAsync("ANN@example.com "));
        string cookie = Assert.Single(ann.Set, static cookie => cookie.StartsWith("interactor-session=", StringComparison.Ordinal));
        foreach (string part in (string[])["httponly", "samesite=lax", "secure", "path=/"])
        {
            Assert.Contains(part, cookie, StringComparison.OrdinalIgnoreCase);
        }

        Assert.DoesNotContain("domain", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_wrong_password_and_a_person_that_is_not_are_told_alike()
    {
        await using RunningHost host = await BareHost.StartAsync();
        using Browser ann = await SetUpAsync(host);
        using Browser eve = new(host);
        string known = TextOf(Is(401, await eve.SignInAsync("ann@example.com", "wrong password")));
        Assert.Equal(known, TextOf(Is(401, await eve.SignInAsync("nobody@example.com", "wrong password"))));
        Assert.Equal(known, TextOf(Is(401, await eve.SignInAsync("no address", "wrong password"))));
        Assert.Equal(known, TextOf(Is(401, await eve.SignInAsync("ann@example.com", new string('x', 100_000)))));
    }

    [Theory]
    [InlineData("ann@example.com")]
    [InlineData("nobody@example.com")]
    public async Task After_a_few_tries_no_more_are_heard_for_a_while(string email)
    {
        ShiftedClock clock = new();
        await using RunningHost host = await BareHost.StartAsync(time: clock);
        using Browser ann = await SetUpAsync(host);
        using Browser eve = new(host);
        (int Status, JsonElement Body)[] answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => eve.SignInAsync(email, "wrong password")));
        Assert.Equal(SignInGuard.MostOfPerson, answers.Count(static answer => answer.Status == 401));
        Assert.Equal(12 - SignInGuard.MostOfPerson, answers.Count(static answer => answer.Status == 429));

        // Each failure after that doubles the wait.
        Is(429, await eve.SignInAsync(email));
        clock.Shift = SignInGuard.FirstWait + TimeSpan.FromSeconds(1);
        Is(401, await eve.SignInAsync(email, "wrong password"));
        clock.Shift += SignInGuard.FirstWait + TimeSpan.FromSeconds(1);
        Is(429, await eve.SignInAsync(email));
        clock.Shift += SignInGuard.FirstWait;
        Is(email == "ann@example.com" ? 200 : 401, await eve.SignInAsync(email));
    }

    [Fact]
    public async Task Nobody_is_locked_out_by_tries_from_elsewhere()
    {
        await using RunningHost host = await BareHost.StartAsync();
        SignInGuard guard = host.Service<SignInGuard>();
        System.Net.IPAddress eve = System.Net.IPAddress.Parse("192.0.2.1");
        for (int i = 0; i < SignInGuard.MostOfPerson; i++)
        {
            Assert.Null(await guard.BeginAsync("ann@example.com", eve, TestContext.Current.CancellationToken));
        }

        Assert.NotNull(await guard.BeginAsync("ann@example.com", eve, TestContext.Current.CancellationToken));
        Assert.Null(await guard.BeginAsync("bob@example.com", eve, TestContext.Current.CancellationToken));
        Assert.Null(await guard.BeginAsync("ann@example.com", System.Net.IPAddress.Parse("192.0.2.2"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Tries_from_one_address_count_whoever_they_are_for()
    {
        await using RunningHost host = await BareHost.StartAsync();
        SignInGuard guard = host.Service<SignInGuard>();
        System.Net.IPAddress address = System.Net.IPAddress.Parse("2001:db8::1");
        for (int i = 0; i < SignInGuard.MostOfAddress; i++)
        {
            Assert.Null(await guard.BeginAsync($"p{i}@example.com", address, TestContext.Current.CancellationToken));
        }

        Assert.NotNull(await guard.BeginAsync("other@example.com", System.Net.IPAddress.Parse("2001:db8::2"), TestContext.Current.CancellationToken));
        Assert.Null(await guard.BeginAsync("third@example.com", System.Net.IPAddress.Parse("2001:db8:1::1"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task An_address_that_asks_too_often_waits()
    {
        await using RunningHost host = await BareHost.StartAsync(signInsPerMinute: 3);
        using Browser eve = new(host);
        for (int i = 0; i < 3; i++)
        {
            Is(401, await eve.SignInAsync("nobody@example.com"));
        }

        Assert.Equal("rate_limited", Is(429, await eve.SignInAsync("nobody@example.com")).GetProperty("code").GetString());
    }

    [Fact]
    public async Task What_changes_something_needs_the_token_of_the_session()
    {
        await using RunningHost host = await BareHost.StartAsync();
        using Browser ann = await SetUpAsync(host);
        using Browser bob = await ann.InviteAsync("bob@example.com", "administrator");
        string good = ann.Token!;
        foreach (string? token in (string?[])[null, "", "CfDJ8forged", bob.Token, good + "A"])
        {
            ann.Token = token;
            Is(403, await ann.SendAsync(HttpMethod.Post, "/environments", new { name = "Forged" }));
        }

        ann.Token = good;
        string cookie = ann.Cookies["interactor-csrf"];
        ann.Cookies["interactor-csrf"] = bob.Cookies["interactor-csrf"];
        Is(403, await ann.SendAsync(HttpMethod.Post, "/environments", new { name = "Forged" }));
        ann.Cookies["interactor-csrf"] = cookie;
        Is(415, await ann.SendTextAsync(HttpMethod.Post, "/environments", """{"name":"Forged"}""", "text/plain"));
        Is(415, await ann.SendTextAsync(HttpMethod.Post, "/session", """{"email":"ann@example.com","password":"x"}""", "application/x-www-form-urlencoded"));
        Is(201, await ann.SendAsync(HttpMethod.Post, "/environments", new { name = "Good" }));
    }

    [Fact]
    public async Task A_cookie_of_another_host_or_one_that_was_changed_is_none()
    {
        await using RunningHost host = await BareHost.StartAsync();
        await using RunningHost other = await BareHost.StartAsync();
        using Browser ann = await SetUpAsync(host);
        using Browser eve = await SetUpAsync(other);
        string own = ann.Cookies["interactor-session"];
        foreach (string cookie in (string[])[eve.Cookies["interactor-session"], own[..^4] + "AAAA", "", "%00", new string('x', 3000)])
        {
            ann.Cookies["interactor-session"] = cookie;
            Is(401, await ann.SendAsync(HttpMethod.Get, "/session"));
        }

        ann.Cookies["interactor-session"] = own;
        Is(200, await ann.SendAsync(HttpMethod.Get, "/session"));
    }

    [Fact]
    public async Task A_session_ends_when_it_is_not_used()
    {
        ShiftedClock clock = new();
        await using RunningHost host = await BareHost.StartAsync(time: clock);
        using Browser ann = await SetUpAsync(host);
        clock.Shift = PersonCookie.Lifetime + TimeSpan.FromMinutes(1);
        Is(401, await ann.SendAsync(HttpMethod.Get, "/session"));
    }

    [Fact]
    public async Task Signing_out_everywhere_and_a_new_password_end_the_other_sessions()
    {
        await using RunningHost host = await BareHost.StartAsync();
        using Browser ann = await SetUpAsync(host);
        using Browser phone = new(host);
        Is(200, await phone.SignInAsync("ann@example.com"));

        Is(400, await ann.SendAsync(HttpMethod.Put, "/session/password", new { current = "not the password", @new = "another long password" }));
        Assert.Equal("/new", Is(400, await ann.SendAsync(HttpMethod.Put, "/session/password", new { current = Password, @new = "short" })).GetProperty("details")[0].GetProperty("pointer").GetString());
        ann.Token = Is(200, await ann.SendAsync(HttpMethod.Put, "/session/password", new { current = Password, @new = "another long password" })).GetProperty("csrfToken").GetString();
        Is(200, await ann.SendAsync(HttpMethod.Get, "/session"));
        Is(401, await phone.SendAsync(HttpMethod.Get, "/session"));

        Is(200, await phone.SignInAsync("ann@example.com", "another long password"));
        Is(204, await phone.SendAsync(HttpMethod.Delete, "/sessions"));
        Is(401, await ann.SendAsync(HttpMethod.Get, "/session"));
    }

    [Fact]
    public async Task Signing_out_takes_the_cookie_away()
    {
        await using RunningHost host = await BareHost.StartAsync();
        using Browser ann = await SetUpAsync(host);
        Is(204, await ann.SendAsync(HttpMethod.Delete, "/session"));
        Assert.Equal("", ann.Cookies["interactor-session"]);
        Is(401, await ann.SendAsync(HttpMethod.Get, "/session"));
    }

    [Fact]
    public async Task A_person_who_was_removed_or_lost_a_role_is_so_at_once()
    {
        await using RunningHost host = await BareHost.StartAsync();
        using Browser ann = await SetUpAsync(host);
        using Browser bob = await ann.InviteAsync("bob@example.com", "administrator");
        string id = Is(200, await bob.SendAsync(HttpMethod.Get, "/session")).GetProperty("person").GetProperty("id").GetString()!;
        Is(200, await bob.SendAsync(HttpMethod.Get, "/people"));
        Is(200, await ann.SendAsync(HttpMethod.Patch, "/people/" + id, new { role = "viewer" }));
        Is(403, await bob.SendAsync(HttpMethod.Get, "/people"));
        Is(204, await ann.SendAsync(HttpMethod.Delete, "/people/" + id));
        Is(401, await bob.SendAsync(HttpMethod.Get, "/session"));
        Is(404, await ann.SendAsync(HttpMethod.Delete, "/people/" + id));
    }

    [Fact]
    public async Task The_last_administrator_stays()
    {
        await using RunningHost host = await BareHost.StartAsync();
        using Browser ann = await SetUpAsync(host);
        using Browser bob = await ann.InviteAsync("bob@example.com", "administrator");
        string annId = Is(200, await ann.SendAsync(HttpMethod.Get, "/session")).GetProperty("person").GetProperty("id").GetString()!;
        string bobId = Is(200, await bob.SendAsync(HttpMethod.Get, "/session")).GetProperty("person").GetProperty("id").GetString()!;
        (int Status, JsonElement Body)[] answers = await Task.WhenAll(
            ann.SendAsync(HttpMethod.Patch, "/people/" + bobId, new { role = "viewer" }), bob.SendAsync(HttpMethod.Delete, "/people/" + annId));
        Assert.True(await host.Service<PersonStore>().HasAdministratorAsync(TestContext.Current.CancellationToken));
        Assert.Contains(answers, static answer => answer.Status is 200 or 204);
        Assert.Contains(answers, static answer => answer.Status is 409 or 403 or 401);
    }

    private static string TextOf(JsonElement body) => body.GetProperty("error").GetString()!;
}

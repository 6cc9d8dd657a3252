using System.Text.Json;
using Interactor.Host.Executing;
using Interactor.Host.Storage;
using Interactor.Host.Tests.Fakes;
using Interactor.Host.Workspace;
using static Interactor.Host.Tests.Fakes.Browser;

namespace Interactor.Host.Tests.Management;

/// <summary>Environments, keys and what is said of refused requests.</summary>
public sealed class EnvironmentTests
{
    [Fact]
    public async Task Environments_are_made_renamed_and_removed()
    {
        await using RunningHost host = await BareHost.StartAsync();
        using Browser ann = await SetUpAsync(host);
        JsonElement made = Is(201, await ann.SendAsync(HttpMethod.Post, "/environments", new { name = "Staging" }));
        string path = "/environments/" + made.GetProperty("id").GetString();
        Assert.Equal(("interactor", JsonValueKind.Null), (made.GetProperty("organization").GetString(), made.GetProperty("key").ValueKind));
        Is(409, await ann.SendAsync(HttpMethod.Post, "/environments", new { name = "Staging" }));
        Is(409, await ann.SendAsync(HttpMethod.Patch, path, new { name = "Production", redirectUrls = new[] { "https://app.example/done" } }));

        // What was refused changed nothing, so that the audit log lacks nothing.
        Assert.Equal(0, Is(200, await ann.SendAsync(HttpMethod.Get, path)).GetProperty("redirectUrls").GetArrayLength());
        Assert.Equal("Stage", Is(200, await ann.SendAsync(HttpMethod.Patch, path, new { name = "Stage" })).GetProperty("name").GetString());

        Is(400, await ann.SendAsync(HttpMethod.Delete, path));
        Is(400, await ann.SendAsync(HttpMethod.Delete, path + "?confirm=Staging"));
        Is(204, await ann.SendAsync(HttpMethod.Delete, path + "?confirm=Stage"));
        Is(404, await ann.SendAsync(HttpMethod.Get, path));
        Assert.Equal(3, Is(200, await ann.SendAsync(HttpMethod.Get, "/environments")).GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task What_routing_refuses_says_why_like_all_else()
    {
        await using RunningHost host = await BareHost.StartAsync();
        using Browser ann = await SetUpAsync(host);
        Assert.Contains("does not take PUT", Is(405, await ann.SendAsync(HttpMethod.Put, "/people")).GetProperty("error").GetString(), StringComparison.Ordinal);
        Assert.Equal("The body is not sent as application/json.", Is(415, await ann.SendTextAsync(HttpMethod.Post, "/invitations", "x", "text/plain")).GetProperty("error").GetString());
    }

    [Fact]
    public async Task An_organization_comes_with_its_environments()
    {
        await using RunningHost host = await BareHost.StartAsync();
        using Browser ann = await SetUpAsync(host);
        Is(201, await ann.SendAsync(HttpMethod.Post, "/organizations", new { name = "acme" }));
        Is(409, await ann.SendAsync(HttpMethod.Post, "/organizations", new { name = "acme" }));
        Is(400, await ann.SendAsync(HttpMethod.Post, "/organizations", new { name = "Acme Inc/.." }));
        Assert.Equal(6, Is(200, await ann.SendAsync(HttpMethod.Get, "/environments")).GetProperty("items").GetArrayLength());
        Assert.Equal("/organization", PointerOf(Is(400, await ann.SendAsync(HttpMethod.Post, "/environments", new { name = "X" }))));
        Is(201, await ann.SendAsync(HttpMethod.Post, "/environments", new { name = "X", organization = "acme" }));
    }

    [Fact]
    public async Task A_key_is_shown_once_and_ends_the_one_before()
    {
        await using RunningHost host = await BareHost.StartAsync();
        using Browser ann = await SetUpAsync(host);
        string path = "/environments/" + (await host.Service<EnvironmentStore>().ListAsync(TestContext.Current.CancellationToken))[0].Id;
        Is(200, await host.SendAsync(HttpMethod.Get, Manage + path));
        string key = Is(201, await ann.SendAsync(HttpMethod.Post, path + "/key")).GetProperty("key").GetString()!;
        Is(401, await host.SendAsync(HttpMethod.Get, Manage + path));
        host.Key = key;
        JsonElement shown = Is(200, await host.SendAsync(HttpMethod.Get, Manage + path));
        Assert.Contains(shown.GetProperty("key").GetProperty("id").GetString()!, key, StringComparison.Ordinal);
        Assert.DoesNotContain(key, shown.GetRawText(), StringComparison.Ordinal);
        Is(204, await ann.SendAsync(HttpMethod.Delete, path + "/key"));
        Is(404, await ann.SendAsync(HttpMethod.Delete, path + "/key"));
        Is(401, await host.SendAsync(HttpMethod.Get, Manage + path));
        Assert.DoesNotContain(host.Log.Lines, line => line.Text.Contains(key, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Redirect_urls_are_checked_each_at_its_place()
    {
        await using RunningHost host = await BareHost.StartAsync();
        using Browser ann = await SetUpAsync(host);
        string path = "/environments/" + (await host.Service<EnvironmentStore>().ListAsync(TestContext.Current.CancellationToken))[0].Id;
        JsonElement changed = Is(200, await ann.SendAsync(HttpMethod.Patch, path, new { redirectUrls = (string[])["https://app.example/done", "http://localhost:3000/done"] }));
        Assert.Equal(2, changed.GetProperty("redirectUrls").GetArrayLength());
        foreach (string? url in (string?[])["javascript:alert(1)", "/done", "https://u:p@app.example/", "https://app.example/#x", "https://*.example/", "https://app.example/a b", "ftp://app.example", "", null])
        {
            Assert.Equal("/redirectUrls/1", PointerOf(Is(400, await ann.SendAsync(HttpMethod.Patch, path, new { redirectUrls = (string?[])["https://app.example/", url] }))));
        }

        Assert.Equal(2, Is(200, await ann.SendAsync(HttpMethod.Get, path)).GetProperty("redirectUrls").GetArrayLength());
    }

    [Theory]
    [InlineData("{\"name\":\"X\",\"extra\":1}", "/extra")]
    [InlineData("{\"NAME\":\"X\"}", "/NAME")]
    [InlineData("{\"name\":1}", "/name")]
    [InlineData("{\"name\":null}", "/name")]
    [InlineData("{\"name\":\"\"}", "/name")]
    [InlineData("{\"name\":\"a\\nb\"}", "/name")]
    [InlineData("{\"name\":\"X\",\"organization\":\"'; DROP TABLE environment; --\"}", "/organization")]
    [InlineData("{}", "/name")]
    [InlineData("{\"name\":\"X\",\"name\":\"Y\"}", "")]
    [InlineData("[]", "")]
    [InlineData("null", "")]
    [InlineData("{\"name\":\"X\"", "")]
    [InlineData("", "")]
    [InlineData("\u0000", "")]
    public async Task What_is_wrong_in_a_body_is_told_with_its_place(string body, string pointer)
    {
        await using RunningHost host = await BareHost.StartAsync();
        using Browser ann = await SetUpAsync(host);
        JsonElement refused = Is(400, await ann.SendTextAsync(HttpMethod.Post, "/environments", body));
        Assert.Equal(pointer, PointerOf(refused));
        Assert.Equal("input_invalid", refused.GetProperty("code").GetString());
        Assert.DoesNotContain(host.Log.Lines, static line => line.Level >= Microsoft.Extensions.Logging.LogLevel.Error);
    }

    [Fact]
    public async Task Garbage_in_a_query_is_refused_and_nothing_else_happens()
    {
        await using RunningHost host = await BareHost.StartAsync();
        using Browser ann = await SetUpAsync(host);
        string path = "/environments/" + (await host.Service<EnvironmentStore>().ListAsync(TestContext.Current.CancellationToken))[0].Id;
        foreach (string query in (string[])["limit=0", "limit=201", "limit=x", "cursor=%00", "cursor=!!", "cursor=W10", "cursor=WyJcdTAwMDAiXQ", "from=yesterday", "failed=maybe"])
        {
            JsonElement refused = Is(400, await ann.SendAsync(HttpMethod.Get, $"{path}/executions?{query}"));
            Assert.DoesNotContain("Nullable", refused.GetRawText(), StringComparison.Ordinal);
        }

        foreach (string text in (string[])["'; DROP TABLE execution; --", "%", "_", "\\", "\" OR 1=1"])
        {
            JsonElement page = Is(200, await ann.SendAsync(HttpMethod.Get, $"{path}/accounts?text={Uri.EscapeDataString(text)}&connector={Uri.EscapeDataString(text)}"));
            Assert.Equal(0, page.GetProperty("items").GetArrayLength());
            Is(404, await ann.SendAsync(HttpMethod.Get, "/environments/" + Uri.EscapeDataString(text)));
        }

        Is(200, await ann.SendAsync(HttpMethod.Get, path + "/executions"));
    }

    [Fact]
    public async Task Executions_are_listed_by_pages_and_kept_for_their_time()
    {
        ShiftedClock clock = new();
        await using RunningHost host = await BareHost.StartAsync(time: clock);
        HostEnvironment environment = (await host.Service<EnvironmentStore>().ListAsync(TestContext.Current.CancellationToken))[0];
        string path = $"{Manage}/environments/{environment.Id}/executions";
        const int Count = Retention.MostAtOnce + 7;
        for (int i = 0; i < Count; i++)
        {
            ExecutionRecord record = new()
            {
                Id = NewId.Of(clock),
                Environment = environment.Id,
                Connector = "interactor/ledger",
                Action = i % 2 == 0 ? "entry.list" : "entry.create",
                StartedAt = clock.GetUtcNow().ToUnixTimeMilliseconds(),
                Code = i == 3 ? "timeout" : null,
                Status = i == 3 ? 500 : 200,
            };
            record.Ended(new ExecutionAttempt("GET", "ledger.example", 200, 5, null));
            await host.Service<ExecutionLog>().AddAsync(record);
        }

        await WaitAsync(async () => await host.Service<Database>().FindAsync<long>("SELECT COUNT(*) FROM execution", null, TestContext.Current.CancellationToken) == Count);
        HashSet<string> seen = [];
        string? cursor = "";
        while (cursor is not null)
        {
            JsonElement page = Is(200, await host.SendAsync(HttpMethod.Get, $"{path}?action=entry.list&limit=100&cursor={cursor}"));
            Assert.All(page.GetProperty("items").EnumerateArray(), item => Assert.True(seen.Add(item.GetProperty("id").GetString()!)));
            cursor = page.GetProperty("next").GetString();
        }

        Assert.Equal((Count + 1) / 2, seen.Count);
        JsonElement failed = Assert.Single(Is(200, await host.SendAsync(HttpMethod.Get, path + "?failed=true")).GetProperty("items").EnumerateArray());
        JsonElement one = Is(200, await host.SendAsync(HttpMethod.Get, $"{path}/{failed.GetProperty("id").GetString()}"));
        Assert.Equal("ledger.example", one.GetProperty("attempts")[0].GetProperty("host").GetString());
        Is(404, await host.SendAsync(HttpMethod.Get, path + "/none"));

        Assert.Equal(0, await host.Service<Retention>().SweepAsync(TestContext.Current.CancellationToken));
        clock.Shift = TimeSpan.FromDays(31);
        Assert.Equal(Count, await host.Service<Retention>().SweepAsync(TestContext.Current.CancellationToken));
        Assert.Equal(0, Is(200, await host.SendAsync(HttpMethod.Get, path)).GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task The_audit_log_says_who_did_what_and_no_secret()
    {
        await using RunningHost host = await BareHost.StartAsync();
        using Browser ann = await SetUpAsync(host);
        using Browser eve = new(host);
        Is(401, await eve.SignInAsync("ann@example.com", "canary wrong password"));
        string path = "/environments/" + (await host.Service<EnvironmentStore>().ListAsync(TestContext.Current.CancellationToken))[0].Id;
        string key = Is(201, await ann.SendAsync(HttpMethod.Post, path + "/key")).GetProperty("key").GetString()!;

        JsonElement all = Is(200, await ann.SendAsync(HttpMethod.Get, "/audit"));
        Assert.Equal(
            ["environment.key_created", "session.refused", "session.created", "person.created"],
            all.GetProperty("items").EnumerateArray().Select(static entry => entry.GetProperty("action").GetString()));
        JsonElement made = Assert.Single(Is(200, await ann.SendAsync(HttpMethod.Get, "/audit?action=environment.key_created")).GetProperty("items").EnumerateArray());
        Assert.Equal(("person", "ann@example.com", "interactor/Development"), (made.GetProperty("actorKind").GetString(), made.GetProperty("actorName").GetString(), made.GetProperty("subject").GetString()));
        Assert.NotEqual("", made.GetProperty("address").GetString());
        Assert.Equal(1, Is(200, await ann.SendAsync(HttpMethod.Get, "/audit?actor=nobody&limit=1")).GetProperty("items").GetArrayLength() + 1);
        string next = Is(200, await ann.SendAsync(HttpMethod.Get, "/audit?limit=3")).GetProperty("next").GetString()!;
        Assert.Equal("person.created", Assert.Single(Is(200, await ann.SendAsync(HttpMethod.Get, "/audit?limit=3&cursor=" + next)).GetProperty("items").EnumerateArray()).GetProperty("action").GetString());
        foreach (string secret in (string[])[key, "canary", ann.Cookies["interactor-session"], ann.Token!])
        {
            Assert.DoesNotContain(secret, all.GetRawText(), StringComparison.Ordinal);
        }
    }

    private static string PointerOf(JsonElement refused) => refused.GetProperty("details")[0].GetProperty("pointer").GetString()!;

    private static async Task WaitAsync(Func<Task<bool>> isSo)
    {
        while (!await isSo())
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }
}

using System.Text.Json;
using Interactor.Host.Tests.Fakes;
using Interactor.Host.Workspace;
using static Interactor.Host.Tests.Fakes.Browser;

namespace Interactor.Host.Tests.Management;

/// <summary>Connectors, what an environment configures them with, and their accounts.</summary>
public sealed class ConnectorTests
{
    [Fact]
    public async Task Connectors_are_listed_filtered_sorted_and_paged()
    {
        await using RunningHost host = await RunningHost.StartAsync(isDevelopment: false);
        Assert.Equal(["interactor/gmail", "interactor/ledger"], await AddressesAsync(host, ""));
        Assert.Equal(["interactor/ledger", "interactor/gmail"], await AddressesAsync(host, "?sort=-name"));
        Assert.Equal(["interactor/gmail"], await AddressesAsync(host, "?category=email&visibility=public&owner=interactor"));
        Assert.Equal(["interactor/ledger"], await AddressesAsync(host, "?visibility=private"));
        Assert.Equal(["interactor/ledger"], await AddressesAsync(host, "?text=LEDG"));
        Assert.Empty(await AddressesAsync(host, "?owner=nobody"));
        Assert.Equal(["interactor/gmail", "interactor/ledger"], await AddressesAsync(host, "?configured=false"));
        await host.ConfigureAsync("interactor/ledger", ("server", "https://ledger.example"), ("client_id", "a"), ("client_secret", "canary-b"));
        Assert.Equal(["interactor/ledger"], await AddressesAsync(host, "?configured=true"));
        Is(400, await host.SendAsync(HttpMethod.Get, Manage + "/connectors?sort=size"));

        JsonElement first = Is(200, await host.SendAsync(HttpMethod.Get, Manage + "/connectors?limit=1"));
        Assert.Equal(["interactor/ledger"], await AddressesAsync(host, "?limit=1&cursor=" + first.GetProperty("next").GetString()));
    }

    [Fact]
    public async Task One_connector_shows_all_that_a_caller_needs()
    {
        await using RunningHost host = await RunningHost.StartAsync();
        JsonElement gmail = Is(200, await host.SendAsync(HttpMethod.Get, Manage + "/connectors/interactor/gmail"));
        Assert.StartsWith("#", gmail.GetProperty("guide").GetString(), StringComparison.Ordinal);
        Assert.Equal("sandbox", gmail.GetProperty("configuration").GetProperty("state").GetString());
        JsonElement secret = gmail.GetProperty("variables").EnumerateArray().First(static variable => variable.GetProperty("secret").GetBoolean());
        Assert.Equal("app", secret.GetProperty("scope").GetString());
        JsonElement create = gmail.GetProperty("actions").EnumerateArray().First(static action => action.GetProperty("id").GetString() == "email.draft.create");
        Assert.Equal("write", create.GetProperty("effect").GetString());
        Is(404, await host.SendAsync(HttpMethod.Get, Manage + "/connectors/interactor/gmail?version=9.9.9"));
        Is(404, await host.SendAsync(HttpMethod.Get, Manage + "/connectors/interactor/none"));

        foreach (JsonElement action in gmail.GetProperty("actions").EnumerateArray())
        {
            JsonElement one = Is(200, await host.SendAsync(HttpMethod.Get, $"{Manage}/connectors/interactor/gmail/actions/{action.GetProperty("id").GetString()}"));
            Assert.Equal(JsonValueKind.Object, one.GetProperty("input").ValueKind);

            // Every reference leads to a place in the answer.
            foreach (JsonElement schema in (JsonElement[])[one.GetProperty("input"), one.GetProperty("output")])
            {
                Assert.All(ReferencesOf(schema), reference => Assert.True(schema.GetProperty("$defs").TryGetProperty(reference["#/$defs/".Length..], out _), reference));
            }
        }

        Is(404, await host.SendAsync(HttpMethod.Get, Manage + "/connectors/interactor/gmail/actions/none"));
    }

    [Fact]
    public async Task Values_are_set_and_never_shown()
    {
        await using Upstream upstream = await Upstream.StartAsync();
        await using RunningHost host = await RunningHost.StartAsync();
        using Browser ann = await SetUpAsync(host);
        string environment = (await host.Service<EnvironmentStore>().ListAsync(TestContext.Current.CancellationToken))[0].Id;
        string path = $"/environments/{environment}/connectors/interactor/ledger/configuration";
        Assert.Equal("sandbox", Is(200, await ann.SendAsync(HttpMethod.Get, path)).GetProperty("state").GetString());
        JsonElement part = Is(200, await ann.SendAsync(HttpMethod.Patch, path, new { values = new { server = upstream.Url, client_secret = Upstream.ClientSecret } }));
        Assert.Equal(("configuration_required", "client_id"), (part.GetProperty("state").GetString(), part.GetProperty("missing")[0].GetString()));
        JsonElement whole = Is(200, await host.SendAsync(HttpMethod.Patch, Manage + path, $$$"""{"values":{"client_id":"{{{Upstream.ClientId}}}"}}"""));
        Assert.Equal("configured", whole.GetProperty("state").GetString());
        Assert.DoesNotContain(Upstream.ClientSecret, whole.GetRawText(), StringComparison.Ordinal);
        await host.ConnectAsync("ann");
        Is(200, await host.ExecuteAsync("entry.list", "ann"));

        Assert.Equal("/values/other~1one", Is(400, await ann.SendAsync(HttpMethod.Patch, path, """{"values":{"other/one":"x"}}""")).GetProperty("details")[0].GetProperty("pointer").GetString());
        Is(400, await ann.SendAsync(HttpMethod.Patch, path, """{"values":{"server":""}}"""));
        Is(400, await ann.SendAsync(HttpMethod.Patch, path, """{"values":{"server":1}}"""));
        Assert.Equal("configuration_required", Is(200, await ann.SendAsync(HttpMethod.Patch, path, """{"values":{"client_id":null}}""")).GetProperty("state").GetString());
        Assert.Equal("sandbox", Is(200, await ann.SendAsync(HttpMethod.Patch, path, """{"live":false}""")).GetProperty("state").GetString());

        string audit = Is(200, await ann.SendAsync(HttpMethod.Get, "/audit?action=connector.configured")).GetRawText();
        Assert.Contains("client_secret", audit, StringComparison.Ordinal);
        Assert.Contains("\"key\"", audit, StringComparison.Ordinal);
        Assert.DoesNotContain(Upstream.ClientSecret, audit, StringComparison.Ordinal);
        Assert.DoesNotContain(host.Log.Lines, static line => line.Text.Contains(Upstream.ClientSecret, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Accounts_are_listed_and_disconnected()
    {
        await using Upstream upstream = await Upstream.StartAsync();
        await using RunningHost host = await RunningHost.StartAsync();
        await host.UseAsync(upstream);
        foreach (string account in (string[])["ann", "bob", "carl"])
        {
            await host.ConnectAsync(account);
        }

        using Browser browser = await SetUpAsync(host);
        string path = $"/environments/{(await host.Service<EnvironmentStore>().ListAsync(TestContext.Current.CancellationToken))[0].Id}/accounts";
        JsonElement first = Is(200, await browser.SendAsync(HttpMethod.Get, path + "?limit=2&status=active&connector=interactor/ledger"));
        Assert.Equal(["ann", "bob"], NamesOf(first));
        Assert.Equal("Ann", first.GetProperty("items")[0].GetProperty("identityLabel").GetString());
        Assert.Equal(["carl"], NamesOf(Is(200, await browser.SendAsync(HttpMethod.Get, $"{path}?limit=2&cursor={first.GetProperty("next").GetString()}"))));
        Assert.Equal(["bob"], NamesOf(Is(200, await browser.SendAsync(HttpMethod.Get, path + "?text=BO"))));
        Assert.Empty(NamesOf(Is(200, await browser.SendAsync(HttpMethod.Get, path + "?status=needs_reauthorization"))));
        Is(400, await browser.SendAsync(HttpMethod.Get, path + "?status=gone"));
        Assert.DoesNotContain("canary", first.GetRawText(), StringComparison.Ordinal);

        Assert.True(Is(200, await browser.SendAsync(HttpMethod.Delete, path + "/interactor/ledger?account=bob")).GetProperty("revoked").GetBoolean());
        Assert.Equal(1, upstream.Revocations);
        Is(404, await browser.SendAsync(HttpMethod.Delete, path + "/interactor/ledger?account=bob"));
        Is(404, await browser.SendAsync(HttpMethod.Delete, path + "/interactor/none?account=ann"));
        Is(400, await browser.SendAsync(HttpMethod.Delete, path + "/interactor/ledger"));

        await upstream.DisposeAsync();
        Is(200, await browser.SendAsync(HttpMethod.Delete, path + "/interactor/ledger?account=carl"));
        Assert.Equal(["ann"], NamesOf(Is(200, await browser.SendAsync(HttpMethod.Get, path))));
    }

    private static async Task<IEnumerable<string?>> AddressesAsync(RunningHost host, string query) =>
        Is(200, await host.SendAsync(HttpMethod.Get, Manage + "/connectors" + query)).GetProperty("items").EnumerateArray()
            .Select(static item => $"{item.GetProperty("owner").GetString()}/{item.GetProperty("id").GetString()}");

    private static IEnumerable<string?> NamesOf(JsonElement page) => page.GetProperty("items").EnumerateArray().Select(static item => item.GetProperty("account").GetString());

    private static IEnumerable<string> ReferencesOf(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(static member => member is { Name: "$ref", Value.ValueKind: JsonValueKind.String } ? [member.Value.GetString()!] : ReferencesOf(member.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(ReferencesOf),
        _ => [],
    };
}

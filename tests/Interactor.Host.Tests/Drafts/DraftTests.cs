using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Interactor.Host.Api;
using Interactor.Host.Connectors;
using Interactor.Host.Drafts;
using Interactor.Host.Tests.Fakes;
using Interactor.Host.Workspace;

namespace Interactor.Host.Tests.Drafts;

/// <summary>Writing, trying, publishing and rolling back connectors over the API.</summary>
public sealed class DraftTests
{
    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_draft_is_written_tried_published_and_rolled_back()
    {
        await using RunningHost host = await RunningHost.StartAsync();
        using Browser ann = await Browser.SetUpAsync(host);

        (int status, JsonElement body) = await WriteAsync(host, 0, Definition("1.0.0", "weather.get", "1.0.0", "celsius"));
        Assert.Equal((200, 1), (status, body.GetProperty("revision").GetInt32()));
        Assert.DoesNotContain(body.GetProperty("findings").EnumerateArray(), static f => f.GetProperty("severity").GetString() == "error");
        Assert.Contains("celsius", (await ExecuteDraftAsync(host)).Body.GetRawText(), StringComparison.Ordinal);
        Assert.Equal(404, (await host.ExecuteAsync("weather.get", null, connector: "sky")).Status);

        Assert.Equal(200, (await PublishAsync(ann)).Status);
        Assert.Contains("celsius", (await host.ExecuteAsync("weather.get", null, connector: "sky")).Body.GetRawText(), StringComparison.Ordinal);

        await WriteAsync(host, 1, Definition("2.0.0", "weather.get", "2.0.0", "kelvin"));
        Assert.Contains("kelvin", (await ExecuteDraftAsync(host)).Body.GetRawText(), StringComparison.Ordinal);
        Assert.Contains("celsius", (await host.ExecuteAsync("weather.get", null, connector: "sky")).Body.GetRawText(), StringComparison.Ordinal);
        Assert.Equal(200, (await PublishAsync(ann)).Status);
        Assert.Contains("kelvin", (await host.ExecuteAsync("weather.get", null, connector: "sky")).Body.GetRawText(), StringComparison.Ordinal);
        Assert.Contains("celsius", (await host.ExecuteAsync("weather.get", null, connector: "sky", query: "version=1")).Body.GetRawText(), StringComparison.Ordinal);

        Assert.Equal(200, (await ann.SendAsync(HttpMethod.Put, "/versions/interactor/sky/current", """{"version":"1.0.0"}""")).Status);
        Assert.Contains("celsius", (await host.ExecuteAsync("weather.get", null, connector: "sky")).Body.GetRawText(), StringComparison.Ordinal);
        Assert.Contains("kelvin", (await host.ExecuteAsync("weather.get", null, connector: "sky", query: "version=2")).Body.GetRawText(), StringComparison.Ordinal);
        JsonElement versions = (await host.SendAsync(HttpMethod.Get, "/api/v1/manage/versions/interactor/sky")).Body;
        Assert.Equal(["2.0.0:False", "1.0.0:True"], versions.EnumerateArray().Select(static v => $"{v.GetProperty("version")}:{v.GetProperty("isCurrent").GetBoolean()}"));
    }

    [Fact]
    public async Task What_was_published_is_there_after_a_restart()
    {
        DirectoryInfo directory = Directory.CreateTempSubdirectory("interactor-host-");
        string key;
        await using (RunningHost host = await RunningHost.StartAsync(directory.FullName))
        {
            using Browser ann = await Browser.SetUpAsync(host);
            key = host.Key;
            await WriteAsync(host, 0, Definition("1.0.0", "weather.get", "1.0.0", "celsius"));
            Assert.Equal(200, (await PublishAsync(ann)).Status);
            await WriteAsync(host, 1, Definition("1.1.0", "weather.get", "1.0.0", "celsius"));
            Assert.Equal(200, (await PublishAsync(ann)).Status);
            await ann.SendAsync(HttpMethod.Put, "/versions/interactor/sky/current", """{"version":"1.0.0"}""");
        }

        await using (RunningHost again = await RunningHost.StartAsync(directory.FullName))
        {
            again.Key = key;
            Assert.Equal(200, (await again.ExecuteAsync("weather.get", null, connector: "sky")).Status);
            JsonElement versions = (await again.SendAsync(HttpMethod.Get, "/api/v1/manage/versions/interactor/sky")).Body;
            Assert.Equal("1.0.0", versions.EnumerateArray().Single(static v => v.GetProperty("isCurrent").GetBoolean()).GetProperty("version").GetString());
        }

        directory.Delete(recursive: true);
    }

    [Theory]
    [InlineData("1.0.0", "weather.get", "1.0.0", "already")]
    [InlineData("0.9.0", "weather.get", "1.0.0", "is there already")]
    [InlineData("1.1.0", "weather.ask", "1.0.0", "is gone")]
    [InlineData("1.1.0", "weather.get", "2.0.0", "is gone")]
    public async Task What_callers_use_does_not_go_away(string version, string action, string actionVersion, string reason)
    {
        await using RunningHost host = await RunningHost.StartAsync();
        using Browser ann = await Browser.SetUpAsync(host);
        await WriteAsync(host, 0, Definition("1.0.0", "weather.get", "1.0.0", "celsius"));
        Assert.Equal(200, (await PublishAsync(ann)).Status);

        await WriteAsync(host, 1, Definition(version, action, actionVersion, "celsius"));
        (int status, JsonElement body) = await PublishAsync(ann);

        Assert.Equal(409, status);
        Assert.Contains(reason, body.GetProperty("error").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_callers_use_does_not_go_away_while_an_older_version_is_current()
    {
        await using RunningHost host = await RunningHost.WithAsync();
        using Browser ann = await Browser.SetUpAsync(host);
        foreach ((int revision, string version) in ((int, string)[])[(0, "1.0.0"), (1, "2.0.0")])
        {
            await WriteAsync(host, revision, Definition(version, "weather.get", "1.0.0", "celsius"));
            Assert.Equal(200, (await PublishAsync(ann)).Status);
        }

        await WriteAsync(host, 2, Definition("2.1.0", "weather.ask", "1.0.0", "celsius"));
        Assert.Equal(200, (await ann.SendAsync(HttpMethod.Put, "/versions/interactor/sky/current", """{"version":"1.0.0"}""")).Status);
        (int status, JsonElement body) = await PublishAsync(ann);
        Assert.True(status == 409 && body.GetProperty("error").GetString()!.Contains("of version 2.0.0 is gone", StringComparison.Ordinal), body.GetRawText());
    }

    [Fact]
    public async Task Errors_have_their_places_and_stop_publishing_and_trying()
    {
        await using RunningHost host = await RunningHost.StartAsync();
        using Browser ann = await Browser.SetUpAsync(host);

        (_, JsonElement written) = await WriteAsync(host, 0, "interactor: 1\nid: sky\nowner: interactor\nversion: 1.0.0\nname: Sky\nservers: { api: https://sky.example }\nactionz: {}\n");
        JsonElement finding = written.GetProperty("findings").EnumerateArray().First(static f => f.GetProperty("severity").GetString() == "error");
        Assert.Equal(("connector.yaml", 7, 1), (finding.GetProperty("file").GetString(), finding.GetProperty("line").GetInt32(), finding.GetProperty("column").GetInt32()));
        Assert.Contains("actions", finding.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Equal(422, (await PublishAsync(ann)).Status);
        Assert.Equal(422, (await ExecuteDraftAsync(host)).Status);
    }

    [Fact]
    public async Task Nobody_writes_over_what_another_one_wrote()
    {
        await using RunningHost host = await RunningHost.StartAsync();
        await WriteAsync(host, 0, Definition("1.0.0", "weather.get", "1.0.0", "celsius"));

        Assert.Equal(409, (await WriteAsync(host, 0, "id: other\n")).Status);
        Assert.Equal(409, (await WriteAsync(host, 7, "id: other\n")).Status);
        (int Status, JsonElement Body)[] both = await Task.WhenAll(WriteAsync(host, 1, "id: a\n"), WriteAsync(host, 1, "id: b\n"));
        Assert.Equal([200, 409], both.Select(static answer => answer.Status).Order());
        Assert.Equal(2, (await host.SendAsync(HttpMethod.Get, "/api/v1/manage/drafts/interactor/sky")).Body.GetProperty("revision").GetInt32());
    }

    [Theory]
    [InlineData("../x.yaml")]
    [InlineData("/x.yaml")]
    [InlineData("a//x.yaml")]
    [InlineData("a\\\\x.yaml")]
    [InlineData(".hidden")]
    [InlineData("con\\u0000.yaml")]
    [InlineData("")]
    public async Task Paths_stay_in_their_folder(string path)
    {
        await using RunningHost host = await RunningHost.StartAsync();

        Assert.Equal(400, (await host.SendAsync(HttpMethod.Patch, "/api/v1/manage/drafts/interactor/sky", "{\"revision\":0,\"files\":{\"" + path + "\":\"x\"}}")).Status);
        Assert.Equal(404, (await host.SendAsync(HttpMethod.Get, "/api/v1/manage/drafts/interactor/sky")).Status);
    }

    [Fact]
    public async Task An_archive_comes_back_as_it_went_in_and_hostile_ones_are_refused()
    {
        await using RunningHost host = await RunningHost.StartAsync();
        await WriteAsync(host, 0, Definition("1.0.0", "weather.get", "1.0.0", "celsius"));
        using HttpRequestMessage export = new(HttpMethod.Get, "/api/v1/manage/drafts/interactor/sky/archive") { Headers = { { "x-api-key", host.Key } } };
        byte[] archive = await (await host.Http.SendAsync(export, Token)).Content.ReadAsByteArrayAsync(Token);

        Assert.Equal(200, await PutAsync(host, "sky", archive));
        Assert.Equal(200, await PutAsync(host, "copy", Zip(("copy/connector.yaml", "id: copy"), ("copy/actions/a.yaml", "id: a"))));
        Assert.Equal(["actions/a.yaml", "connector.yaml"], (await host.SendAsync(HttpMethod.Get, "/api/v1/manage/drafts/interactor/copy")).Body.GetProperty("files").EnumerateObject().Select(static f => f.Name).Order(StringComparer.Ordinal));
        Assert.Equal(400, await PutAsync(host, "evil", Zip(("../connector.yaml", "id: evil"))));
        Assert.Equal(400, await PutAsync(host, "evil", Zip(("connector.yaml", "id: evil"), ("connector.yaml", "id: twice"))));
        Assert.Equal(400, await PutAsync(host, "evil", Zip(("connector.yaml", new string('x', 20_000_000)))));
        Assert.Equal(400, await PutAsync(host, "evil", [1, 2, 3]));
        Assert.Equal(400, await PutAsync(host, "evil", Zip(("connector.yaml", "id: evil"), ("guide.md", "a\0b"))));
        Assert.Equal(404, (await host.SendAsync(HttpMethod.Get, "/api/v1/manage/drafts/interactor/evil")).Status);
    }

    [Fact]
    public async Task An_archive_that_names_its_revision_writes_over_no_other()
    {
        await using RunningHost host = await RunningHost.StartAsync();
        byte[] archive = Zip(("sky/connector.yaml", Definition("1.0.0", "weather.get", "1.0.0", "celsius")));

        Assert.Equal(409, await PutAsync(host, "sky", archive, "?revision=1"));
        Assert.Equal(200, await PutAsync(host, "sky", archive, "?revision=0"));
        Assert.Equal(409, await PutAsync(host, "sky", archive, "?revision=0"));
        Assert.Equal(200, await PutAsync(host, "sky", archive, "?revision=1"));
        foreach (string wrong in (string[])["?revision=1", "?revision=3"])
        {
            Assert.Equal(409, await PutAsync(host, "sky", archive, wrong));
        }

        foreach (string none in (string[])["?revision=", "?revision=-2", "?revision=two", "?revision=2&revision=2"])
        {
            Assert.Equal(400, await PutAsync(host, "sky", archive, none));
        }

        Assert.Equal(2, (await host.SendAsync(HttpMethod.Get, "/api/v1/manage/drafts/interactor/sky")).Body.GetProperty("revision").GetInt64());
        Assert.Equal(200, await PutAsync(host, "sky", archive));
    }

    [Fact]
    public async Task A_draft_cannot_take_on_the_address_of_another_connector()
    {
        await using RunningHost host = await RunningHost.StartAsync();
        using Browser ann = await Browser.SetUpAsync(host);
        await WriteAsync(host, 0, Definition("9.0.0", "weather.get", "1.0.0", "celsius").Replace("id: sky", "id: ledger", StringComparison.Ordinal));

        Assert.Equal(409, (await ExecuteDraftAsync(host)).Status);
        Assert.Equal(409, (await PublishAsync(ann)).Status);
    }

    [Fact]
    public async Task A_key_publishes_nothing()
    {
        await using RunningHost host = await RunningHost.StartAsync();
        await WriteAsync(host, 0, Definition("1.0.0", "weather.get", "1.0.0", "celsius"));

        Assert.Equal(403, (await host.SendAsync(HttpMethod.Post, "/api/v1/manage/drafts/interactor/sky/publish")).Status);
        Assert.Equal(403, (await host.SendAsync(HttpMethod.Put, "/api/v1/manage/versions/interactor/sky/current", """{"version":"1.0.0"}""")).Status);
    }

    [Fact]
    public async Task A_draft_that_was_removed_and_made_again_is_the_new_one()
    {
        await using RunningHost host = await RunningHost.StartAsync();
        await WriteAsync(host, 0, Definition("1.0.0", "weather.get", "1.0.0", "celsius"));
        Assert.Contains("celsius", (await ExecuteDraftAsync(host)).Body.GetRawText(), StringComparison.Ordinal);
        Assert.Equal(204, (await host.SendAsync(HttpMethod.Delete, "/api/v1/manage/drafts/interactor/sky")).Status);
        await WriteAsync(host, 0, Definition("1.0.0", "weather.get", "1.0.0", "kelvin"));
        Assert.Contains("kelvin", (await ExecuteDraftAsync(host)).Body.GetRawText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Scripts_in_CSharp_are_refused_unless_the_operator_allows_them(bool isAllowed)
    {
        await using RunningHost host = await RunningHost.StartAsync(configure: settings => new HostSettings
        {
            DataDirectory = settings.DataDirectory,
            DefinitionFolders = settings.DefinitionFolders,
            IsDevelopment = true,
            AllowCSharpScripts = isAllowed,
        });
        using Browser ann = await Browser.SetUpAsync(host);
        string definition = Definition("1.0.0", "weather.get", "1.0.0", "celsius")
            + "\nscripts: { warm: { file: scripts/warm.cs, output: { type: number } } }\n";
        const string Script = """
            namespace Interactor.Connectors.Sky;

            internal static partial class SkyScripts
            {
                public static partial ValueTask<double> WarmAsync(Interactor.Runtime.ScriptContext context, CancellationToken cancellationToken) => ValueTask.FromResult(1.5);
            }
            """;
        string change = JsonSerializer.Serialize(new { revision = 0, files = new Dictionary<string, string> { ["connector.yaml"] = definition, ["scripts/warm.cs"] = Script } });
        (_, JsonElement written) = await host.SendAsync(HttpMethod.Patch, "/api/v1/manage/drafts/interactor/sky", change);

        Assert.Equal(!isAllowed, written.GetProperty("findings").EnumerateArray().Any(static finding => finding.GetProperty("id").GetString() == "INTC1607"));
        (int status, JsonElement body) = await PublishAsync(ann);
        Assert.True(status == (isAllowed ? 200 : 422), body.GetRawText());
    }

    [Fact]
    public async Task A_hundred_edits_leave_no_code_behind()
    {
        await using RunningHost host = await RunningHost.WithAsync();
        List<WeakReference> contexts = [];
        for (int i = 0; i < 100; i++)
        {
            contexts.Add(await EditAsync(host, i));
        }

        // The last revision is held, and one more may still be on somebody's stack.
        for (int i = 0; i < 100 && contexts.Count(static context => context.IsAlive) > 1; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            await Task.Delay(50, Token);
        }

        Assert.InRange(contexts.Count(static context => context.IsAlive), 0, 2);
        Assert.Equal(1, host.Service<Sandboxes>().Count);
    }

    [Fact]
    public async Task Only_so_many_drafts_are_held_and_a_removed_one_is_not()
    {
        await using RunningHost host = await RunningHost.WithAsync();
        string definition = Definition("1.0.0", "weather.get", "1.0.0", "celsius");
        for (int i = 0; i < DraftConnectors.MostHeld + 2; i++)
        {
            string files = JsonSerializer.Serialize(new { revision = 0, files = new Dictionary<string, string> { ["connector.yaml"] = definition.Replace("id: sky", $"id: sky{i}", StringComparison.Ordinal) } });
            Assert.Equal(200, (await host.SendAsync(HttpMethod.Patch, $"/api/v1/manage/drafts/interactor/sky{i}", files)).Status);
            Assert.Equal(200, (await host.SendAsync(HttpMethod.Post, $"/api/v1/manage/drafts/interactor/sky{i}/action/weather.get/execute")).Status);
        }

        Assert.Equal(DraftConnectors.MostHeld, host.Service<Sandboxes>().Count);
        Assert.Equal(204, (await host.SendAsync(HttpMethod.Delete, $"/api/v1/manage/drafts/interactor/sky{DraftConnectors.MostHeld}")).Status);
        Assert.Equal(DraftConnectors.MostHeld - 1, host.Service<Sandboxes>().Count);
        Assert.Equal(200, (await host.SendAsync(HttpMethod.Post, "/api/v1/manage/drafts/interactor/sky0/action/weather.get/execute")).Status);
    }

    [Fact]
    public async Task A_definition_that_is_too_large_is_not_compiled()
    {
        await using RunningHost host = await RunningHost.StartAsync(configure: static settings => new HostSettings { DataDirectory = settings.DataDirectory, IsDevelopment = true, MaxDefinitionCharacters = 1000 });

        (int status, JsonElement body) = await WriteAsync(host, 0, new string('#', 1001));
        Assert.Equal((400, "The files of a definition have 1000 characters together at most."), (status, body.GetProperty("error").GetString()));
        Assert.Equal(200, (await WriteAsync(host, 0, new string('#', 1000))).Status);
    }

    [Fact]
    public async Task Of_two_that_publish_at_once_the_second_one_is_checked_against_the_first()
    {
        await using RunningHost host = await RunningHost.StartAsync();
        using Browser ann = await Browser.SetUpAsync(host);
        Publisher publisher = host.Service<Publisher>();
        Draft older = DraftOf(1, Definition("1.0.0", "weather.get", "1.0.0", "celsius"));
        Draft newer = DraftOf(2, Definition("1.1.0", "weather.ask", "1.0.0", "celsius"));

        (string? Version, Refusal? Refusal)[] both = await Task.WhenAll(publisher.PublishAsync(older, Token), publisher.PublishAsync(newer, Token));

        // Whichever came first: the other one is older, or lacks its action.
        Assert.Single(both, static result => result.Refusal is null);
        Assert.Equal(409, both.Single(static result => result.Refusal is not null).Refusal!.Status);
    }

    [Fact]
    public async Task A_version_is_compiled_when_it_is_asked_for()
    {
        DirectoryInfo directory = Directory.CreateTempSubdirectory("interactor-host-");
        string key;
        await using (RunningHost host = await RunningHost.StartAsync(directory.FullName))
        {
            using Browser ann = await Browser.SetUpAsync(host);
            key = host.Key;
            foreach ((int revision, string version, string actionVersion, string member) in ((int, string, string, string)[])[(0, "1.0.0", "1.0.0", "celsius"), (1, "2.0.0", "2.0.0", "kelvin"), (2, "3.0.0", "3.0.0", "rankine")])
            {
                await WriteAsync(host, revision, Definition(version, "weather.get", actionVersion, member));
                Assert.Equal(200, (await PublishAsync(ann)).Status);
            }
        }

        await using (RunningHost again = await RunningHost.StartAsync(directory.FullName))
        {
            again.Key = key;
            ConnectorCatalogue catalogue = again.Service<ConnectorCatalogue>();
            Assert.Contains("rankine", (await again.ExecuteAsync("weather.get", null, connector: "sky")).Body.GetRawText(), StringComparison.Ordinal);
            Assert.Equal(["3.0.0"], catalogue.VersionsOf("interactor", "sky").Select(static held => held.Descriptor.Version));
            Assert.Contains("celsius", (await again.ExecuteAsync("weather.get", null, connector: "sky", query: "version=1")).Body.GetRawText(), StringComparison.Ordinal);
            Assert.Equal(404, (await again.ExecuteAsync("weather.get", null, connector: "sky", query: "version=4")).Status);
            Assert.Equal("2.0.0", (await again.SendAsync(HttpMethod.Get, "/api/v1/manage/connectors/interactor/sky?version=2.0.0")).Body.GetProperty("version").GetString());
            int ready = 0;
            for (int i = 0; i < 200 && ready != 200; i++)
            {
                await Task.Delay(50, Token);
                ready = (int)(await again.Http.GetAsync("/health/ready", Token)).StatusCode;
            }

            Assert.Equal(200, ready);
        }

        directory.Delete(recursive: true);
    }

    [Fact]
    public async Task A_draft_gets_nothing_of_an_environment_unless_an_administrator_says_so()
    {
        await using Upstream upstream = await Upstream.StartAsync();
        await using RunningHost host = await RunningHost.StartAsync();
        await host.UseAsync(upstream);
        await host.ConnectAsync("ann");
        using Browser ann = await Browser.SetUpAsync(host);
        using Browser bob = await ann.InviteAsync("bob@example.com", "developer");
        string environment = (await host.Service<EnvironmentStore>().FindByKeyAsync(ApiKey.Parse(host.Key)!, Token))!.Id;
        string served = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Fixtures", "ledger", "connector.yaml"), Token);
        await WriteLedgerAsync(host, 0, served.Replace("${variables.server}", "https://ledger.example", StringComparison.Ordinal));
        const string Trial = "/api/v1/manage/drafts/interactor/ledger/action/entry.create/execute?account=ann";

        // The sandbox plays the provider and consents for any account.
        Assert.Equal(200, (await host.SendAsync(HttpMethod.Post, Trial, """{"amount":1}""")).Status);
        Assert.Equal(200, (await host.SendAsync(HttpMethod.Post, Trial.Replace("ann", "nobody", StringComparison.Ordinal), """{"amount":1}""")).Status);
        Assert.Empty(upstream.Created);

        await WriteLedgerAsync(host, 1, served);
        string live = $"/drafts/interactor/ledger/action/entry.create/execute?account=ann&live=true&environment={environment}";
        Assert.Equal(403, (await host.SendAsync(HttpMethod.Post, Trial + "&live=true", """{"amount":1}""")).Status);
        Assert.Equal(403, (await bob.SendAsync(HttpMethod.Post, live, """{"amount":1}""")).Status);
        Assert.Equal(200, (await ann.SendAsync(HttpMethod.Post, live, """{"amount":1}""")).Status);
        Assert.Single(upstream.Created);

        await WriteLedgerAsync(host, 2, served.Replace("egress: [", "egress: [evil.example, ", StringComparison.Ordinal));
        (int status, JsonElement body) = await ann.SendAsync(HttpMethod.Post, live, """{"amount":1}""");
        Assert.Equal(409, status);
        Assert.Contains("evil.example", body.GetProperty("error").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_is_made_for_an_organization_that_there_is()
    {
        await using RunningHost host = await RunningHost.WithAsync();
        using Browser ann = await Browser.SetUpAsync(host);

        (int status, JsonElement body) = await ann.SendAsync(HttpMethod.Patch, "/drafts/nobody/sky", """{"revision":0,"files":{"connector.yaml":"id: sky"}}""");
        Assert.Equal((404, "There is no organization 'nobody'."), (status, body.GetProperty("error").GetString()));
    }

    [Fact]
    public async Task A_draft_of_what_is_not_served_is_never_live()
    {
        await using RunningHost host = await RunningHost.StartAsync();
        using Browser ann = await Browser.SetUpAsync(host);
        await WriteAsync(host, 0, Definition("1.0.0", "weather.get", "1.0.0", "celsius"));
        string environment = (await host.Service<EnvironmentStore>().ListAsync(Token))[0].Id;

        Assert.Equal(409, (await ann.SendAsync(HttpMethod.Post, $"/drafts/interactor/sky/action/weather.get/execute?live=true&environment={environment}")).Status);
    }

    [Fact]
    public async Task Changes_are_in_the_audit_log()
    {
        await using RunningHost host = await RunningHost.StartAsync();
        using Browser ann = await Browser.SetUpAsync(host);
        await WriteAsync(host, 0, Definition("1.0.0", "weather.get", "1.0.0", "celsius"));

        JsonElement entry = (await ann.SendAsync(HttpMethod.Get, "/audit?action=draft.changed")).Body.GetProperty("items")[0];
        Assert.Equal(("key", "interactor/sky 1", ApiKey.Parse(host.Key)!.Id), (entry.GetProperty("actorKind").GetString(), entry.GetProperty("subject").GetString(), entry.GetProperty("actor").GetString()));
    }

    // In a method of its own, so that no variable of the test holds what it looks at.
    private static async Task<WeakReference> EditAsync(RunningHost host, int round)
    {
        Assert.Equal(200, (await WriteAsync(host, round, Definition("1.0.0", "weather.get", "1.0.0", $"celsius{round}"))).Status);
        Assert.Equal(200, (await ExecuteDraftAsync(host)).Status);
        Draft draft = (await host.Service<DraftStore>().FindAsync("interactor", "sky", Token))!;
        HostedConnector connector = await host.Service<DraftConnectors>().OfAsync(draft, Token);
        System.Reflection.Assembly code = connector.Descriptor.Actions[0].GetType().GenericTypeArguments.Select(static type => type.Assembly).First(static assembly => assembly.IsCollectible);
        return new WeakReference(System.Runtime.Loader.AssemblyLoadContext.GetLoadContext(code));
    }

    private static Draft DraftOf(long revision, string definition) =>
        new("interactor", "sky", revision, DateTimeOffset.UnixEpoch, new Dictionary<string, string> { ["connector.yaml"] = definition });

    private static Task<(int Status, JsonElement Body)> WriteLedgerAsync(RunningHost host, long revision, string definition) => host.SendAsync(
        HttpMethod.Patch, "/api/v1/manage/drafts/interactor/ledger", JsonSerializer.Serialize(new { revision, files = new Dictionary<string, string> { ["connector.yaml"] = definition } }));

    private static Task<(int Status, JsonElement Body)> WriteAsync(RunningHost host, long revision, string definition) => host.SendAsync(
        HttpMethod.Patch, "/api/v1/manage/drafts/interactor/sky", JsonSerializer.Serialize(new { revision, files = new Dictionary<string, string> { ["connector.yaml"] = definition } }));

    private static Task<(int Status, JsonElement Body)> PublishAsync(Browser person) => person.SendAsync(HttpMethod.Post, "/drafts/interactor/sky/publish", "{}");

    private static Task<(int Status, JsonElement Body)> ExecuteDraftAsync(RunningHost host) => host.SendAsync(HttpMethod.Post, "/api/v1/manage/drafts/interactor/sky/action/weather.get/execute");

    private static async Task<int> PutAsync(RunningHost host, string connector, byte[] archive, string query = "")
    {
        using HttpRequestMessage request = new(HttpMethod.Put, $"/api/v1/manage/drafts/interactor/{connector}/archive{query}") { Headers = { { "x-api-key", host.Key } }, Content = new ByteArrayContent(archive) { Headers = { ContentType = new System.Net.Http.Headers.MediaTypeHeaderValue("application/zip") } } };
        using HttpResponseMessage response = await host.Http.SendAsync(request, Token);
        return (int)response.StatusCode;
    }

    private static byte[] Zip(params (string Path, string Content)[] files)
    {
        using MemoryStream stream = new();
        using (ZipArchive archive = new(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach ((string path, string content) in files)
            {
                using Stream entry = archive.CreateEntry(path).Open();
                entry.Write(Encoding.UTF8.GetBytes(content));
            }
        }

        return stream.ToArray();
    }

    private static string Definition(string version, string action, string actionVersion, string member) => $$"""
        interactor: 1
        id: sky
        owner: interactor
        version: {{version}}
        name: Sky
        servers: { api: https://sky.example }
        actions:
          {{action}}:
            version: {{actionVersion}}
            name: Get the weather
            effect: read
            request: { path: /weather }
            output: { type: object, required: ["{{member}}"], properties: { "{{member}}": { type: number } } }
        """;
}

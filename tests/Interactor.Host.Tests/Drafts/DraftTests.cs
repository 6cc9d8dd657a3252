using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Interactor.Host.Tests.Fakes;

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
        Assert.Equal(404, (await host.SendAsync(HttpMethod.Get, "/api/v1/manage/drafts/interactor/evil")).Status);
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
    public async Task Edited_code_is_unloaded()
    {
        await using RunningHost host = await RunningHost.StartAsync();
        for (int i = 0; i < 10; i++)
        {
            string definition = Definition("1.0.0", "weather.get", "1.0.0", $"celsius{i}").Replace("id: sky", "id: fog", StringComparison.Ordinal);
            string change = JsonSerializer.Serialize(new { revision = i, files = new Dictionary<string, string> { ["connector.yaml"] = definition } });
            Assert.Equal(200, (await host.SendAsync(HttpMethod.Patch, "/api/v1/manage/drafts/interactor/fog", change)).Status);
            Assert.Equal(200, (await host.SendAsync(HttpMethod.Post, "/api/v1/manage/drafts/interactor/fog/action/weather.get/execute")).Status);
        }

        for (int i = 0; i < 100 && Loaded() > 1; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            await Task.Delay(50, Token);
        }

        Assert.InRange(Loaded(), 1, 2);
    }

    private static int Loaded() => System.Runtime.Loader.AssemblyLoadContext.All.Count(static context => context.Name == "interactor.fog");

    private static Task<(int Status, JsonElement Body)> WriteAsync(RunningHost host, long revision, string definition) => host.SendAsync(
        HttpMethod.Patch, "/api/v1/manage/drafts/interactor/sky", JsonSerializer.Serialize(new { revision, files = new Dictionary<string, string> { ["connector.yaml"] = definition } }));

    private static Task<(int Status, JsonElement Body)> PublishAsync(Browser person) => person.SendAsync(HttpMethod.Post, "/drafts/interactor/sky/publish", "{}");

    private static Task<(int Status, JsonElement Body)> ExecuteDraftAsync(RunningHost host) => host.SendAsync(HttpMethod.Post, "/api/v1/manage/drafts/interactor/sky/action/weather.get/execute");

    private static async Task<int> PutAsync(RunningHost host, string connector, byte[] archive)
    {
        using HttpRequestMessage request = new(HttpMethod.Put, $"/api/v1/manage/drafts/interactor/{connector}/archive") { Headers = { { "x-api-key", host.Key } }, Content = new ByteArrayContent(archive) { Headers = { ContentType = new System.Net.Http.Headers.MediaTypeHeaderValue("application/zip") } } };
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

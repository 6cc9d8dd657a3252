using Interactor.Generators.Tests.Driver;

namespace Interactor.Generators.Tests.Build;

/// <summary>What MSBuild makes of the packages: items, incremental builds and messages.</summary>
[Trait("Category", "Build")]
[Collection(PackageCollection.Name)]
public sealed class PackageTests(PackageFeed feed)
{
    // The project's folder is a connector itself, and lists another one.
    private const string Code =
        """
        internal static class Uses
        {
            public static object[] Clients(Interactor.Runtime.ActionExecutor executor) =>
                [new Acme.Connectors.Weather.WeatherClient(executor), new My.Mail.MailClient(executor)];
        }
        """;

    [Fact]
    public async Task A_project_compiles_its_connectors_and_only_when_they_change()
    {
        using PackagedProject project = new(feed, """<Connector Include="mail/**" Namespace="My.Mail" />""");
        project.Write("Uses.cs", Code);
        project.Write("connector.yaml", SmallConnector.Text("weather"));
        project.Write("guide.md", "# Weather\n");
        project.Write("mail/connector.yaml", SmallConnector.Text("mail"));
        project.Write("mail/icon.svg", "<svg/>");
        MemoryText action = SmallConnector.Action("", "report.get");

        await Builds(project, compiles: true);
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(project.Folder, "bin"), "*.yaml", SearchOption.AllDirectories));

        await Builds(project, compiles: false);

        project.Edit("connector.yaml", "User:", "Person:");
        project.Edit("connector.yaml", "datatypes/User", "datatypes/Person");
        await Builds(project, compiles: true);
        Assert.Contains("Acme.Connectors.Weather.Person", project.Types());

        project.Write("actions/report.get@1.yaml", action.GetText(TestContext.Current.CancellationToken).ToString());
        File.SetLastWriteTimeUtc(Path.Combine(project.Folder, "actions", "report.get@1.yaml"), new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        await Builds(project, compiles: true);
        Assert.Contains("Acme.Connectors.Weather.ReportGetInput", project.Types());

        project.Delete("actions/report.get@1.yaml");
        await Builds(project, compiles: true);
        Assert.DoesNotContain("Acme.Connectors.Weather.ReportGetInput", project.Types());

        project.Edit("mail/connector.yaml", "effect: read", "efect: read");
        (bool succeeded, string output) = await project.BuildAsync();
        Assert.False(succeeded);
        Assert.Contains("mail/connector.yaml(17,5): error INTC1201: 'efect'", output.Replace('\\', '/'), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_project_compiles_scripts_in_CSharp_once_wherever_they_lie()
    {
        using PackagedProject project = new(feed, """<Connector Include="inside/**;../outside/**" />""");
        foreach (string folder in (string[])["inside", "../outside"])
        {
            string id = Path.GetFileName(folder);
            project.Write($"{folder}/connector.yaml", $$"""
                interactor: 1
                owner: acme
                id: {{id}}
                version: 1.0.0
                scripts: { stamp: { file: scripts/stamp.cs, input: { type: string }, output: { type: string } } }
                """);
            project.Write($"{folder}/scripts/stamp.cs", Stamp(id));
        }

        await Builds(project, compiles: true);
        Assert.Contains("Acme.Connectors.Inside.InsideScripts", project.Types());
        Assert.Contains("Acme.Connectors.Outside.OutsideScripts", project.Types());

        project.Edit("../outside/scripts/stamp.cs", "new(input)", "new(inputt)");
        (bool succeeded, string output) = await project.BuildAsync();
        Assert.False(succeeded);
        Assert.Matches(@"outside[/\\]scripts[/\\]stamp\.cs\(\d+,\d+\): error CS0103", output);

        project.Edit("App.csproj", "<Nullable>", "<InteractorAllowCSharpScripts>false</InteractorAllowCSharpScripts><Nullable>");
        (succeeded, output) = await project.BuildAsync();
        Assert.False(succeeded);
        Assert.Matches(@"inside[/\\]connector\.yaml\(5,\d+\): error INTC1607", output);
        Assert.DoesNotContain("CS0103", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_project_compiles_its_schemas()
    {
        using PackagedProject project = new(feed, """<JsonSchema Include="schemas/**/*.json" /><JsonSchema Include="legacy.json" Dialect="draft-04" Namespace="Legacy" />""");
        project.Write("Uses.cs", """
            using App;
            internal static class Uses
            {
                public static Order Order => new() { Id = "1", To = new Address { Street = "Main Street" } };
                public static bool IsValid(byte[] utf8) => OrderJson.Schema.IsValid(utf8) && Legacy.LegacyJson.Schema.IsValid(utf8);
            }
            """);
        project.Write("schemas/order.schema.json", """{ "type": "object", "required": ["id"], "properties": { "id": { "type": "string" }, "to": { "$ref": "common/address.json" } } }""");
        project.Write("schemas/common/address.json", """{ "type": "object", "properties": { "street": { "type": "string" } } }""");
        project.Write("legacy.json", """{ "type": "object", "properties": { "size": { "type": "number", "minimum": 0, "exclusiveMinimum": true } } }""");

        await Builds(project, compiles: true);
        Assert.Contains("App.Address", project.Types());
        Assert.Contains("Legacy.Legacy", project.Types());
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(project.Folder, "bin"), "order*.json", SearchOption.AllDirectories));

        await Builds(project, compiles: false);

        project.Edit("schemas/common/address.json", "\"string\"", "\"strng\"");
        (bool succeeded, string output) = await project.BuildAsync();
        Assert.False(succeeded);
        Assert.Contains("schemas/common/address.json(1,57): error INTC1206: 'strng'", output.Replace('\\', '/'), StringComparison.Ordinal);
    }

    private static string Stamp(string id) => $$"""
        using Interactor.Runtime;
        namespace Acme.Connectors.{{char.ToUpperInvariant(id[0])}}{{id[1..]}};

        internal static partial class {{char.ToUpperInvariant(id[0])}}{{id[1..]}}Scripts
        {
            public static partial ValueTask<string> StampAsync(string input, ScriptContext context, CancellationToken cancellationToken) => new(input);
        }
        """;

    private static async Task Builds(PackagedProject project, bool compiles)
    {
        DateTime before = project.CompiledAt;
        (bool succeeded, string output) = await project.BuildAsync();
        Assert.True(succeeded, output);
        Assert.Equal(compiles, before != project.CompiledAt);
    }
}

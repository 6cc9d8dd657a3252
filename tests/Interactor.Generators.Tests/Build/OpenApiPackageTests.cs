namespace Interactor.Generators.Tests.Build;

/// <summary>What MSBuild makes of <c>OpenApiConnector</c> items through the packages.</summary>
[Trait("Category", "Build")]
[Collection(PackageCollection.Name)]
public sealed class OpenApiPackageTests(PackageFeed feed)
{
    private const string Items =
        """<OpenApiConnector Include="apis/shop.json" Id="shop" Owner="acme" Server="https://shop.example.com" Namespace="My.Shop" ExcludeOperations="/admin/*" />""";

    private const string Document =
        """
        { "openapi": "3.0.0", "info": { "title": "Shop", "version": "1" }, "paths": {
          "/orders": { "get": { "operationId": "listOrders", "responses": { "200": { "description": "", "content": { "application/json": {
            "schema": { "$ref": "types.yaml#/Order" } } } } } } },
          "/admin/keys": { "delete": { "operationId": "clearKeys", "responses": { "204": { "description": "" } } } },
          "/broken": { "get": { "operationId": "broken", "parameters": [
            { "$ref": "#/components/parameters/Gone" }], "responses": { "204": { "description": "" } } } } } }
        """;

    private const string Types = "Order: { type: object, required: [id], properties: { id: { type: string }, note: { type: string } } }\n";

    private const string Code =
        """
        internal static class Uses
        {
            public static System.Type[] All => [typeof(My.Shop.ShopClient), typeof(My.Shop.Order)];
        }
        """;

    [Fact]
    public async Task A_document_is_imported_and_compiled_and_only_when_something_of_it_changes()
    {
        using PackagedProject project = new(feed, Items);
        project.Write("Uses.cs", Code);
        project.Write("apis/shop.json", Document);
        project.Write("apis/types.yaml", Types);

        // A document's defects are told at their place, and are no errors even where warnings are.
        string first = await Builds(project, compiles: true);
        Assert.Contains("apis/shop.json(6,5): warning INTI0002: The reference '#/components/parameters/Gone'", first.Replace('\\', '/'), StringComparison.Ordinal);
        Assert.DoesNotContain(project.Types(), t => t.Contains("Keys", StringComparison.Ordinal));
        Assert.Contains("Importing shop.json", first, StringComparison.Ordinal);

        Assert.DoesNotContain("Importing", await Builds(project, compiles: false), StringComparison.Ordinal);

        // A file that the document refers to.
        project.Edit("apis/types.yaml", "note:", "remark:");
        Assert.Contains("Importing", await Builds(project, compiles: true), StringComparison.Ordinal);

        // What changes nothing is imported, and not compiled.
        project.Edit("apis/shop.json", "\"info\":", "\"info\" :");
        Assert.Contains("Importing", await Builds(project, compiles: false), StringComparison.Ordinal);
        Assert.DoesNotContain("Importing", await Builds(project, compiles: false), StringComparison.Ordinal);

        // An overlay that is new, then wrong, then gone.
        project.Write("apis/shop.overlay.yaml", "actions:\n  list-orders: { id: order.list }\nnames: { Order.id: Number }\n");
        await Builds(project, compiles: true);
        Assert.Contains("My.Shop.OrderListAction", project.Types());
        project.Edit("apis/shop.overlay.yaml", "list-orders", "list-order");
        (bool succeeded, string output) = await project.BuildAsync();
        Assert.False(succeeded);
        Assert.Contains(
            "apis/shop.overlay.yaml(2,3): error INTI0003: The document gives no action 'list-order'. Did you mean 'list-orders'?",
            output.Replace('\\', '/'), StringComparison.Ordinal);
        Assert.DoesNotContain("MSB3073", output, StringComparison.Ordinal);
        project.Delete("apis/shop.overlay.yaml");
        await Builds(project, compiles: true);
        Assert.DoesNotContain("My.Shop.OrderListAction", project.Types());

        // What the item says.
        project.Edit("App.csproj", "ExcludeOperations=\"/admin/*\"", "");
        await Builds(project, compiles: true);
        Assert.Contains(project.Types(), t => t.Contains("Keys", StringComparison.Ordinal));

        project.Edit("apis/shop.json", "\"paths\": {", "\"paths\": ");
        (succeeded, output) = await project.BuildAsync();
        Assert.False(succeeded);
        Assert.Matches(@"apis/shop\.json\(\d+,\d+\): error INTI0001: .*INTC1", output.Replace('\\', '/'));
    }

    [Fact]
    public async Task What_is_wrong_with_items_is_told_where_they_stand_and_all_at_once()
    {
        using PackagedProject project = new(feed, """
            <OpenApiConnector Include="apis/gone.json" />
            <OpenApiConnector Include="apis/shop.json" Id="server" Server="foo" />
            <OpenApiConnector Include="apis/shop.json" Id="Bad Id" />
            <OpenApiConnector Include="apis/shop.json" Id="nothing" IncludeOperations="list-order" />
            <OpenApiConnector Include="apis/shop.json" Id="idle" ExcludeOperations="list-order" Overlay="apis/good.yaml" />
            <OpenApiConnector Include="apis/shop.json" Id="paging" Overlay="apis/paging.yaml" />
            <OpenApiConnector Include="apis/shop.json" Id="broken" Overlay="apis/broken.yaml" />
            <OpenApiConnector Include="apis/shop.json" Id="missing" Overlay="apis/gone.yaml" />
            """);
        project.Write("apis/shop.json", Document);
        project.Write("apis/types.yaml", Types);
        project.Write("apis/good.yaml", "names: { Order.id: Number }\n");
        project.Write("apis/paging.yaml", "actions:\n  list-orders:\n    paginate: { kind: pages }\n");
        project.Write("apis/broken.yaml", "actions: { a\n");
        (bool succeeded, string output) = await project.BuildAsync();
        Assert.False(succeeded);
        output = output.Replace('\\', '/');
        foreach (string pattern in (string[])
        [
            @"/App\.csproj ?: error INTI0001: There is no file '.*/apis/gone\.json'\.",
            @"/App\.csproj ?: error INTI0003: There is no file 'apis/gone\.yaml'\.",
            @"/App\.csproj ?: error INTI0005: shop\.json: The option 'server' is 'foo', but must be an absolute URL",
            @"/App\.csproj ?: error INTI0005: shop\.json: The option 'id' is 'Bad Id', but must be lower-case letters",
            @"/App\.csproj ?: error INTI0005: shop\.json: The pattern 'list-order' fits none of .* Did you mean 'list-orders'\?",
            @"/App\.csproj ?: (warning|error) INTI0005: shop\.json: The pattern 'list-order' fits none of .* \[pattern-unused\]",
            @"apis/paging\.yaml\(3,23\): error INTI0003: 'pages' is not a value of 'kind'.* \[INTC1206\]",
            @"apis/broken\.yaml\(1,10\): error INTI0003: .* \[INTC\d+\]",
            @"/App\.csproj ?: error INTI0001: Not imported, for the reasons above: ",
        ])
        {
            Assert.Matches(pattern, output);
        }

        Assert.DoesNotContain(".targets(", output, StringComparison.Ordinal);
        Assert.DoesNotContain("connector.json(", output, StringComparison.Ordinal);
        Assert.DoesNotContain("error CS", output, StringComparison.Ordinal);
        Assert.DoesNotMatch("apis/shop\\.json\\(.*: error", output);
    }

    [Fact]
    public async Task Items_with_one_name_are_an_error_that_lists_only_them()
    {
        using PackagedProject project = new(feed, """
            <OpenApiConnector Include="apis/shop.json" Id="shop" />
            <OpenApiConnector Include="apis/other.json" Id="shop" />
            <OpenApiConnector Include="apis/third.json" />
            """);
        foreach (string name in (string[])["shop", "other", "third"])
        {
            project.Write($"apis/{name}.json", Document);
        }

        (bool succeeded, string output) = await project.BuildAsync();
        Assert.False(succeeded);
        string line = Assert.Single(output.Split('\n').Where(l => l.Contains("INTI0004", StringComparison.Ordinal)).Distinct());
        Assert.Matches(@"App\.csproj ?: error INTI0004: Several OpenApiConnector items have the name 'shop' \(.*shop\.json, .*other\.json\)\.", line);
        Assert.DoesNotContain("third", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_build_for_an_editor_has_the_types_too()
    {
        using PackagedProject project = new(feed, Items);
        project.Write("apis/shop.json", Document);
        project.Write("apis/types.yaml", Types);

        // What editors ask for: the compiler's arguments, without compiling.
        (bool restored, string output) = await DotnetProcess.RunAsync(project.Folder, "restore");
        Assert.True(restored, output);
        (bool succeeded, output) = await DotnetProcess.RunAsync(
            project.Folder, "msbuild", "-nologo", "-t:Compile", "-p:DesignTimeBuild=true", "-p:SkipCompilerExecution=true", "-p:ProvideCommandLineArgs=true",
            "-p:BuildProjectReferences=false", "-getItem:CscCommandLineArgs");
        Assert.True(succeeded, output);
        Assert.Contains("interactor/shop/connector.json", output.Replace("\\\\", "/"), StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(project.Folder, "obj", "Debug", "net10.0", "interactor", "shop", "connector.json")));
    }

    private static async Task<string> Builds(PackagedProject project, bool compiles)
    {
        DateTime before = project.CompiledAt;
        (bool succeeded, string output) = await project.BuildAsync();
        Assert.True(succeeded, output);
        Assert.Equal(compiles, before != project.CompiledAt);
        return output;
    }
}

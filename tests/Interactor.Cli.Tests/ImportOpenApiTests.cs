using System.Text.Json;

namespace Interactor.Cli.Tests;

/// <summary>Documents become folders that people own.</summary>
public sealed class ImportOpenApiTests
{
    private const string Document = """
        { "openapi": "3.0.0", "info": { "title": "Zoo", "version": "1", "description": "Animals & more. Ask for a key." },
          "servers": [{ "url": "https://zoo.example.com" }],
          "paths": {
            "/pets": { "get": { "operationId": "listPets", "responses": { "200": { "description": "", "content": { "application/json": { "schema": { "type": "array", "items": { "$ref": "#/components/schemas/Pet" } } } } } } } },
            "/pets/{id}": { "get": { "operationId": "getPet", "parameters": [{ "name": "id", "in": "path", "required": true, "schema": { "type": "string" } }],
              "responses": { "200": { "description": "", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Pet" } } }, "links": { "l": { "operationId": "listPets" } } } } } },
            "/admin": { "delete": { "operationId": "reset", "responses": { "204": { "description": "" } } } } },
          "components": { "schemas": { "Pet": { "type": "object", "properties": { "name": { "type": "string" } } } } } }
        """;

    [Fact]
    public async Task A_document_becomes_a_connector_that_compiles()
    {
        using Workspace work = new();
        string file = work.Write("zoo.json", Document);
        CommandRun run = await CommandRun.OfAsync("import", "openapi", file, "-o", work.In("zoo"), "--owner", "acme", "--exclude", "/admin", "--report", work.In("out/report.json"));
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("Imported 'acme/zoo': 2 actions, 1 datatype; 6 files written, 0 unchanged.", run.Error, StringComparison.Ordinal);
        Assert.Contains("Compiler: it compiles.", run.Error, StringComparison.Ordinal);
        Assert.Contains($"dropped           1  links{Environment.NewLine}    {file.Replace('\\', '/')}(", run.Out, StringComparison.Ordinal);
        Assert.Equal(
            ["Acme.Connectors.Zoo.csproj", "actions/get-pet.yaml", "actions/list-pets.yaml", "connector.yaml", "datatypes.yaml", "guide.md", "import.lock.json"],
            Files(work.In("zoo")));
        Assert.Contains("<Description>Animals &amp; more.</Description>", File.ReadAllText(work.In("zoo/Acme.Connectors.Zoo.csproj")), StringComparison.Ordinal);
        using JsonDocument report = JsonDocument.Parse(File.ReadAllText(work.In("out/report.json")));
        Assert.Equal(1, report.RootElement.GetProperty("counts").GetProperty("dropped").GetInt32());
        Assert.Contains(report.RootElement.GetProperty("findings").EnumerateArray(), f => f.GetProperty("rule").GetString() == "links" && f.GetProperty("line").GetInt32() == 6);
        Assert.Equal(0, (await CommandRun.OfAsync("check", work.In("zoo"))).ExitCode);
    }

    [Fact]
    public async Task A_second_import_keeps_what_people_edited_and_says_what_changed()
    {
        using Workspace work = new();
        string file = work.Write("zoo.json", Document);
        string[] import = ["import", "openapi", file, "--output", work.In("zoo")];
        await CommandRun.OfAsync(import);
        string list = work.In("zoo/actions/list-pets.yaml"), reset = work.In("zoo/actions/reset.yaml"), get = work.In("zoo/actions/get-pet.yaml");
        File.WriteAllText(list, File.ReadAllText(list).Replace("name: listPets", "name: All Pets", StringComparison.Ordinal));

        // The same document: what was edited stays, and is named.
        CommandRun same = await CommandRun.OfAsync(import);
        Assert.Contains("0 files written", same.Error, StringComparison.Ordinal);
        Assert.Contains("6 unchanged, 1 kept as people made them.", same.Error, StringComparison.Ordinal);
        Assert.Equal(["kept         actions/list-pets.yaml: it was edited"], same.Out.Split(Environment.NewLine).Where(l => l.StartsWith("kept", StringComparison.Ordinal)));
        Assert.Contains("All Pets", File.ReadAllText(list), StringComparison.Ordinal);

        // The document has changed where nobody edited, and where somebody did.
        work.Write("zoo.json", Document
            .Replace("\"listPets\", \"responses\"", "\"listPets\", \"deprecated\": true, \"responses\"", StringComparison.Ordinal)
            .Replace("/admin", "/animals", StringComparison.Ordinal)
            .Replace("\"reset\"", "\"countAnimals\"", StringComparison.Ordinal)
            .Replace("{ \"name\": { \"type\": \"string\" } }", "{ \"name\": { \"type\": \"string\" }, \"age\": { \"type\": \"integer\" } }", StringComparison.Ordinal));
        CommandRun changed = await CommandRun.OfAsync(import);
        Assert.Equal(0, changed.ExitCode);
        Assert.Equal(
            ["added        actions/count-animals", "changed      actions/list-pets", "changed      datatypes/Pet", "removed      actions/reset", "deleted      actions/reset.yaml"],
            changed.Out.Split(Environment.NewLine).Where(l => l.Contains('/', StringComparison.Ordinal) && !l.StartsWith("kept", StringComparison.Ordinal) && !l.StartsWith(' ')));
        Assert.Contains("kept         actions/list-pets.yaml: it was edited, and its source has changed", changed.Out, StringComparison.Ordinal);
        Assert.False(File.Exists(reset));
        Assert.Contains("All Pets", File.ReadAllText(list), StringComparison.Ordinal);
        Assert.Contains("deprecated: true", File.ReadAllText(work.In("zoo/import.new/actions/list-pets.yaml")), StringComparison.Ordinal);
        Assert.Contains("age:", File.ReadAllText(work.In("zoo/datatypes.yaml")), StringComparison.Ordinal);

        // Nobody has compared it yet: it is named again.
        CommandRun again = await CommandRun.OfAsync(import);
        Assert.Contains("1 kept as people made them (1 to be compared).", again.Error, StringComparison.Ordinal);
        Assert.Contains("kept         actions/list-pets.yaml: it was edited, and its source has changed; compare ", again.Out, StringComparison.Ordinal);

        // An operation that is gone takes an edited file not along.
        File.AppendAllText(get, "# mine\n");
        CommandRun gone = await CommandRun.OfAsync([.. import, "--exclude", "get-pet"]);
        Assert.Contains("kept         actions/get-pet.yaml: it was edited, but the document has no such thing any more", gone.Out, StringComparison.Ordinal);
        Assert.True(File.Exists(get));

        CommandRun forced = await CommandRun.OfAsync([.. import, "--force"]);
        Assert.Equal(0, forced.ExitCode);
        Assert.DoesNotContain("All Pets", File.ReadAllText(list), StringComparison.Ordinal);
        Assert.DoesNotContain("# mine", File.ReadAllText(get), StringComparison.Ordinal);
        Assert.False(Directory.Exists(work.In("zoo/import.new")));
    }

    [Fact]
    public async Task A_file_that_was_deleted_by_hand_is_named_each_time()
    {
        using Workspace work = new();
        string[] import = ["import", "openapi", work.Write("zoo.json", Document), "--output", work.In("zoo")];
        await CommandRun.OfAsync(import);
        File.Delete(work.In("zoo/actions/reset.yaml"));
        CommandRun run = await CommandRun.OfAsync(import);
        Assert.Contains("kept         actions/reset.yaml: it was deleted by hand", run.Out, StringComparison.Ordinal);
        Assert.Contains("1 kept as people made them.", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_folder_of_another_document_is_refused()
    {
        using Workspace work = new();
        await CommandRun.OfAsync("import", "openapi", work.Write("zoo.json", Document), "--output", work.In("zoo"));
        string[] before = [.. Files(work.In("zoo"))];
        string[] other = ["import", "openapi", work.Write("other.json", Document.Replace("Zoo", "Other", StringComparison.Ordinal)), "--output", work.In("zoo")];
        CommandRun refused = await CommandRun.OfAsync(other);
        Assert.Equal((1, ""), (refused.ExitCode, refused.Out));
        Assert.Contains("was imported from 'zoo.json', not from 'other.json'", refused.Error, StringComparison.Ordinal);
        Assert.Equal(before, Files(work.In("zoo")));
        Assert.Equal(0, (await CommandRun.OfAsync([.. other, "--force"])).ExitCode);
    }

    [Fact]
    public async Task An_overlay_beside_the_document_is_applied()
    {
        using Workspace work = new();
        string file = work.Write("zoo.json", Document);
        work.Write("zoo.overlay.yaml", "actions: { list-pets: { id: pet.list } }\n");
        Assert.Equal(0, (await CommandRun.OfAsync("import", "openapi", file, "-o", work.In("zoo"))).ExitCode);
        Assert.True(File.Exists(work.In("zoo/actions/pet.list.yaml")));
        string other = work.Write("other.yaml", "actions: { list-pet: { id: pet.list } }\n");
        CommandRun wrong = await CommandRun.OfAsync("import", "openapi", file, "-o", work.In("wrong"), "--overlay", other);
        Assert.Equal(1, wrong.ExitCode);
        Assert.Contains($"{other.Replace('\\', '/')}(1,12): error overlay-target: The document gives no action 'list-pet'. Did you mean 'list-pets'?", wrong.Out, StringComparison.Ordinal);
        Assert.False(Directory.Exists(work.In("wrong")));

        // What only the compiler sees is told there too, and nothing is written either.
        string paging = work.Write("paging.yaml", "actions:\n  list-pets:\n    paginate: { kind: pages }\n");
        wrong = await CommandRun.OfAsync("import", "openapi", file, "-o", work.In("wrong"), "--overlay", paging);
        Assert.Equal((1, "Nothing was written."), (wrong.ExitCode, wrong.Error.Trim()));
        Assert.StartsWith($"{paging.Replace('\\', '/')}(3,23): error INTC1206: 'pages' is not a value of 'kind'", wrong.Out, StringComparison.Ordinal);
        Assert.False(Directory.Exists(work.In("wrong")));
    }

    [Theory]
    [InlineData("actions: { a", "(1,10): error INTC10")]
    [InlineData("actons: {}", "(1,1): error overlay-key: ")]
    [InlineData("defaults: { timeout: soon }", "(1,22): error INTC12")]
    public async Task An_overlays_errors_are_not_hidden_by_the_documents(string overlay, string message)
    {
        using Workspace work = new();
        string file = work.Write("zoo.json", Document.Replace("#/components/schemas/Pet", "#/components/schemas/Gone", StringComparison.Ordinal)
            .Replace("{ \"name\": \"id\",", "{ \"$ref\": \"#/components/parameters/Gone\" }, { \"name\": \"id\",", StringComparison.Ordinal));
        string path = work.Write("zoo.overlay.yaml", overlay + "\n").Replace('\\', '/');
        CommandRun run = await CommandRun.OfAsync("import", "openapi", file, "--output", work.In("zoo"));
        Assert.Equal((1, "Nothing was written."), (run.ExitCode, run.Error.Trim()));
        Assert.StartsWith(path + message, Assert.Single(run.Out.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ \"a\": 1 }", "(1,1): error not-openapi: ")]
    [InlineData("{ \"openapi\": \"3.0.0\",\n  \"info\": }", "(2,11): error INTC1040: ")]
    [InlineData("", "(1,1): error INTC1001: ")]
    public async Task What_cannot_be_read_is_told_at_its_place(string text, string message)
    {
        using Workspace work = new();
        string file = work.Write("api.json", text);
        CommandRun run = await CommandRun.OfAsync("import", "openapi", file, "--output", work.In("api"));
        Assert.Equal((1, "Nothing was written."), (run.ExitCode, run.Error.Trim()));
        Assert.StartsWith(file.Replace('\\', '/') + message, run.Out, StringComparison.Ordinal);
        Assert.False(Directory.Exists(work.In("api")));
    }

    [Fact]
    public async Task Command_lines_that_lead_nowhere_are_refused()
    {
        using Workspace work = new();
        string file = work.Write("zoo.json", Document);
        (string[] Arguments, int Code, string Message)[] cases =
        [
            ([work.In("gone.json"), "-o", work.In("a")], 2, "There is no file '"),
            ([work.Path, "-o", work.In("a")], 2, "is a folder. Name the document in it."),
            ([file, "-o", file], 2, "is a file. Name a folder with --output."),
            ([file, "-o", work.Shop], 1, "is not empty, and no import has written it."),
            ([file, "-o", work.In("a"), "--id", "My Zoo"], 2, "'My Zoo' is no id"),
            ([file, "-o", work.In("a"), "--overlay", work.In("gone.yaml")], 2, "There is no file '"),
            ([file, "-o", work.In("a"), "--server", "foo"], 2, "The option 'server' is 'foo', but must be an absolute URL of http or https"),
            ([file, "-o", work.In("a"), "--server", "ftp://x"], 2, "The option 'server' is 'ftp://x', but must be an absolute URL of http or https"),
            ([file], 2, "'--output' is required"),
        ];
        foreach ((string[] arguments, int code, string message) in cases)
        {
            CommandRun run = await CommandRun.OfAsync(["import", "openapi", .. arguments]);
            Assert.Equal((code, ""), (run.ExitCode, run.Out));
            Assert.Contains(message, run.Error, StringComparison.Ordinal);
        }

        Assert.Single(Files(work.Shop));
        Assert.False(Directory.Exists(work.In("a")));
    }

    [Fact]
    public async Task A_cancelled_import_writes_nothing()
    {
        using Workspace work = new();
        using CancellationTokenSource source = new();
        await source.CancelAsync();
        CommandRun run = await CommandRun.OfAsync(["import", "openapi", work.Write("zoo.json", Document), "-o", work.In("zoo")], "", [], source.Token);
        Assert.Equal(130, run.ExitCode);
        Assert.False(Directory.Exists(work.In("zoo")));
    }

    private static IEnumerable<string> Files(string folder) => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .Select(f => Path.GetRelativePath(folder, f).Replace('\\', '/'))
        .Order(StringComparer.Ordinal);
}

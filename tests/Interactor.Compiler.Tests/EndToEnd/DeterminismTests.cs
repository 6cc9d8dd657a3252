using Interactor.Compiler.Binding;
using Interactor.Compiler.Emit;
using Interactor.Compiler.Tests.Fuzz;
using Interactor.Compiler.Tests.Harness;
using Interactor.Compiler.Text;

namespace Interactor.Compiler.Tests.EndToEnd;

/// <summary>The same meaning gives the same bytes.</summary>
public sealed class DeterminismTests
{
    public static TheoryData<string> Connectors { get; } = new(Folders().Select(f => Path.GetFileName(f)));

    [Theory]
    [MemberData(nameof(Connectors))]
    public void The_order_of_the_files_does_not_matter(string connector)
    {
        ConnectorSources sources = SourcesOf(connector);

        AssertSameFiles(sources, sources with { Files = [.. sources.Files.Reverse()] });
        AssertSameFiles(sources, sources with { Files = [.. sources.Files.OrderBy(f => f.Text, StringComparer.Ordinal)] });
    }

    [Theory]
    [MemberData(nameof(Connectors))]
    public void Line_ends_do_not_matter(string connector) =>
        AssertSameFiles(SourcesOf(connector), Changed(connector, text => text.ReplaceLineEndings("\r\n")));

    [Theory]
    [MemberData(nameof(Connectors))]
    public void Comments_and_blank_lines_do_not_matter(string connector)
    {
        ConnectorSources changed = Changed(connector, text => text.StartsWith('{') || text.StartsWith("//", StringComparison.Ordinal) ? text : "# a comment above\n\n" + text + "\n# a comment below\n\n");

        AssertSameFiles(SourcesOf(connector), changed);
        Assert.Equal(Definition.Compile(SourcesOf(connector)).Bound.Model, Definition.Compile(changed).Bound.Model);
    }

    [Theory]
    [MemberData(nameof(Connectors))]
    public void A_byte_order_mark_does_not_matter(string connector) =>
        AssertSameFiles(SourcesOf(connector), Changed(connector, text => "\ufeff" + text));

    [Theory]
    [MemberData(nameof(Connectors))]
    public void The_folder_that_a_machine_keeps_it_in_does_not_matter(string connector)
    {
        ConnectorSources sources = SourcesOf(connector);
        ConnectorSources moved = sources with { Folder = "C:/Users/someone/x", Files = [.. sources.Files.Select(f => f with { Path = "C:/Users/someone/x/" + f.Path })] };

        AssertSameFiles(sources, moved);
    }

    [Fact]
    public void JSON_gives_what_YAML_gives()
    {
        ConnectorSources yaml = Definition.OfFolder(HarmlessDefinition.Folder);
        ConnectorSources json = HarmlessDefinition.Instance.With(new Dictionary<int, string>());

        GeneratedFile[] expected = [.. Definition.Compile(yaml).Files];
        // Expressions name the file that they stand in when they fail at run time.
        GeneratedFile[] actual = [.. Definition.Compile(json).Files.Select(f => f with { Text = f.Text.Replace(".json\"", ".yaml\"", StringComparison.Ordinal) })];

        Assert.Equal(expected.Length, actual.Length);
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second));
    }

    [Fact]
    public void The_order_of_keys_does_not_matter_where_it_says_nothing()
    {
        const string one = """
            interactor: 1
            id: order
            version: 1.0.0
            name: Order
            servers: { api: "https://api.example.com" }
            security:
              key: { kind: apiKey, in: header, name: X-Key, value: "${variables.key}" }
            variables: { key: { name: Key, scope: app, secret: true } }
            datatypes:
              B: { type: object, required: [x], properties: { x: { type: string, minLength: 1, description: An x. } } }
              A: { type: array, items: { $ref: "#/datatypes/B" } }
            actions:
              z.get: { version: 1.0.0, name: Z, effect: read, request: { method: GET, path: /z, headers: { X-A: fixed } } }
              a.get: { version: 1.0.0, name: A, effect: read, request: { path: /a, query: { q: "a" } }, output: { $ref: "#/datatypes/A" } }
            """;
        const string other = """
            actions:
              a.get: { output: { $ref: "#/datatypes/A" }, request: { query: { q: "a" }, path: /a }, effect: read, name: A, version: 1.0.0 }
              z.get: { request: { headers: { X-A: fixed }, path: /z, method: GET }, effect: read, name: Z, version: 1.0.0 }
            datatypes:
              A: { type: array, items: { $ref: "#/datatypes/B" } }
              B: { type: object, required: [x], properties: { x: { type: string, minLength: 1, description: An x. } } }
            variables: { key: { secret: true, scope: app, name: Key } }
            security:
              key: { value: "${variables.key}", name: X-Key, in: header, kind: apiKey }
            servers: { api: "https://api.example.com" }
            name: Order
            version: 1.0.0
            id: order
            interactor: 1
            """;

        AssertSameFiles(Definition.Of(one), Definition.Of(other));
    }

    [Theory]
    [MemberData(nameof(Connectors))]
    public void Files_have_unique_names_and_Unix_lines(string connector)
    {
        GeneratedFile[] files = [.. Definition.Compile(SourcesOf(connector)).Files];

        Assert.Equal(files.Length, files.Select(f => f.HintName).Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.All(files, file =>
        {
            Assert.Matches(@"^([A-Za-z0-9_@-][A-Za-z0-9._@-]*/)+[A-Za-z0-9_@-][A-Za-z0-9._@-]*\.g\.cs\z", file.HintName);
            Assert.DoesNotContain('\r', file.Text);
            Assert.EndsWith("\n", file.Text);
            Assert.False(file.Text.EndsWith("\n\n", StringComparison.Ordinal), file.HintName);
            Assert.DoesNotContain(" \n", file.Text);
            Assert.DoesNotContain("\n\n\n", file.Text);
        });
    }

    [Theory]
    [MemberData(nameof(Connectors))]
    public void It_compiles_without_a_warning(string connector) => GeneratedCode.AssertCompiles(Definition.Compile(SourcesOf(connector)).Files);

    private static IEnumerable<string> Folders() =>
        Directory.EnumerateDirectories(Path.Combine(RepositoryPaths.Root, "connectors"))
            .Where(f => Directory.EnumerateFiles(f).Any(DefinitionFiles.IsSettings))
            .Append(HarmlessDefinition.Folder)
            .Order(StringComparer.Ordinal);

    private static ConnectorSources SourcesOf(string connector) => Definition.OfFolder(Folders().Single(f => Path.GetFileName(f) == connector));

    private static ConnectorSources Changed(string connector, Func<string, string> change)
    {
        ConnectorSources sources = SourcesOf(connector);
        return sources with { Files = [.. sources.Files.Select(f => new SourceFile(f.Path, change(f.Text)))] };
    }

    private static void AssertSameFiles(ConnectorSources one, ConnectorSources other)
    {
        GeneratedFile[] expected = [.. Definition.Compile(one).Files];
        GeneratedFile[] actual = [.. Definition.Compile(other).Files];
        Assert.Equal(expected.Select(f => f.HintName), actual.Select(f => f.HintName));
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First.Text, pair.Second.Text));
    }
}

using System.Diagnostics;
using System.Globalization;
using System.Text;
using Interactor.Compiler.Binding;
using Interactor.Compiler.Emit;
using Interactor.Compiler.Model;
using Interactor.Compiler.Tests.Fuzz;
using Interactor.Compiler.Tests.Harness;

namespace Interactor.Compiler.Tests.EndToEnd;

/// <summary>Large connectors, many connectors, and stopping in the middle.</summary>
public sealed class ScaleTests
{
    private const string Head = """
        interactor: 1
        id: large
        version: 1.0.0
        servers: { api: "https://api.example.com" }

        """;

    // Far above what a build machine needs, so that only work that grows faster than the definition is caught.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    [Fact]
    public void Two_thousand_actions() => GeneratedCode.AssertCompiles(CompileInTime(Actions(2000)));

    [Fact]
    public void A_compilation_stops_in_the_middle()
    {
        ConnectorSources sources = Definition.Of(Actions(2000).ToString());
        using CancellationTokenSource soon = new();

        // A thread of its own: a timer waits for the thread pool, which the other tests may keep busy for seconds.
        Thread stop = new(() =>
        {
            Thread.Sleep(1);
            soon.Cancel();
        });
        stop.Start();

        Assert.Throws<OperationCanceledException>(() => ConnectorCompiler.Compile(sources, soon.Token));
        stop.Join();
    }

    [Fact]
    public void Five_hundred_properties()
    {
        StringBuilder yaml = new(Head + "datatypes:\n  Wide:\n    type: object\n    required: [p0, p499]\n    properties:\n");
        for (int i = 0; i < 500; i++)
        {
            yaml.Append(CultureInfo.InvariantCulture, $$"""      p{{i}}: { type: [{{(i % 2 == 0 ? "string" : "integer")}}, "null"], description: Property {{i}}. }""").Append('\n');
        }

        GeneratedCode.AssertCompiles(CompileInTime(yaml));
    }

    [Fact]
    public void Five_thousand_enum_values()
    {
        StringBuilder yaml = new(Head + "datatypes:\n  Many:\n    type: string\n    enum:\n");
        for (int i = 0; i < 5000; i++)
        {
            yaml.Append(CultureInfo.InvariantCulture, $"      - value {i}\n");
        }

        GeneratedCode.AssertCompiles(CompileInTime(yaml));
    }

    [Fact]
    public void Five_thousand_names_that_fold_to_one()
    {
        StringBuilder yaml = new(Head + "datatypes:\n  Same:\n    type: object\n    properties:\n");
        for (int i = 0; i < 5000; i++)
        {
            yaml.Append(CultureInfo.InvariantCulture, $"      \"a{new string('-', 1 + (i % 70))}{new string('_', 1 + (i / 70))}\": {{ type: string }}\n");
        }

        CompileInTime(yaml);
    }

    [Fact]
    public void Datatypes_in_a_chain_two_thousand_long()
    {
        StringBuilder yaml = new(Head + "datatypes:\n");
        for (int i = 0; i < 2000; i++)
        {
            yaml.Append(CultureInfo.InvariantCulture, $$"""  T{{i}}: { type: object, properties: { next: { $ref: "#/datatypes/T{{(i + 1) % 2000}}" } } }""").Append('\n');
        }

        GeneratedCode.AssertCompiles(CompileInTime(yaml));
    }

    [Theory]
    [InlineData("type: object, properties: { a: { type: string } }")]
    [InlineData("type: string")]
    public void Parts_that_share_their_parts(string last)
    {
        StringBuilder yaml = new(Head + "datatypes:\n");
        for (int i = 0; i < 40; i++)
        {
            yaml.Append(CultureInfo.InvariantCulture, $$"""  T{{i}}: { allOf: [{ $ref: "#/datatypes/T{{i + 1}}" }, { $ref: "#/datatypes/T{{i + 1}}" }] }""").Append('\n');
        }

        GeneratedCode.AssertCompiles(CompileInTime(yaml.Append($"  T40: {{ {last} }}\n  Holder: {{ type: object, properties: {{ a: {{ $ref: \"#/datatypes/T0\" }} }} }}\n")));
    }

    [Fact]
    public void Choices_below_parts_that_share_their_parts()
    {
        StringBuilder yaml = new(Head + "datatypes:\n");
        for (int i = 0; i < 40; i++)
        {
            yaml.Append(CultureInfo.InvariantCulture, $$"""  T{{i}}: { allOf: [{ $ref: "#/datatypes/T{{i + 1}}" }, { $ref: "#/datatypes/T{{i + 1}}" }] }""").Append('\n');
        }

        GeneratedCode.AssertCompiles(CompileInTime(yaml.Append("  T40: { type: object, properties: { a: { type: string, values: { action: x.list } } } }\n").Append(Choosing("T0"))));
    }

    [Fact]
    public void Choices_in_datatypes_that_all_hold_each_other()
    {
        StringBuilder yaml = new(Head + "datatypes:\n");
        for (int i = 0; i < 20; i++)
        {
            yaml.Append(CultureInfo.InvariantCulture, $"  T{i}: {{ type: object, properties: {{ a: {{ type: string, values: {{ action: x.list }} }}");
            for (int j = 0; j < 20; j++)
            {
                yaml.Append(CultureInfo.InvariantCulture, $", p{j}: {{ $ref: \"#/datatypes/T{j}\" }}");
            }

            yaml.Append(" } }\n");
        }

        CompileInTime(yaml.Append(Choosing("T0")));
    }

    [Fact]
    public void Choices_at_the_end_of_a_long_chain_cost_no_stack()
    {
        StringBuilder yaml = new(Head + "datatypes:\n");
        for (int i = 0; i < 20_000; i++)
        {
            yaml.Append(CultureInfo.InvariantCulture, $$"""  T{{i}}: { type: object, properties: { p: { $ref: "#/datatypes/T{{i + 1}}" } } }""").Append('\n');
        }

        ConnectorSources sources = Definition.Of(yaml.Append("  T20000: { type: object, properties: { a: { type: string, values: { action: x.list } } } }\n").Append(Choosing("T0")).ToString());
        bool isBound = false;
        Thread small = new(() => isBound = ConnectorCompiler.Compile(sources, default).Bound.Model is not null, maxStackSize: 1 << 20);
        small.Start();
        small.Join();
        Assert.True(isBound);
    }

    private static string Choosing(string datatype) => $$"""
        actions:
          x.list: { version: 1.0.0, name: List, effect: read, request: { path: /x }, output: { type: array, items: { type: string } } }
          x.put: { version: 1.0.0, name: Put, effect: write, input: { type: object, properties: { b: { $ref: "#/datatypes/{{datatype}}" } } }, request: { method: POST, path: /x, json: "${input.b}" } }

        """;

    [Fact]
    public void Properties_that_extend_each_other_in_a_long_chain()
    {
        StringBuilder yaml = new(Head + "datatypes:\n");
        for (int i = 0; i < 2000; i++)
        {
            yaml.Append(CultureInfo.InvariantCulture, $$"""  T{{i}}: { type: object, properties: { p: { allOf: [{ $ref: "#/datatypes/T{{(i + 1) % 2000}}" }], properties: { q: { type: string } } } } }""").Append('\n');
        }

        ConnectorSources sources = Definition.Of(yaml.ToString());
        string[] findings = [];
        Thread small = new(() => findings = [.. ConnectorCompiler.Compile(sources, default).Bound.Diagnostics.Select(d => d.Descriptor.Id).Distinct()], maxStackSize: 1 << 20);
        small.Start();
        small.Join();

        Assert.Equal(["INTC1311"], findings);
    }

    [Fact]
    public void Connectors_compile_side_by_side()
    {
        ConnectorSources sources = Definition.OfFolder(HarmlessDefinition.Folder);
        GeneratedFile[] expected = [.. Definition.Compile(sources).Files];

        Parallel.For(0, 200, new ParallelOptions { CancellationToken = TestContext.Current.CancellationToken }, _ =>
            Assert.Equal(expected, Definition.Compile(Definition.OfFolder(HarmlessDefinition.Folder)).Files));
    }

    [Fact]
    public void A_cancelled_compilation_stops()
    {
        ConnectorSources sources = Definition.OfFolder(HarmlessDefinition.Folder);
        Assert.Throws<OperationCanceledException>(() => ConnectorCompiler.Compile(sources, new CancellationToken(canceled: true)));

        ConnectorModel model = Definition.Compile(sources).Bound.Model!;
        Assert.Throws<OperationCanceledException>(() => ConnectorEmitter.Emit(model, new CancellationToken(canceled: true)));
    }

    private static StringBuilder Actions(int count)
    {
        StringBuilder yaml = new(Head + "actions:\n");
        for (int i = 0; i < count; i++)
        {
            yaml.Append(CultureInfo.InvariantCulture, $$"""
                  group{{i % 50}}.thing{{i}}:
                    version: 1.0.0
                    name: Thing {{i}}
                    effect: read
                    input: { type: object, required: [id], properties: { id: { type: string }, kind: { type: string, enum: [a, b] } } }
                    request: { path: "/things/{id}/${input.kind ?? 'none'}" }
                    output: { type: object, properties: { id: { type: string } } }

                """);
        }

        return yaml;
    }

    private static IEnumerable<GeneratedFile> CompileInTime(StringBuilder yaml)
    {
        ConnectorSources sources = Definition.Of(yaml.ToString());
        Stopwatch watch = Stopwatch.StartNew();
        CompiledConnector compiled = Definition.Compile(sources);
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, Limit);
        return compiled.Files;
    }
}

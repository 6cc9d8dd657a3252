using Interactor.Compiler.Binding;
using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Emit.Scripts;
using Interactor.Compiler.Model;
using Interactor.Compiler.Tests.Harness;

namespace Interactor.Compiler.Tests.Binding;

/// <summary>What is wrong with a script, or with a call of one, is said at its place.</summary>
public sealed class ScriptTests
{
    private const string Start = """
        interactor: 1
        id: demo
        version: 1.0.0
        servers: { api: https://api.example.com }
        security: { key: { kind: none } }
        variables: { key: { name: Key, secret: true } }
        datatypes:
          Letter: { type: object, required: [text], properties: { text: { type: string }, note: { type: string }, count: { type: integer } } }
        scripts:
          sign: { file: scripts/sign.js, input: { $ref: "#/datatypes/Letter" }, output: { type: string } }
          now: { file: scripts/sign.js, output: { type: integer } }
          many: { file: scripts/sign.js, input: { type: array, items: { $ref: "#/datatypes/Letter" } }, output: { type: array, items: { type: string } } }

        """;

    private const string Input = "input: { type: object, required: [text], properties: { text: { type: string }, note: { type: string }, texts: { type: array, items: { type: string } } } }";

    [Theory]
    [InlineData("file: ../sign.js", "INTC1601", "../sign.js")]
    [InlineData("file: /etc/passwd", "INTC1601", "/etc/passwd")]
    [InlineData("file: scripts/../connector.js", "INTC1601", "scripts/../connector.js")]
    [InlineData("file: scripts/sub/sign.js", "INTC1601", "scripts/sub/sign.js")]
    [InlineData("file: 'scripts\\sign.js'", "INTC1601", "'scripts\\sign.js'")]
    [InlineData("file: scripts/sign.py", "INTC1601", "scripts/sign.py")]
    [InlineData("file: scripts/sing.js", "INTC1602", "scripts/sing.js")]
    [InlineData("language: csharp, file: scripts/sign.js", "INTC1603", "scripts/sign.js")]
    [InlineData("language: python, file: scripts/sign.js", "INTC1206", "python")]
    [InlineData("language: javascript", "INTC1202", "language")]
    [InlineData("file: scripts/missing.cs", "INTC1602", "scripts/missing.cs")]
    [InlineData("file: ../sign.cs", "INTC1601", "../sign.cs")]
    [InlineData("file: /sign.cs", "INTC1601", "/sign.cs")]
    [InlineData("file: scripts/../scripts/sign.cs", "INTC1601", "scripts/../scripts/sign.cs")]
    [InlineData("file: scripts/sign.CS", "INTC1601", "scripts/sign.CS")]
    [InlineData("file: scripts/sign.csx", "INTC1601", "scripts/sign.csx")]
    [InlineData("language: javascript, file: scripts/sign.cs", "INTC1603", "scripts/sign.cs")]
    [InlineData("file: scripts/sign.js, function: 'a b'", "INTC1218", "'a b'")]
    [InlineData("file: scripts/sign.js, input: { $ref: '#/datatypes/Nothing' }", "INTC1302", "'#/datatypes/Nothing'")]
    [InlineData("file: scripts/sign.js, inputs: {}", "INTC1201", "inputs")]
    public void A_script_that_cannot_be_is_an_error_at_its_place(string script, string id, string at) =>
        AssertFinding($"{Start}  more: {{ {script} }}\n", id, script, at);

    [Fact]
    public void A_script_in_CSharp_is_an_error_where_the_host_does_not_allow_it()
    {
        string yaml = $"{Start}  more: {{ file: scripts/sign.cs }}\n";
        ConnectorSources sources = Definition.Of([("connector.yaml", yaml), ("scripts/sign.js", ""), ("scripts/sign.cs", "")]) with { AllowsCSharpScripts = false };
        Diagnostic diagnostic = Assert.Single(ConnectorBinder.Bind(sources, TestContext.Current.CancellationToken).Diagnostics);
        Assert.Equal(("INTC1607", yaml.IndexOf("scripts/sign.cs", StringComparison.Ordinal)), (diagnostic.Descriptor.Id, diagnostic.Location.Range.Start));
    }

    [Fact]
    public void A_function_means_nothing_for_a_script_in_CSharp()
    {
        BoundConnector bound = Bind([("connector.yaml", $"{Start}  more: {{ file: scripts/sign.cs, function: other }}\n")]);
        Assert.Equal("INTC1414", Assert.Single(bound.Diagnostics).Descriptor.Id);
        Assert.Equal("MoreAsync", Assert.IsType<CSharpScriptModel>(bound.Model!.Scripts.Single(s => s.Name == "more").Code).Method);
    }

    [Fact]
    public void The_text_of_a_script_in_CSharp_is_no_part_of_the_model()
    {
        string yaml = $"{Start}  more: {{ file: scripts/sign.cs, input: {{ type: string }}, output: {{ type: integer }} }}\n";
        BoundConnector[] bound = [.. new[] { "", "#line 1 \"elsewhere.cs\"\nnamespace X;" }.Select(text =>
            ConnectorBinder.Bind(Definition.Of([("connector.yaml", yaml), ("scripts/sign.js", ""), ("scripts/sign.cs", text)]), TestContext.Current.CancellationToken))];
        Assert.Equal(bound[0].Model, bound[1].Model);
        Assert.Equal(
            "public static partial ValueTask<long> MoreAsync(string input, ScriptContext context, CancellationToken cancellationToken)",
            Assert.Single(CSharpScriptMethod.Of(bound[0].Model!)).Declaration);
    }

    [Fact]
    public void A_name_in_two_files_is_an_error_in_the_second()
    {
        Diagnostic diagnostic = Assert.Single(Bind([("connector.yaml", Start), ("scripts.yaml", "scripts:\n  sign: { file: scripts/sign.js }\n")]).Diagnostics);
        Assert.Equal(("INTC1210", "scripts.yaml", 2), (diagnostic.Descriptor.Id, diagnostic.Location.Path, diagnostic.Location.Start.Line + 1));
    }

    [Fact]
    public void A_name_that_expressions_cannot_write_is_an_error() =>
        AssertFinding($"{Start}  the-script: {{ file: scripts/sign.js }}\n", "INTC1218", "the-script", "the-script");

    [Theory]
    [InlineData("scripts.sing({text: input.text})", "INTC1112", "scripts.sing")]
    [InlineData("scripts.sign()", "INTC1113", "sign")]
    [InlineData("scripts.now(input.text)", "INTC1113", "now")]
    [InlineData("scripts.sign(input.text)", "INTC1121", "input.text")]
    [InlineData("scripts.sign({text: 1})", "INTC1121", "1")]
    [InlineData("scripts.sign({text: input.note})", "INTC1115", "input.note")]
    [InlineData("scripts.sign({note: input.note})", "INTC1405", "{note: input.note}")]
    [InlineData("scripts.sign({text: 'a', nota: 'b'})", "INTC1111", "nota")]
    [InlineData("scripts.sign({text: 'a', text: 'b'})", "INTC1130", "text")]
    [InlineData("scripts.sign({text: input.nothing})", "INTC1111", "nothing")]
    [InlineData("scripts.many([{text: 'a'}, {text: 2}])", "INTC1121", "2")]
    [InlineData("scripts.now() + 'a'", "INTC1117", "scripts.now()")]
    [InlineData("(input.texts ?? []).map(t, scripts.sign({text: t}))", "INTC1606", "scripts.sign")]
    public void A_call_that_does_not_fit_is_an_error_at_its_column(string expression, string id, string at)
    {
        string line = $"    request: {{ path: /x, headers: {{ X-A: \"${{{expression}}}\" }} }}";
        AssertFinding($"{Start}actions:\n  a:\n    version: 1.0.0\n    name: A\n    effect: read\n    {Input}\n{line}\n", id, line, at);
    }

    [Theory]
    [InlineData("servers: { api: https://api.example.com }", "servers: { api: \"https://${scripts.sign({text: 'a'})}.example.com\" }\negress: ['*.example.com']")]
    [InlineData("key: { kind: none }", "key: { kind: session, request: { url: 'https://api.example.com', headers: { X-A: \"${scripts.sign({text: 'a'})}\" } }, token: { value: a } }")]
    [InlineData("key: { kind: none }", "key: { kind: apiKey, in: header, name: X-Key, value: \"${scripts.sign({text: 'a'})}\" }")]
    [InlineData("text: {type: string} }", "")]
    public void A_place_that_cannot_wait_refuses_a_call(string find, string replacement)
    {
        string yaml = find.StartsWith("text", StringComparison.Ordinal)
            ? $"{Start}actions:\n  a:\n    version: 1.0.0\n    name: A\n    effect: read\n    request: {{ path: /x }}\n    paginate: {{ kind: cursor, parameter: p, next: \"${{scripts.sign({{text: 'a'}})}}\" }}\n"
            : Start.Replace(find, replacement, StringComparison.Ordinal);
        AssertFinding(yaml, "INTC1606", "scripts.sign({", "scripts.sign");
    }

    [Theory]
    [InlineData("scripts.sing", "", "INTC1209")]
    [InlineData("sign", "", "INTC1209")]
    [InlineData("scripts.many", "", "INTC1404")]
    [InlineData("scripts.sign", "output: { type: integer }", "INTC1404")]
    [InlineData("scripts.sign", "map: { a: b }", "INTC1414")]
    [InlineData("scripts.sign", "request: { path: /x }", "INTC1401")]
    public void A_script_does_not_carry_out_any_action(string script, string more, string id)
    {
        string yaml = $"{Start}actions:\n  a:\n    version: 1.0.0\n    name: A\n    effect: read\n    {Input}\n    script: {script}\n    {more}\n";
        Assert.Contains(Bind([("connector.yaml", yaml)]).Diagnostics, d => d.Descriptor.Id == id);
    }

    [Fact]
    public void What_a_script_makes_of_a_secret_is_secret()
    {
        string line = "    request: { path: \"/x/${scripts.sign({text: variables.key})}\" }";
        AssertFinding($"{Start}actions:\n  a:\n    version: 1.0.0\n    name: A\n    effect: read\n{line}\n", "INTC1407", line, "\"/x/");
    }

    [Fact]
    public void A_script_that_is_too_large_is_refused()
    {
        Diagnostic diagnostic = Assert.Single(Bind([("connector.yaml", Start)], new string('a', (1024 * 1024) + 1)).Diagnostics);
        Assert.Equal(("INTC1605", "scripts/sign.js"), (diagnostic.Descriptor.Id, diagnostic.Location.Path));
    }

    [Fact]
    public void A_script_that_is_not_UTF8_is_refused_at_the_byte()
    {
        Diagnostic diagnostic = Assert.Single(Bind([("connector.yaml", Start)], "// a\uFFFD").Diagnostics);
        Assert.Equal(("INTC1003", 4), (diagnostic.Descriptor.Id, diagnostic.Location.Range.Start));
    }

    [Fact]
    public void Other_files_may_lie_beside_scripts() =>
        Assert.Empty(Bind([("connector.yaml", Start), ("scripts/README.md", "Read me.")]).Diagnostics);

    private static void AssertFinding(string yaml, string id, string near, string at)
    {
        Diagnostic[] found = [.. Bind([("connector.yaml", yaml)]).Diagnostics.Where(d => d.Descriptor.Severity == DiagnosticSeverity.Error)];
        Assert.True(found.Length > 0 && found[0].Descriptor.Id == id, $"Expected {id}, but: {string.Join('\n', found.Select(d => d.ToString()))}");
        int start = yaml.IndexOf(near, StringComparison.Ordinal);
        Assert.Equal(yaml.LastIndexOf(at, start + near.Length - 1, StringComparison.Ordinal), found[0].Location.Range.Start);
    }

    private static BoundConnector Bind(IEnumerable<(string Path, string Text)> files, string script = "export const sign = a => a;") =>
        ConnectorBinder.Bind(Definition.Of([.. files, ("scripts/sign.js", script), .. Other(files)]), TestContext.Current.CancellationToken);

    // What a script in C# needs to be found.
    private static IEnumerable<(string Path, string Text)> Other(IEnumerable<(string Path, string Text)> files) =>
        files.Any(f => f.Text.Contains("scripts/sign.cs", StringComparison.Ordinal)) ? [("scripts/sign.cs", "")] : [];
}

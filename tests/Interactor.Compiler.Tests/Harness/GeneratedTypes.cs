using System.Text.RegularExpressions;
using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Emit;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Interactor.Compiler.Tests.Harness;

/// <summary>The C# types of datatypes, as a reader sees them: declarations without documentation, bodies and namespaces.</summary>
internal sealed class GeneratedTypes
{
    private const string Head = """
        interactor: 1
        id: demo
        version: 1.0.0
        servers: { api: https://api.example.com }

        """;

    private static readonly Regex Qualifier = new(@"(?:global|\w+)::(?:[A-Z]\w*\.)*", RegexOptions.CultureInvariant);

    private static readonly Regex Accessors = new(@"\{ get => f\d+\.Value; init => f\d+ = new\(value\); \}", RegexOptions.CultureInvariant);

    private static readonly Regex TypeAlias = new(@"\b[a-z][A-Z]\b", RegexOptions.CultureInvariant);

    private readonly CompiledConnector _compiled;

    private GeneratedTypes(CompiledConnector compiled) => _compiled = compiled;

    /// <summary>The ids of what is reported, each with the line that it is reported at, counted from the first line of the datatypes.</summary>
    public IReadOnlyList<string> Findings { get; private init; } = [];

    /// <summary>The names of all types but the inputs of actions, in order.</summary>
    public IReadOnlyList<string> Names => [.. _compiled.Bound.Model!.Datatypes.Select(d => d.Name).Except(_compiled.Bound.Model.Actions.Select(a => a.ClassName[..^"Action".Length] + "Input")).Order(StringComparer.Ordinal)];

    /// <summary>Compiles datatypes; what they become must compile too.</summary>
    /// <param name="datatypes">The entries of <c>datatypes</c>, unindented.</param>
    /// <param name="names">A file of names, as JSON.</param>
    /// <param name="actions">The entries of <c>actions</c>, unindented.</param>
    public static GeneratedTypes Of(string datatypes, string? names = null, string? actions = null)
    {
        string yaml = Head + "datatypes:\n" + Indent(datatypes) + (actions is null ? "" : "\nactions:\n" + Indent(actions));
        List<(string, string)> files = [("connector.yaml", yaml)];
        if (names is not null)
        {
            files.Add(("names.json", names));
        }

        CompiledConnector compiled = ConnectorCompiler.Compile(Definition.Of(files), TestContext.Current.CancellationToken);
        IEnumerable<GeneratedFile> code = compiled.Files;
        GeneratedCode.AssertCompiles(code);
        int first = Head.Count(c => c == '\n') + 1;
        return new GeneratedTypes(compiled)
        {
            Findings = [.. compiled.Bound.Diagnostics.Select(d => $"{d.Descriptor.Id}@{(d.Location.Path == "names.json" ? "names" : (d.Location.Start.Line - first).ToString(System.Globalization.CultureInfo.InvariantCulture))}")],
        };
    }

    /// <summary>A type's declaration, a line each: the type itself, then its members; nothing where the name has no type of its own.</summary>
    public IReadOnlyList<string> this[string name]
    {
        get
        {
            Assert.True(_compiled.Bound.Model is not null, string.Join('\n', _compiled.Bound.Diagnostics.Where(d => d.Descriptor.Severity == DiagnosticSeverity.Error)));
            string type = Declaration(name);
            return [.. type.Split('\n')
                .Select(l => l.Trim())
                .Where(l => (l.StartsWith("public ", StringComparison.Ordinal) && !l.Contains("AdditionalProperties", StringComparison.Ordinal)) || l.EndsWith(',') || l.StartsWith("[s_::Obsolete", StringComparison.Ordinal))
                .Select(l => Accessors.Replace(Qualifier.Replace(TypeAlias.Replace(l, a => Interactor.Compiler.Emit.SourceAliases.Expand(a.Value)), ""), "{ get; init; }"))];
        }
    }

    /// <summary>Whether a text stands in the code.</summary>
    public bool Declares(string code) => _compiled.Files.Any(f => f.Text.Contains(code, StringComparison.Ordinal));

    private string Declaration(string name) => _compiled.Files
        .SelectMany(f => GeneratedCode.Parse(f.Text).GetRoot(TestContext.Current.CancellationToken).DescendantNodes().OfType<BaseTypeDeclarationSyntax>())
        .SingleOrDefault(t => t.Identifier.ValueText == name && t.Parent is BaseNamespaceDeclarationSyntax)
        ?.ToFullString() ?? "";

    private static string Indent(string yaml) => string.Join('\n', yaml.Split('\n').Select(l => "  " + l)) + "\n";
}

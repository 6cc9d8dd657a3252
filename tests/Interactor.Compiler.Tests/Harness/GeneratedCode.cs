using System.Collections.Immutable;
using Interactor.Compiler.Emit;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using RoslynDiagnostic = Microsoft.CodeAnalysis.Diagnostic;
using RoslynSeverity = Microsoft.CodeAnalysis.DiagnosticSeverity;

namespace Interactor.Compiler.Tests.Harness;

/// <summary>Parses and compiles emitted files as the C# compiler would, against the real runtime and nothing of ours beside it.</summary>
internal static class GeneratedCode
{
    private static readonly string[] Referenced = ["System", "Microsoft.Extensions", "Microsoft.Win32", "Polly", "netstandard", "mscorlib"];

    private static readonly ImmutableArray<MetadataReference> References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(p => Path.GetFileNameWithoutExtension(p) is var name && (name == "Interactor.Runtime" || Referenced.Any(r => name.StartsWith(r, StringComparison.Ordinal))))
            .Select(p => MetadataReference.CreateFromFile(p)),
    ];

    private static readonly CSharpParseOptions Parsing =
        CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Latest).WithDocumentationMode(DocumentationMode.Diagnose);

    public static SyntaxTree Parse(string text, string path = "") => CSharpSyntaxTree.ParseText(text, Parsing, path);

    public static CSharpCompilation Compile(IEnumerable<SyntaxTree> trees) => CSharpCompilation.Create(
        "Generated",
        trees,
        References,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, deterministic: true, concurrentBuild: false));

    public static CSharpCompilation Compile(IEnumerable<GeneratedFile> files) => Compile(files.Select(f => Parse(f.Text, f.HintName)));

    // The method of a script in C#, whose other half is the script's own file.
    private static readonly string[] NotImplemented = ["CS8795", "CS0762"];

    /// <summary>Everything that a person who builds with warnings as errors would be stopped by.</summary>
    public static IReadOnlyList<RoslynDiagnostic> Findings(IEnumerable<RoslynDiagnostic> diagnostics) =>
        [.. diagnostics.Where(d => d.Severity >= RoslynSeverity.Warning && !d.IsSuppressed && !NotImplemented.Contains(d.Id))];

    /// <summary>Fails with the first findings when the files do not compile without a warning.</summary>
    public static void AssertCompiles(IEnumerable<GeneratedFile> files)
    {
        IReadOnlyList<RoslynDiagnostic> findings = Findings(Compile(files).GetDiagnostics());
        Assert.True(findings.Count == 0, string.Join('\n', findings.Take(8)));
    }
}

using System.Text;
using Interactor.Compiler.Emit;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Interactor.Corpus.Running;

/// <summary>Compiles generated code as a strict project does: nullable on, warnings as errors.</summary>
internal sealed class CodeCheck(bool implicitUsings)
{
    private const int WarningLevel = 9999;

    private const string Usings =
        """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    private static readonly CSharpParseOptions Parsing = new(LanguageVersion.Latest, DocumentationMode.Parse);

    private static readonly CSharpCompilationOptions Options = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)
        .WithNullableContextOptions(NullableContextOptions.Enable)
        .WithGeneralDiagnosticOption(ReportDiagnostic.Error)
        .WithWarningLevel(WarningLevel)
        .WithDeterministic(true);

    private static readonly Lazy<MetadataReference[]> References = new(() =>
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Where(static path => !Path.GetFileName(path).StartsWith("Interactor.Co", StringComparison.Ordinal))
            .Select(static path => MetadataReference.CreateFromFile(path)),
    ]);

    /// <summary>The errors; empty where the code is clean.</summary>
    public IReadOnlyList<Diagnostic> Compile(string name, IReadOnlyList<GeneratedFile> files, CancellationToken cancellation)
    {
        List<SyntaxTree> trees = [];
        foreach (GeneratedFile file in files)
        {
            trees.Add(CSharpSyntaxTree.ParseText(SourceText.From(file.Text, Encoding.UTF8), Parsing, file.HintName, cancellation));
        }

        if (implicitUsings)
        {
            trees.Add(CSharpSyntaxTree.ParseText(Usings, Parsing, "GlobalUsings.g.cs", cancellationToken: cancellation));
        }

        CSharpCompilation compilation = CSharpCompilation.Create(name, trees, References.Value, Options);
        return [.. compilation.Emit(Stream.Null, cancellationToken: cancellation).Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error)];
    }
}

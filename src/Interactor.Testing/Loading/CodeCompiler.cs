using System.Text;
using Interactor.Compiler.Emit;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;

namespace Interactor.Testing.Loading;

/// <summary>Compiles generated files to an assembly in memory. A warning is an error, as in a project that treats them so.</summary>
internal static class CodeCompiler
{
    // The newest warnings too, which a project gets with the newest analysis level.
    private const int WarningLevel = 9999;

    private static readonly CSharpParseOptions Parsing = new(LanguageVersion.Latest);

    private static readonly CSharpCompilationOptions Options = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)
        .WithNullableContextOptions(NullableContextOptions.Enable)
        .WithOptimizationLevel(OptimizationLevel.Release)
        .WithGeneralDiagnosticOption(ReportDiagnostic.Error)
        .WithWarningLevel(WarningLevel)
        .WithDeterministic(true);

    /// <exception cref="InvalidOperationException">The code does not compile, which is a defect of the connector compiler.</exception>
    public static MemoryStream Compile(string name, IReadOnlyList<GeneratedFile> files, CancellationToken cancellation)
    {
        CSharpCompilation compilation = CSharpCompilation.Create(
            name,
            files.Select(file => CSharpSyntaxTree.ParseText(SourceText.From(file.Text, Encoding.UTF8), Parsing, file.HintName, cancellation)),
            PlatformReferences.All,
            Options);
        MemoryStream assembly = new();
        EmitResult result = compilation.Emit(assembly, cancellationToken: cancellation);
        if (!result.Success)
        {
            IEnumerable<Diagnostic> errors = result.Diagnostics.Where(d => d.Severity == Microsoft.CodeAnalysis.DiagnosticSeverity.Error).Take(10);
            throw new InvalidOperationException(
                $"The generated code of '{name}' does not compile. This is a defect of the connector compiler; please report it with the definition.\n{string.Join('\n', errors)}");
        }

        assembly.Position = 0;
        return assembly;
    }
}

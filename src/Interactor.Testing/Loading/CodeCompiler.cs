using System.Text;
using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Emit;
using Interactor.Compiler.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;
using Diagnostic = Microsoft.CodeAnalysis.Diagnostic;
using DiagnosticSeverity = Microsoft.CodeAnalysis.DiagnosticSeverity;

namespace Interactor.Testing.Loading;

/// <summary>Compiles generated files, and the scripts in C# beside them, to an assembly in memory. A warning in generated code is an error, as in a project that treats them so.</summary>
internal static class CodeCompiler
{
    // The newest warnings too, which a project gets with the newest analysis level.
    private const int WarningLevel = 9999;

    // What the SDK imports where ImplicitUsings are enabled, as new projects have it; nothing else compiles with them.
    private const string ImplicitUsings =
        """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    private static readonly CSharpParseOptions Parsing = new(LanguageVersion.Latest);

    private static readonly CSharpCompilationOptions Options = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)
        .WithNullableContextOptions(NullableContextOptions.Enable)
        .WithOptimizationLevel(OptimizationLevel.Release)
        .WithWarningLevel(WarningLevel)
        .WithDeterministic(true);

    /// <param name="name">The name of the assembly.</param>
    /// <param name="files">The generated files.</param>
    /// <param name="scripts">The files of scripts in C#.</param>
    /// <param name="cancellation">Ends the compilation.</param>
    /// <exception cref="InvalidOperationException">The code does not compile, which is a defect of the connector compiler.</exception>
    public static CompiledCode Compile(string name, IReadOnlyList<GeneratedFile> files, IReadOnlyList<SourceFile> scripts, CancellationToken cancellation)
    {
        IEnumerable<SyntaxTree> generated = files.Select(file => Parse(file.Text, file.HintName, cancellation));
        Dictionary<SyntaxTree, SourceFile> written = scripts.ToDictionary(script => Parse(script.Text, script.Path, cancellation));
        CSharpCompilation compilation = CSharpCompilation.Create(name, [.. generated, .. written.Keys], PlatformReferences.All, Options);
        if (scripts.Count > 0)
        {
            compilation = compilation.AddSyntaxTrees(Parse(ImplicitUsings, "ImplicitUsings.cs", cancellation));
        }

        MemoryStream assembly = new();
        MemoryStream symbols = new();
        EmitResult result = compilation.Emit(assembly, symbols, options: new EmitOptions(debugInformationFormat: DebugInformationFormat.PortablePdb), cancellationToken: cancellation);
        ILookup<bool, Diagnostic> found = result.Diagnostics.ToLookup(d => d.Location.SourceTree is { } tree && written.ContainsKey(tree));
        DiagnosticBag findings = new();
        foreach (Diagnostic error in found[true].Where(d => d.Severity == DiagnosticSeverity.Error))
        {
            TextSpan at = error.Location.SourceSpan;
            findings.Report(ScriptDiagnostics.CSharpError, written[error.Location.SourceTree!].Locate(new TextRange(at.Start, at.Length)), error.Id, MessageOf(error));
        }

        // What a script declares can be in the way of generated code, which is told only where no script has an error of its own.
        Diagnostic[] elsewhere = [.. found[false].Where(d => d.Severity == DiagnosticSeverity.Error || (d.Severity == DiagnosticSeverity.Warning && scripts.Count == 0))];
        if (elsewhere.Length > 0 && scripts.Count == 0)
        {
            throw new InvalidOperationException(
                $"The generated code of '{name}' does not compile. This is a defect of the connector compiler; please report it with the definition.\n{string.Join('\n', elsewhere.Take(10))}");
        }

        foreach (Diagnostic error in findings.HasErrors ? [] : elsewhere)
        {
            findings.Report(ScriptDiagnostics.CSharpError, scripts[0].Locate(default), error.Id, "together with the generated code, " + MessageOf(error));
        }

        assembly.Position = 0;
        symbols.Position = 0;
        return findings.HasErrors ? new CompiledCode(null, null, findings.ToSorted()) : new CompiledCode(assembly, symbols, []);
    }

    private static SyntaxTree Parse(string text, string path, CancellationToken cancellation) =>
        CSharpSyntaxTree.ParseText(SourceText.From(text, Encoding.UTF8), Parsing, path, cancellation);

    private static string MessageOf(Diagnostic error) => error.GetMessage(System.Globalization.CultureInfo.InvariantCulture);
}

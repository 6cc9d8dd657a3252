using System.Reflection;
using System.Runtime.Loader;
using System.Text;
using Interactor.Runtime.Json;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;

namespace Interactor.Conformance.Running;

/// <summary>Many cases as one assembly in memory. A case whose C# does not compile gets a problem; the others go on without it.</summary>
internal sealed class CaseAssembly : IDisposable
{
    private static readonly CSharpParseOptions Parsing = new(LanguageVersion.Latest, DocumentationMode.None);

    private static readonly Lazy<MetadataReference[]> References = new(() =>
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Where(p => Path.GetFileName(p) is var name && (name.StartsWith("System.", StringComparison.Ordinal) || name is "Interactor.Runtime.dll" or "netstandard.dll"))
            .Select(p => MetadataReference.CreateFromFile(p)),
    ]);

    private readonly AssemblyLoadContext _context = new("suite", isCollectible: true);
    private readonly Assembly _assembly;

    private CaseAssembly(Stream assembly) => _assembly = _context.LoadFromStream(assembly);

    /// <summary>Compiles and loads; null where nothing is left to load.</summary>
    public static CaseAssembly? Load(IEnumerable<CompiledCase> cases)
    {
        Dictionary<string, CompiledCase> byFile = [];
        List<SyntaxTree> trees = [];
        foreach (CompiledCase one in cases.Where(c => c.Problem is null))
        {
            foreach (Compiler.Emit.GeneratedFile file in one.Code)
            {
                byFile.Add(file.HintName, one);
                trees.Add(CSharpSyntaxTree.ParseText(SourceText.From(file.Text, Encoding.UTF8), Parsing, file.HintName));
            }
        }

        while (trees.Count > 0)
        {
            MemoryStream assembly = new();
            EmitResult emitted = CSharpCompilation.Create("Suite", trees, References.Value, Options()).Emit(assembly);
            if (emitted.Success)
            {
                assembly.Position = 0;
                return new CaseAssembly(assembly);
            }

            Blame(emitted, byFile);
            trees.RemoveAll(t => byFile[t.FilePath].Problem is not null);
        }

        return null;
    }

    /// <summary>The validator that was generated for a case.</summary>
    public JsonSchema SchemaOf(CompiledCase one) => (JsonSchema)_assembly
        .GetType(one.JsonClass, throwOnError: true)!
        .GetProperty("Schema", BindingFlags.Public | BindingFlags.Static | BindingFlags.FlattenHierarchy)!
        .GetValue(null)!;

    /// <inheritdoc/>
    public void Dispose() => _context.Unload();

    private static CSharpCompilationOptions Options() => new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)
        .WithNullableContextOptions(NullableContextOptions.Enable)
        .WithOptimizationLevel(OptimizationLevel.Release);

    private static void Blame(EmitResult emitted, Dictionary<string, CompiledCase> byFile)
    {
        bool isAnyBlamed = false;
        foreach (Diagnostic error in emitted.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error))
        {
            if (error.Location.SourceTree is { } tree && byFile[tree.FilePath] is { Problem: null } one)
            {
                one.Problem = $"the generated C# does not compile: {error}";
                isAnyBlamed = true;
            }
        }

        if (!isAnyBlamed)
        {
            throw new InvalidOperationException($"The generated C# does not compile: {emitted.Diagnostics.FirstOrDefault(d => d.Severity == DiagnosticSeverity.Error)}");
        }
    }
}

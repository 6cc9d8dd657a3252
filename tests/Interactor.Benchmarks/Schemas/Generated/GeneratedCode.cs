using System.Diagnostics;
using Interactor.Benchmarks.Schemas.Sets;
using Interactor.Compiler.Emit;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;

namespace Interactor.Benchmarks.Schemas.Generated;

/// <summary>
/// The C# of a set's schema, compiled in this process as a project would compile it: what it costs can be told, and a schema that
/// does not compile spoils its own row only.
/// </summary>
/// <param name="Assembly">The image, without debug information.</param>
/// <param name="Generating">From the schema's text to C#.</param>
/// <param name="Compiling">From C# to the image.</param>
internal sealed record GeneratedCode(byte[] Assembly, int Files, TimeSpan Generating, TimeSpan Compiling)
{
    private static readonly CSharpParseOptions Parsing = new(LanguageVersion.Latest);

    private static readonly CSharpCompilationOptions Options = new(
        OutputKind.DynamicallyLinkedLibrary,
        optimizationLevel: OptimizationLevel.Release,
        nullableContextOptions: NullableContextOptions.Enable,
        deterministic: true);

    private static readonly MetadataReference[] References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path)),
    ];

    /// <exception cref="NotSupportedException">The schema or its C# does not compile; the message says why.</exception>
    public static GeneratedCode Of(SchemaSet set)
    {
        long start = Stopwatch.GetTimestamp();
        IReadOnlyList<GeneratedFile> files = SchemaCode.Generate(set);
        TimeSpan generating = Stopwatch.GetElapsedTime(start);

        start = Stopwatch.GetTimestamp();
        IEnumerable<SyntaxTree> trees = files
            .Select(file => CSharpSyntaxTree.ParseText(file.Text, Parsing, file.HintName))
            .Append(CSharpSyntaxTree.ParseText(SchemaCode.Entry(), Parsing, "Entry.cs"));
        CSharpCompilation compilation = CSharpCompilation.Create("Interactor.Measured." + set.Name, trees, References, Options);
        using MemoryStream image = new();
        EmitResult result = compilation.Emit(image);
        TimeSpan compiling = Stopwatch.GetElapsedTime(start);
        return result.Success
            ? new GeneratedCode(image.ToArray(), files.Count, generating, compiling)
            : throw new NotSupportedException($"generated C#: {result.Diagnostics.First(d => d.Severity == DiagnosticSeverity.Error)}");
    }
}

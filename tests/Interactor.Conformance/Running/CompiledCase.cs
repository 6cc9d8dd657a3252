using Interactor.Compiler;
using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Emit;
using Interactor.Compiler.Model;
using Interactor.Compiler.Schemas;
using Interactor.Compiler.Text;
using Interactor.Conformance.Suite;

namespace Interactor.Conformance.Running;

/// <summary>A case with the C# that the compiler makes of its schema.</summary>
internal sealed class CompiledCase
{
    private CompiledCase(SuiteFile file, SuiteCase content)
    {
        File = file;
        Case = content;
    }

    public SuiteFile File { get; }

    public SuiteCase Case { get; }

    public IReadOnlyList<GeneratedFile> Code { get; private set; } = [];

    /// <summary>The full name of the class that holds the validator.</summary>
    public string JsonClass { get; private set; } = "";

    /// <summary>Why there is no validator; null where there is one.</summary>
    public string? Problem { get; set; }

    /// <param name="number">A namespace of its own is made of it.</param>
    public static CompiledCase Compile(SuiteFile file, SuiteCase content, int number, EquatableArray<SchemaDocument> remotes, bool assertFormat)
    {
        CompiledCase compiled = new(file, content);
        JsonSchemaSources sources = new()
        {
            Root = new SchemaDocument(new SourceFile($"case{number}.json", content.Schema)),
            Name = "Root",
            Namespace = $"Suite.Case{number}",
            Documents = remotes,
            Dialect = file.Draft.Dialect,
            Assertions = (assertFormat || file.IsAboutFormats ? SchemaAssertions.Format : SchemaAssertions.None)
                | (file.IsAboutContent ? SchemaAssertions.Content : SchemaAssertions.None),
        };
        try
        {
            CompiledJsonSchema result = JsonSchemaCompiler.Compile(sources);
            Diagnostic[] errors = [.. result.Bound.Diagnostics.Where(d => d.Descriptor.Severity == DiagnosticSeverity.Error)];
            if (errors.Length == 0 && result.Bound.Model is { } model)
            {
                compiled.Code = result.Files;
                compiled.JsonClass = $"{model.Namespace}.{model.Name}Json";
            }
            else
            {
                compiled.Problem = $"the schema is refused: {string.Join("; ", errors.Select(e => $"{e.Descriptor.Id} {e.Message}"))}";
            }
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            compiled.Problem = $"the compiler fails: {error}";
        }

        return compiled;
    }
}

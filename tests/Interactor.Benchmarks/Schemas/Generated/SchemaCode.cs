using Interactor.Benchmarks.Schemas.Sets;
using Interactor.Compiler;
using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Emit;
using Interactor.Compiler.Schemas;
using Interactor.Compiler.Text;

namespace Interactor.Benchmarks.Schemas.Generated;

/// <summary>The one place that knows how a stand-alone schema becomes C#, and what of that C# is called.</summary>
internal static class SchemaCode
{
    public const string EntryType = Namespace + ".Entry";

    private const string Namespace = "Measured";

    private const string TypeName = "Document";

    /// <summary>The product's own path.</summary>
    /// <exception cref="NotSupportedException">The compiler refuses the schema; the message is its first diagnostic.</exception>
    public static IReadOnlyList<GeneratedFile> Generate(SchemaSet set)
    {
        CompiledJsonSchema compiled = JsonSchemaCompiler.Compile(new JsonSchemaSources
        {
            Root = new(new SourceFile($"{set.SchemaFile}.schema.json", set.Schema)),
            Documents = [.. set.Others.Select(o => new SchemaDocument(new SourceFile($"{o.SchemaFile}.schema.json", SchemaSet.TextOf(o.SchemaFile)), [o.Uri]))],
            Name = TypeName,
            Namespace = Namespace,
            Assertions = SchemaAssertions.Format,
        });
        return compiled.Bound.Diagnostics.FirstOrDefault(d => d.Descriptor.Severity == DiagnosticSeverity.Error) is { } error
            ? throw new NotSupportedException($"{error.Descriptor.Id}: {error.Message}")
            : compiled.Files;
    }

    /// <summary>C# that is compiled beside the generated files and calls them as a user would.</summary>
    public static string Entry()
    {
        string json = $"global::{Namespace}.{TypeName}Json";
        return $$"""
            namespace {{Namespace}};

            public static class Entry
            {
                public static bool IsValid(byte[] utf8) => {{json}}.Schema.IsValid(utf8);

                public static bool Read(byte[] utf8) => {{json}}.Contract.TryParseValid(utf8, out _, out _);
            }
            """;
    }
}

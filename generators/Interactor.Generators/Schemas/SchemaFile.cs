using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Model;
using Interactor.Compiler.Schemas;
using Interactor.Compiler.Text;
using Diagnostic = Interactor.Compiler.Diagnostics.Diagnostic;

namespace Interactor.Generators.Schemas;

/// <summary>A schema file, read, with the namespace that its types go to.</summary>
/// <param name="Diagnostics">What is wrong with what the project says about it.</param>
internal sealed record SchemaFile(SchemaDocument Document, string Namespace, EquatableArray<Diagnostic> Diagnostics)
{
    /// <summary>Reads the file; null where it cannot be read, which the C# compiler reports itself.</summary>
    public static SchemaFile? Read(JsonSchemaItem item, CancellationToken cancellation)
    {
        if (AdditionalSource.Read(item.Text, cancellation) is not { } source)
        {
            return null;
        }

        DiagnosticBag diagnostics = new();
        SchemaDocument document = SchemaDocument.At(RelativePath.From(item.ProjectFolder, source.Path), source) with
        {
            TypeName = item.TypeName,
            Dialect = DialectOf(item, source, diagnostics),
            Assertions = (Flag(item.AssertFormat, "AssertFormat", otherwise: true, source, diagnostics) ? SchemaAssertions.Format : SchemaAssertions.None)
                | (Flag(item.AssertContent, "AssertContent", otherwise: false, source, diagnostics) ? SchemaAssertions.Content : SchemaAssertions.None),
        };
        return new SchemaFile(document, item.Namespace, diagnostics.ToSorted());
    }

    private static SchemaDialect? DialectOf(JsonSchemaItem item, SourceFile source, DiagnosticBag diagnostics)
    {
        if (item.Dialect is null || DialectName.Find(item.Dialect) is { } dialect)
        {
            return item.Dialect is null ? null : DialectName.Find(item.Dialect);
        }

        diagnostics.Report(StructureDiagnostics.UnknownValue, source.Locate(default), item.Dialect, "'Dialect'", string.Join(", ", DialectName.All), Nearest.Hint(item.Dialect, DialectName.All));
        return null;
    }

    private static bool Flag(string? value, string name, bool otherwise, SourceFile source, DiagnosticBag diagnostics)
    {
        switch (value?.ToLowerInvariant())
        {
            case null:
                return otherwise;
            case "true" or "false":
                return value.Equals("true", StringComparison.OrdinalIgnoreCase);
            default:
                diagnostics.Report(StructureDiagnostics.UnknownValue, source.Locate(default), value!, $"'{name}'", "true, false", "");
                return otherwise;
        }
    }
}

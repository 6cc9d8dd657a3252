using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Schemas;
using Interactor.Compiler.Schemas.Dialects;

namespace Interactor.Compiler.Binding.Settings;

/// <summary>How the schemas of a connector were written: the key <c>schemas</c>.</summary>
/// <param name="Dialect">What keywords mean.</param>
/// <param name="IsLenient">They are taken from a document of somebody else, so that findings in them are notes.</param>
internal sealed record SchemaOrigin(Dialect Dialect, bool IsLenient)
{
    public static SchemaOrigin Read(MappingReader? reader, BindingContext context)
    {
        if (reader is null)
        {
            return new SchemaOrigin(Dialect.Connector, IsLenient: false);
        }

        SchemaDialect? dialect = reader.TakeChoice("dialect", null, [.. DialectName.All.Select(n => (n, DialectName.Find(n)))]);
        bool isLenient = reader.TakeBoolean("lenient");
        reader.Done();
        if (isLenient)
        {
            context.IsLenient = true;
            context.Diagnostics.TakeAsNotes(DatatypeDiagnostics.All);
        }

        return new SchemaOrigin(dialect is { } known ? Dialect.Of(known) : Dialect.Connector, isLenient);
    }
}

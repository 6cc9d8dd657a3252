using Interactor.Compiler.Binding.Datatypes;
using Interactor.Compiler.Binding.Naming;
using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Emit.Encoding;
using Interactor.Compiler.Model;

namespace Interactor.Compiler.Binding;

/// <summary>Binds a schema that stands on its own to its model. Findings are collected; nothing is thrown for bad input.</summary>
public static class JsonSchemaBinder
{
    /// <exception cref="OperationCanceledException">The compilation was cancelled.</exception>
    public static BoundJsonSchema Bind(JsonSchemaSources sources, CancellationToken cancellation)
    {
        DiagnosticBag diagnostics = new();
        foreach (Diagnostic finding in sources.Root.Diagnostics)
        {
            diagnostics.Report(finding.Descriptor, finding.Location, [.. finding.Arguments]);
        }

        JsonSchemaModel? model = sources.Root.Root is null || diagnostics.HasErrors ? null : BindRoot(sources, diagnostics, cancellation);
        return new BoundJsonSchema(diagnostics.HasErrors ? null : model, diagnostics.ToSorted());
    }

    private static JsonSchemaModel? BindRoot(JsonSchemaSources sources, DiagnosticBag diagnostics, CancellationToken cancellation)
    {
        BindingContext context = new(diagnostics, cancellation);
        if (!sources.Namespace.Split('.').All(CSharpIdentifier.IsValid))
        {
            context.Report(StructureDiagnostics.InvalidName, sources.Root.Root!, sources.Namespace, "a C# namespace; correct the Namespace of the JsonSchema item");
            return null;
        }

        context.Types.Reserve(ReservedNames.ForTypes("", []));
        if (StandaloneSchemas.Read(sources, context) is not { } schemas)
        {
            return null;
        }

        DatatypeBinder datatypes = new(context, schemas);
        datatypes.BindAll();
        return new JsonSchemaModel(sources.Namespace, datatypes.CSharpNameOf(Schemas.Normal.SchemaWriter.ReferencePrefix + schemas.TextHome)!, CheckedTypes.Mark(context.Types.All()));
    }
}

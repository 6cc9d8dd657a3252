using Interactor.Compiler.Binding.Datatypes;
using Interactor.Compiler.Binding.Naming;
using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Emit.Encoding;
using Interactor.Compiler.Model;
using Interactor.Compiler.Schemas.Normal;

namespace Interactor.Compiler.Binding;

/// <summary>Binds schemas that stand on their own to their model. Findings are collected; nothing is thrown for bad input.</summary>
public static class JsonSchemaBinder
{
    /// <exception cref="OperationCanceledException">The compilation was cancelled.</exception>
    public static BoundJsonSchema Bind(JsonSchemaSources sources, CancellationToken cancellation)
    {
        DiagnosticBag diagnostics = new();
        foreach (Diagnostic finding in sources.Siblings.Prepend(sources.Root).SelectMany(d => d.Diagnostics))
        {
            diagnostics.Report(finding.Descriptor, finding.Location, [.. finding.Arguments]);
        }

        JsonSchemaModel? model = sources.Root.Root is null ? null : BindRoots(sources, diagnostics, cancellation);
        return new BoundJsonSchema(model, diagnostics.ToSorted());
    }

    private static JsonSchemaModel? BindRoots(JsonSchemaSources sources, DiagnosticBag diagnostics, CancellationToken cancellation)
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
        return new JsonSchemaModel(sources.Namespace, datatypes.CSharpNameOf(SchemaWriter.ReferencePrefix + schemas.Root)!, ProofKinds.Mark(context.Types.All()));
    }
}

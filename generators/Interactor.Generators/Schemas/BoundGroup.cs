using Interactor.Compiler.Binding;
using Interactor.Compiler.Model;
using Diagnostic = Interactor.Compiler.Diagnostics.Diagnostic;

namespace Interactor.Generators.Schemas;

/// <summary>What the schemas of one namespace mean.</summary>
internal sealed record BoundGroup(JsonSchemaModel? Model, EquatableArray<Diagnostic> Diagnostics)
{
    /// <summary>Binds a group.</summary>
    public static BoundGroup Of(SchemaGroup group, CancellationToken cancellation)
    {
        EquatableArray<Diagnostic> unreadable = group.Unreadable.SelectMany(d => d.Diagnostics).ToEquatableArray();
        if (group.Sources is not { } sources)
        {
            return new BoundGroup(null, unreadable);
        }

        try
        {
            BoundJsonSchema bound = JsonSchemaBinder.Bind(sources, cancellation);
            return new BoundGroup(bound.Model, unreadable.Concat(bound.Diagnostics).ToEquatableArray());
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            return new BoundGroup(null, GuardedCompiler.Failed(group.Namespace, sources.Root.File.Locate(default), failure));
        }
    }
}

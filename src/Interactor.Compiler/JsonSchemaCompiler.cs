using Interactor.Compiler.Binding;
using Interactor.Compiler.Emit;
using Interactor.Compiler.Model;

namespace Interactor.Compiler;

/// <summary>
/// Compiles a JSON Schema that stands on its own: documents in, C# types with their readers, writers and validators out. Pure: the same
/// sources give the same bytes.
/// </summary>
public static class JsonSchemaCompiler
{
    /// <summary>Binds and, when there is no error, emits.</summary>
    /// <exception cref="OperationCanceledException">The compilation was cancelled.</exception>
    public static CompiledJsonSchema Compile(JsonSchemaSources sources, CancellationToken cancellation = default)
    {
        BoundJsonSchema bound = JsonSchemaBinder.Bind(sources, cancellation);
        EquatableArray<GeneratedFile> files = bound.Model is { } model ? JsonSchemaEmitter.Emit(model, cancellation) : [];
        return new CompiledJsonSchema(bound, files);
    }
}

/// <summary>What compiling one schema gives.</summary>
/// <param name="Files">Empty when there are errors.</param>
public sealed record CompiledJsonSchema(BoundJsonSchema Bound, EquatableArray<GeneratedFile> Files);

using Interactor.Compiler.Binding;
using Interactor.Compiler.Emit;
using Interactor.Compiler.Model;

namespace Interactor.Compiler;

/// <summary>
/// Compiles JSON Schemas that stand on their own: documents in, C# types with their readers, writers and validators out. Pure: the same
/// sources give the same bytes.
/// </summary>
public static class JsonSchemaCompiler
{
    /// <summary>Binds and emits. What has errors is emitted as far as it can be understood, so that what uses the types is not in error too.</summary>
    /// <exception cref="OperationCanceledException">The compilation was cancelled.</exception>
    public static CompiledJsonSchema Compile(JsonSchemaSources sources, CancellationToken cancellation = default)
    {
        BoundJsonSchema bound = JsonSchemaBinder.Bind(sources, cancellation);
        EquatableArray<GeneratedFile> files = bound.Model is { } model ? JsonSchemaEmitter.Emit(model, cancellation) : [];
        return new CompiledJsonSchema(bound, files);
    }
}

/// <summary>What compiling schemas gives.</summary>
/// <param name="Files">Empty when the root cannot be read at all.</param>
public sealed record CompiledJsonSchema(BoundJsonSchema Bound, EquatableArray<GeneratedFile> Files);

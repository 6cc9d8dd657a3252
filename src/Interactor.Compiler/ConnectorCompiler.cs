using Interactor.Compiler.Binding;
using Interactor.Compiler.Emit;
using Interactor.Compiler.Model;

namespace Interactor.Compiler;

/// <summary>
/// The compiler's front door: definition files in, C# and diagnostics out. Pure: the same sources give the same bytes.
/// </summary>
public static class ConnectorCompiler
{
    /// <summary>Binds and, when there is no error, emits.</summary>
    /// <exception cref="OperationCanceledException">The compilation was cancelled.</exception>
    public static CompiledConnector Compile(ConnectorSources sources, CancellationToken cancellation = default)
    {
        BoundConnector bound = ConnectorBinder.Bind(sources, cancellation);
        EquatableArray<GeneratedFile> files = bound.Model is { } model ? ConnectorEmitter.Emit(model, cancellation) : [];
        return new CompiledConnector(bound, files);
    }
}

/// <summary>What compiling one connector gives.</summary>
/// <param name="Files">Empty when there are errors.</param>
public sealed record CompiledConnector(BoundConnector Bound, EquatableArray<GeneratedFile> Files);

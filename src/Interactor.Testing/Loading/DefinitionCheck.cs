using Interactor.Compiler;
using Interactor.Compiler.Binding;
using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Model;

namespace Interactor.Testing.Loading;

/// <summary>Finds what is wrong with a definition and with its scripts in C#, which the connector compiler alone does not read.</summary>
public static class DefinitionCheck
{
    /// <summary>Every finding, warnings included, in the order of files and places.</summary>
    public static IReadOnlyList<Diagnostic> Run(ConnectorSources sources, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(sources);
        CompiledConnector compiled = ConnectorCompiler.Compile(sources, cancellation);
        return compiled.Bound.Model?.Scripts.Any(s => s.Code is CSharpScriptModel) == true
            ? BuiltConnector.Of(sources, cancellation).Diagnostics
            : compiled.Bound.Diagnostics;
    }
}

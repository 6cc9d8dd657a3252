using Interactor.Compiler;
using Interactor.Compiler.Binding;
using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Emit.Scripts;
using Interactor.Compiler.Model;
using Interactor.Compiler.Text;
using Interactor.Generators.Scripts;

namespace Interactor.Testing.Loading;

/// <summary>A definition, its generated code and its scripts in C#, compiled in this process and not loaded.</summary>
/// <param name="Compiled">What the definition gave.</param>
/// <param name="Code">The assembly; null where the definition or a script has errors.</param>
/// <param name="Diagnostics">Everything that was found.</param>
internal sealed record BuiltConnector(CompiledConnector Compiled, CompiledCode? Code, IReadOnlyList<Diagnostic> Diagnostics)
{
    /// <summary>Compiles a connector.</summary>
    public static BuiltConnector Of(ConnectorSources sources, CancellationToken cancellation)
    {
        CompiledConnector compiled = ConnectorCompiler.Compile(sources, cancellation);
        if (compiled.Bound.Model is not { } model)
        {
            return new BuiltConnector(compiled, null, compiled.Bound.Diagnostics);
        }

        SourceFile[] scripts = [.. CSharpScriptCheck.FilesOf(model, sources)];
        if (scripts.Length > 0 && sources.Namespace is null && NamespaceOf(scripts, model, cancellation) is { } own && own != model.Namespace)
        {
            return Of(sources with { Namespace = own }, cancellation);
        }

        EquatableArray<Diagnostic> missing = CSharpScriptCheck.Of(model, sources, cancellation);
        if (missing.Count > 0)
        {
            return new BuiltConnector(compiled, null, [.. compiled.Bound.Diagnostics, .. missing]);
        }

        CompiledCode code = CodeCompiler.Compile($"{model.Owner}.{model.Id}", compiled.Files, scripts, cancellation);
        return new BuiltConnector(compiled, code.Assembly is null ? null : code, [.. compiled.Bound.Diagnostics, .. code.Diagnostics]);
    }

    // The project of a connector may give it another namespace, and nobody here knows the project. Scripts are written for it.
    private static string? NamespaceOf(SourceFile[] scripts, ConnectorModel model, CancellationToken cancellation)
    {
        string className = CSharpScriptMethod.Of(model).First().ClassName;
        return scripts.Select(script => CSharpScriptCheck.NamespaceOf(script, className, cancellation)).FirstOrDefault(name => name is not null);
    }
}

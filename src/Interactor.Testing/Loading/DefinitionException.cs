using Interactor.Compiler.Diagnostics;

namespace Interactor.Testing.Loading;

/// <summary>A definition has errors, so there is no connector to load.</summary>
public sealed class DefinitionException : Exception
{
    /// <summary>An exception for the findings of one definition.</summary>
    public DefinitionException(IReadOnlyList<Diagnostic> diagnostics)
        : base(string.Join(Environment.NewLine, diagnostics.Where(d => d.Descriptor.Severity == DiagnosticSeverity.Error)))
    {
        Diagnostics = diagnostics;
    }

    /// <summary>Every finding, warnings included, in the order of files and places.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; }
}

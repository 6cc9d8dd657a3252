using Interactor.Compiler.Diagnostics;

namespace Interactor.Generators;

/// <summary>What only the generator reports.</summary>
internal static class GeneratorDiagnostics
{
    /// <summary>The compiler threw: a defect of ours, whatever the definition holds.</summary>
    public static readonly DiagnosticDescriptor CompilerFailed = new(
        "INTC9999",
        DiagnosticSeverity.Error,
        "The compiler failed",
        "The compiler failed on the connector '{0}'. This is a defect of the compiler and not of the definition; please report it with this text: {1}.");
}

namespace Interactor.Compiler.Diagnostics;

/// <summary>How much a diagnostic weighs. Any error stops emission of its connector.</summary>
public enum DiagnosticSeverity
{
    Info,
    Warning,
    Error,
}

using Interactor.Compiler.Model;

namespace Interactor.Compiler.Diagnostics;

/// <summary>INTC1500–1549: tests in definitions.</summary>
public static class TestDiagnostics
{
    public static readonly DiagnosticDescriptor ExpectsNothing = Error("INTC1501", "A test expects exactly one end", "A test has one of 'output', 'pages' and 'error', or 'pages' that end with an 'error'; this one has {0}.");
    public static readonly DiagnosticDescriptor InvalidTime = Error("INTC1502", "Invalid time", "'{0}' is not an RFC 3339 time such as 2026-01-02T03:04:05Z.");

    public static EquatableArray<DiagnosticDescriptor> All { get; } = [ExpectsNothing, InvalidTime];

    private static DiagnosticDescriptor Error(string id, string title, string message) => new(id, DiagnosticSeverity.Error, title, message);
}

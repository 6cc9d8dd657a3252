using Interactor.Compiler.Model;

namespace Interactor.Compiler.Diagnostics;

/// <summary>INTC1900–1949: parts of the language that this version recognises but does not carry out.</summary>
public static class NotYetDiagnostics
{
    public static readonly DiagnosticDescriptor ActionFeature = Error("INTC1903", "Part of an action not yet supported", "'{0}' is not supported yet.");
    public static readonly DiagnosticDescriptor Subscriptions = Info("INTC1904", "Subscriptions not yet carried out", "Subscriptions are not carried out yet: the data of events have types, and nothing is subscribed to or received.");

    public static EquatableArray<DiagnosticDescriptor> All { get; } = [ActionFeature, Subscriptions];

    private static DiagnosticDescriptor Error(string id, string title, string message) => new(id, DiagnosticSeverity.Error, title, message);

    private static DiagnosticDescriptor Info(string id, string title, string message) => new(id, DiagnosticSeverity.Info, title, message);
}

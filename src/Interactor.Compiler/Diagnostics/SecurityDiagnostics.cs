using Interactor.Compiler.Model;

namespace Interactor.Compiler.Diagnostics;

/// <summary>INTC1240–1249: methods of authentication.</summary>
public static class SecurityDiagnostics
{
    public static readonly DiagnosticDescriptor NoCertificate = Error("INTC1240", "No certificate", "The client proves itself by a certificate, and the method has none; add 'certificate' with its 'chain' and 'key'.");
    public static readonly DiagnosticDescriptor NothingSent = Error("INTC1242", "Custom method that sends nothing", "A method of kind 'custom' sends what it says itself, and this one says nothing; add 'apply', 'sign', or both.");

    public static EquatableArray<DiagnosticDescriptor> All { get; } = [NoCertificate, NothingSent];

    private static DiagnosticDescriptor Error(string id, string title, string message) => new(id, DiagnosticSeverity.Error, title, message);
}

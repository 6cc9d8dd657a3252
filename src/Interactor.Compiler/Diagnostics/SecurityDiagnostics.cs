using Interactor.Compiler.Model;

namespace Interactor.Compiler.Diagnostics;

/// <summary>INTC1240–1249: methods of authentication.</summary>
public static class SecurityDiagnostics
{
    public static readonly DiagnosticDescriptor NoCertificate = Error("INTC1240", "No certificate", "The client proves itself by a certificate, and the method has none; add 'certificate' with its 'chain' and 'key'.");
    public static readonly DiagnosticDescriptor NoCustomKind = Error("INTC1241", "No kind 'custom'", "There is no kind 'custom'. Where a request gives the credential, use 'session'; where the user has it, 'apiKey' or 'bearer'. 'apply' says where it is sent, and 'tokens', 'expired', 'connect', 'verify' and 'disconnect' say the rest.");

    public static EquatableArray<DiagnosticDescriptor> All { get; } = [NoCertificate, NoCustomKind];

    private static DiagnosticDescriptor Error(string id, string title, string message) => new(id, DiagnosticSeverity.Error, title, message);
}

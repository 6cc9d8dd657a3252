using Interactor.Compiler.Model;

namespace Interactor.Compiler.Diagnostics;

/// <summary>INTC1900–1949: parts of the language that this version recognises but does not carry out.</summary>
public static class NotYetDiagnostics
{
    public static readonly DiagnosticDescriptor SchemaKeyword = Error("INTC1901", "Schema keyword not yet supported", "The schema keyword '{0}' is not supported yet.");
    public static readonly DiagnosticDescriptor SecurityKind = Error("INTC1902", "Security kind not yet supported", "The security kind '{0}' is not supported yet; none, apiKey, basic, bearer, oauth2.code and oauth2.clientCredentials are.");
    public static readonly DiagnosticDescriptor ActionFeature = Error("INTC1903", "Part of an action not yet supported", "'{0}' is not supported yet.");
    public static readonly DiagnosticDescriptor Subscriptions = Error("INTC1904", "Subscriptions not yet supported", "Subscriptions are not supported yet; keep the file outside the connector until they are.");
    public static readonly DiagnosticDescriptor Scripts = Error("INTC1905", "Scripts not yet supported", "Scripts are not supported yet; keep the file outside the connector until they are.");

    public static EquatableArray<DiagnosticDescriptor> All { get; } = [SchemaKeyword, SecurityKind, ActionFeature, Subscriptions, Scripts];

    private static DiagnosticDescriptor Error(string id, string title, string message) => new(id, DiagnosticSeverity.Error, title, message);
}

using Interactor.Compiler.Model;

namespace Interactor.Compiler.Diagnostics;

/// <summary>INTC1600–1649: scripts.</summary>
public static class ScriptDiagnostics
{
    public static readonly DiagnosticDescriptor InvalidFile = Error("INTC1601", "Not a script file", "'{0}' cannot be the file of a script: it stands in the folder scripts beside connector.yaml, its name has letters, digits, '.', '_' and '-', and it ends in .js or .cs, such as scripts/sign.js.");
    public static readonly DiagnosticDescriptor MissingFile = Error("INTC1602", "Missing script file", "The connector has no file '{0}'.{1}");
    public static readonly DiagnosticDescriptor WrongLanguage = Error("INTC1603", "Language and file differ", "The script is in {0}, but the name of its file '{1}' says {2}; correct one of them.");
    public static readonly DiagnosticDescriptor UnusedFile = new("INTC1604", DiagnosticSeverity.Warning, "Script file that nothing names", "No script names the file '{0}', so it is not used; name it under 'scripts', or remove it.");
    public static readonly DiagnosticDescriptor TooLarge = Error("INTC1605", "Script too large", "The file has {0} characters; a script has at most {1}.");
    public static readonly DiagnosticDescriptor NotHere = Error("INTC1606", "Script where none can be called", "'{0}' cannot be called {1}, because nothing there waits for a script; call it in a request, 'map', 'when', 'foreach', 'set', 'errors' or 'retry'.");

    public static EquatableArray<DiagnosticDescriptor> All { get; } = [InvalidFile, MissingFile, WrongLanguage, UnusedFile, TooLarge, NotHere];

    private static DiagnosticDescriptor Error(string id, string title, string message) => new(id, DiagnosticSeverity.Error, title, message);
}

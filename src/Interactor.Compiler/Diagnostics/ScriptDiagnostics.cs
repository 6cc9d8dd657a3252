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
    public static readonly DiagnosticDescriptor NotHere = Error("INTC1606", "Script where none can be called", "'{0}' cannot be called {1}, because nothing there waits for a script; call it in a request, 'map', 'apply', 'sign', 'when', 'foreach', 'set', 'errors' or 'retry'.");
    public static readonly DiagnosticDescriptor CSharpNotAllowed = Error("INTC1607", "Scripts in C# not allowed", "The script in '{0}' is C#, which runs with all that its process may do, and scripts in C# are not allowed here. Allow them where you vouch for the connector's files, or write the script in JavaScript.");
    public static readonly DiagnosticDescriptor MissingMethod = Error("INTC1608", "C# script without its method", "The script '{0}' needs this method in the {1}: {2}");
    public static readonly DiagnosticDescriptor CSharpError = Error("INTC1609", "C# script that does not compile", "{0}: {1}");

    public static EquatableArray<DiagnosticDescriptor> All { get; } = [InvalidFile, MissingFile, WrongLanguage, UnusedFile, TooLarge, NotHere, CSharpNotAllowed, MissingMethod, CSharpError];

    private static DiagnosticDescriptor Error(string id, string title, string message) => new(id, DiagnosticSeverity.Error, title, message);
}

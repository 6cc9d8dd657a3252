using Interactor.Compiler.Model;

namespace Interactor.Compiler.Diagnostics;

/// <summary>INTC1200–1299: settings and the shape of definitions.</summary>
public static class StructureDiagnostics
{
    public static readonly DiagnosticDescriptor UnknownKey = Error("INTC1201", "Unknown key", "'{0}' is not a key of {1}.{2}");
    public static readonly DiagnosticDescriptor MissingKey = Error("INTC1202", "Missing key", "{0} needs the key '{1}'.");
    public static readonly DiagnosticDescriptor WrongType = Error("INTC1203", "Wrong type of value", "{0} must be {1}, but is {2}.");
    public static readonly DiagnosticDescriptor InvalidId = Error("INTC1204", "Invalid id", "'{0}' is not an id: use lower-case letters and digits in parts joined by '.' or '-', starting with a letter, such as email.draft.create.");
    public static readonly DiagnosticDescriptor InvalidVersion = Error("INTC1205", "Invalid version", "'{0}' is not a version: write major.minor.patch, such as 1.2.0.");
    public static readonly DiagnosticDescriptor UnknownValue = Error("INTC1206", "Value outside the closed set", "'{0}' is not a value of {1}; use one of: {2}.{3}");
    public static readonly DiagnosticDescriptor ExpressionNotAllowed = Error("INTC1207", "No expression here", "{0} is fixed text and cannot hold an expression; write $${{ for a literal ${{.");
    public static readonly DiagnosticDescriptor InvalidDuration = Error("INTC1208", "Invalid duration", "'{0}' is not a duration: write a number and a unit, such as 500ms, 30s, 5m or 1h, above zero and at most 24h.");
    public static readonly DiagnosticDescriptor UnknownName = Error("INTC1209", "Reference to something that does not exist", "There is no {0} '{1}'.{2}");
    public static readonly DiagnosticDescriptor DuplicateDefinition = Error("INTC1210", "Defined twice", "The {0} '{1}' is defined already at {2}; rename or remove one.");
    public static readonly DiagnosticDescriptor HostNotInEgress = Error("INTC1211", "Host outside egress", "The host '{0}' is not in 'egress', so no credential may be sent to it; add it there or correct the URL.");
    public static readonly DiagnosticDescriptor InvalidHost = Error("INTC1212", "Invalid egress host", "'{0}' is not a host: write a host name such as api.example.com, or *.example.com for all hosts below it.");
    public static readonly DiagnosticDescriptor InvalidStatus = Error("INTC1213", "Invalid HTTP status", "'{0}' is not an HTTP status; write {1}.");
    public static readonly DiagnosticDescriptor UnsupportedLanguageVersion = Error("INTC1214", "Unsupported language version", "This compiler reads version 1 of the definition language; write 'interactor: 1', not '{0}'.");
    public static readonly DiagnosticDescriptor NumberOutOfRange = Error("INTC1215", "Number out of range", "{0} must be from {1} to {2}.");
    public static readonly DiagnosticDescriptor InvalidUrl = Error("INTC1216", "Invalid URL", "'{0}' is not an absolute https URL without user information, query or fragment.");
    public static readonly DiagnosticDescriptor FileNameMismatch = Error("INTC1217", "File name and id differ", "The file of the {0} '{1}' must be named {2}, so that people find it.");
    public static readonly DiagnosticDescriptor UnexpectedFile = new("INTC1219", DiagnosticSeverity.Warning, "File that is no part of a connector", "'{0}' is no part of a connector and is not read; move it, or name it as the language does: connector, variables or datatypes, or a file in datatypes, actions or tests.{1}");
    public static readonly DiagnosticDescriptor InvalidName = Error("INTC1218", "Invalid name", "'{0}' is not {1}.");
    public static readonly DiagnosticDescriptor NameForNothing = Error("INTC1220", "Name for nothing", "'{0}' names no type and no member.{1}");
    public static readonly DiagnosticDescriptor NameTaken = Error("INTC1221", "Name taken", "'{0}' is the name of {1}; give another one.");

    /// <summary>Reported where several connectors meet: by the generator and by hosts.</summary>
    public static readonly DiagnosticDescriptor DuplicateConnector = Error("INTC1230", "Two connectors in one place", "The connector in '{0}' has the {1} '{2}', which the connector in '{3}' of this project has already; give it another id, or another Namespace in the project.");

    /// <summary>Reported where files are grouped into connectors: by the generator and by hosts.</summary>
    public static readonly DiagnosticDescriptor NoConnectorFile = Error("INTC1231", "No connector.yaml", "'{0}' belongs to no connector, because neither its folder nor one above it holds a connector.yaml or connector.json.{1} Add one, or leave the files out of the project's Connector items.");

    public static EquatableArray<DiagnosticDescriptor> All { get; } =
    [
        UnknownKey, MissingKey, WrongType, InvalidId, InvalidVersion, UnknownValue, ExpressionNotAllowed, InvalidDuration, UnknownName,
        DuplicateDefinition, HostNotInEgress, InvalidHost, InvalidStatus, UnsupportedLanguageVersion, NumberOutOfRange, InvalidUrl,
        FileNameMismatch, InvalidName, UnexpectedFile, NameForNothing, NameTaken, DuplicateConnector, NoConnectorFile,
    ];

    private static DiagnosticDescriptor Error(string id, string title, string message) => new(id, DiagnosticSeverity.Error, title, message);
}

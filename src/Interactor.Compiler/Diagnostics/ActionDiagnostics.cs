using Interactor.Compiler.Model;

namespace Interactor.Compiler.Diagnostics;

/// <summary>INTC1400–1499: actions and their requests.</summary>
public static class ActionDiagnostics
{
    public static readonly DiagnosticDescriptor ImplementationCount = Error("INTC1401", "An action is implemented exactly once", "An action has exactly one of 'request', 'steps' and 'script'; this one has {0}.");
    public static readonly DiagnosticDescriptor InvalidPath = Error("INTC1402", "Invalid path", "The path {0}.");
    public static readonly DiagnosticDescriptor SeveralBodies = Error("INTC1403", "Several bodies", "A request has one body; '{0}' and '{1}' are two.");
    public static readonly DiagnosticDescriptor TypeMismatch = Error("INTC1404", "Value of the wrong type", "{0} wants {1}, but this is {2}.");
    public static readonly DiagnosticDescriptor MissingMember = Error("INTC1405", "Missing member", "{0} requires the member '{1}'.");
    public static readonly DiagnosticDescriptor UnknownMember = Error("INTC1406", "Unknown member", "{0} has no member '{1}'.{2}");
    public static readonly DiagnosticDescriptor SecretNotAllowed = Error("INTC1407", "Secret where it could leak", "A secret may not flow into {0}; send it in a header, the query or the body, or write 'reveal: true' beside it if it must be seen.");
    public static readonly DiagnosticDescriptor MapNeeded = Error("INTC1408", "No output", "{0}");
    public static readonly DiagnosticDescriptor InvalidHeader = Error("INTC1409", "Invalid header", "'{0}' cannot be set as a header: {1}.");
    public static readonly DiagnosticDescriptor NotAList = Error("INTC1410", "Not a list", "'foreach' repeats a step for each item of a list, but this is {0}.");
    public static readonly DiagnosticDescriptor SeveralResponses = Error("INTC1411", "Several different responses", "Two successful responses are read in different ways, as JSON, as XML, as text or as bytes; give the statuses one kind of body.");
    public static readonly DiagnosticDescriptor InputNotObject = Error("INTC1412", "The input is an object", "The input of an action is an object with properties, but this is {0}.");
    public static readonly DiagnosticDescriptor InvalidMediaType = Error("INTC1413", "Invalid media type", "'{0}' is not a media type such as application/json or text/plain.");
    public static readonly DiagnosticDescriptor NoEffect = new("INTC1414", DiagnosticSeverity.Warning, "Key without effect", "'{0}' has no effect here: {1}.");
    public static readonly DiagnosticDescriptor InvalidPagination = Error("INTC1415", "Invalid pagination", "'paginate' {0}.");
    public static readonly DiagnosticDescriptor UnknownPages = new("INTC1416", DiagnosticSeverity.Info, "Pages that the schema does not know", "By its schema, the response does not have what 'paginate' names: the action gives one page.");
    public static readonly DiagnosticDescriptor InvalidStream = Error("INTC1420", "Invalid stream", "A 'stream' {0}.");
    public static readonly DiagnosticDescriptor InvalidPoll = Error("INTC1435", "Invalid poll", "'poll' {0}.");
    public static readonly DiagnosticDescriptor NoPages = Error("INTC1436", "Pages of an action that gives none", "The action '{0}' gives no pages; expect its 'output', or say under 'paginate' how the next page is found.");
    public static readonly DiagnosticDescriptor InvalidValues = Error("INTC1437", "Choices that cannot be asked for", "'values' {0}.");
    public static readonly DiagnosticDescriptor CircularValues = Error("INTC1438", "Choices that wait for each other", "The choices of '{0}' need the value of '{1}', whose own choices need theirs; leave one of them out of 'parameters'.");
    public static readonly DiagnosticDescriptor UnusableValues = new("INTC1439", DiagnosticSeverity.Info, "Choices left out", "The choices of '{0}' are left out, because the document does not fit itself: {1}");
    public static readonly DiagnosticDescriptor InvalidXml = Error("INTC1450", "Invalid XML", "This cannot be written as XML: {0}.");

    public static EquatableArray<DiagnosticDescriptor> All { get; } =
    [
        ImplementationCount, InvalidPath, SeveralBodies, TypeMismatch, MissingMember, UnknownMember, SecretNotAllowed, MapNeeded,
        InvalidHeader, NotAList, SeveralResponses, InputNotObject, InvalidMediaType, NoEffect, InvalidPagination, UnknownPages, InvalidStream,
        InvalidPoll, NoPages, InvalidValues, CircularValues, UnusableValues, InvalidXml,
    ];

    private static DiagnosticDescriptor Error(string id, string title, string message) => new(id, DiagnosticSeverity.Error, title, message);
}

using Interactor.Compiler.Model;

namespace Interactor.Compiler.Diagnostics;

/// <summary>INTC1300–1399: datatypes.</summary>
public static class DatatypeDiagnostics
{
    public static readonly DiagnosticDescriptor UnknownKeyword = Error("INTC1301", "Unknown schema keyword", "'{0}' is not a JSON Schema keyword.{1}");
    public static readonly DiagnosticDescriptor UnresolvedReference = Error("INTC1302", "Reference to no datatype", "'{0}' names no datatype; write #/datatypes/Name.{1}");
    public static readonly DiagnosticDescriptor ReferenceCycle = Error("INTC1303", "Reference cycle", "The datatype '{0}' refers only to itself, so no value could ever be of it.");
    public static readonly DiagnosticDescriptor InvalidPattern = Error("INTC1304", "Invalid pattern", "The pattern is not a regular expression of ECMA-262: {0}.");
    public static readonly DiagnosticDescriptor KeywordOnWrongType = Warning("INTC1305", "Keyword without effect", "'{0}' has no effect on a value of type {1}; remove it or correct the type.");
    public static readonly DiagnosticDescriptor DefaultMismatch = Warning("INTC1306", "Default of the wrong type", "The default is {0}, but the schema wants {1}.");
    public static readonly DiagnosticDescriptor RequiredWithoutProperty = Warning("INTC1307", "Required property without a schema", "'{0}' is required but not among the properties; any value will do.");
    public static readonly DiagnosticDescriptor Unsatisfiable = Error("INTC1308", "No value can satisfy this", "'{0}' is above '{1}', so no value can satisfy both.");
    public static readonly DiagnosticDescriptor InvalidEnum = Error("INTC1309", "Invalid enum", "An enum needs at least one value and each value once; {0}.");
    public static readonly DiagnosticDescriptor IncompatibleParts = Error("INTC1310", "Parts of allOf do not fit together", "'{0}' has a different type in two parts of allOf.");
    public static readonly DiagnosticDescriptor ReferenceDepth = Error("INTC1311", "References too deep", "This is the end of a chain of more than 100 references through lists, maps, unions or allOf; give one of them an object with properties, or shorten the chain.");
    public static readonly DiagnosticDescriptor UnionByTrial = Warning("INTC1320", "Union told apart by trial", "Only validating against each of them tells {0} apart; give them a property with a const of its own, or a discriminator.");
    public static readonly DiagnosticDescriptor AmbiguousTag = Error("INTC1321", "Tag of several cases", "'{0}' in '{1}' stands for another case already, so no reader could tell the two apart.");
    public static readonly DiagnosticDescriptor BranchWithoutTag = Warning("INTC1322", "Case without a tag", "No value of '{0}' stands for this case, so it is never read; refer to a datatype, or give the property a const.");
    public static readonly DiagnosticDescriptor MappingWithoutCase = Warning("INTC1323", "Mapping to no case", "'{0}' is none of the cases, so this entry has no effect; {1}.");

    public static EquatableArray<DiagnosticDescriptor> All { get; } =
    [
        UnknownKeyword, UnresolvedReference, ReferenceCycle, InvalidPattern, KeywordOnWrongType, DefaultMismatch, RequiredWithoutProperty,
        Unsatisfiable, InvalidEnum, IncompatibleParts, ReferenceDepth,
        UnionByTrial, AmbiguousTag, BranchWithoutTag, MappingWithoutCase,
    ];

    private static DiagnosticDescriptor Error(string id, string title, string message) => new(id, DiagnosticSeverity.Error, title, message);

    private static DiagnosticDescriptor Warning(string id, string title, string message) => new(id, DiagnosticSeverity.Warning, title, message);
}

using Interactor.Compiler.Model;

namespace Interactor.Compiler.Diagnostics;

/// <summary>INTC1300–1399: datatypes.</summary>
public static class DatatypeDiagnostics
{
    public static readonly DiagnosticDescriptor UnknownKeyword = Error("INTC1301", "Unknown schema keyword", "'{0}' is not a JSON Schema keyword.{1}");
    public static readonly DiagnosticDescriptor UnresolvedReference = Error("INTC1302", "Reference to nothing", "'{0}' names no schema.{1}");
    public static readonly DiagnosticDescriptor ReferenceCycle = Error("INTC1303", "Reference cycle", "'{0}' leads back to this schema without a step into the value, so validating would never end.");
    public static readonly DiagnosticDescriptor InvalidPattern = Error("INTC1304", "Invalid pattern", "The pattern is not a regular expression of ECMA-262: {0}.");
    public static readonly DiagnosticDescriptor KeywordOnWrongType = Warning("INTC1305", "Keyword without effect", "'{0}' has no effect on a value of type {1}; remove it or correct the type.");
    public static readonly DiagnosticDescriptor DefaultMismatch = Warning("INTC1306", "Default of the wrong type", "The default is {0}, but the schema wants {1}.");
    public static readonly DiagnosticDescriptor RequiredWithoutProperty = Warning("INTC1307", "Required property without a schema", "'{0}' is required but not among the properties; any value will do.");
    public static readonly DiagnosticDescriptor Unsatisfiable = Warning("INTC1308", "No value can satisfy this", "No value can satisfy this schema: {0}.");
    public static readonly DiagnosticDescriptor InvalidEnum = Warning("INTC1309", "Invalid enum", "An enum needs at least one value and each value once; {0}.");
    public static readonly DiagnosticDescriptor IncompatibleParts = Warning("INTC1310", "Parts of allOf do not fit together", "'{0}' has a different type in two parts of allOf.");
    public static readonly DiagnosticDescriptor ReferenceDepth = Error("INTC1311", "References too deep", "This is the end of a chain of more than 100 references through lists, maps, unions or allOf; give one of them an object with properties, or shorten the chain.");
    public static readonly DiagnosticDescriptor UnionByTrial = Warning("INTC1320", "Union told apart by trial", "Only validating against each of them tells {0} apart; give them a property with a const of its own, or a discriminator.");
    public static readonly DiagnosticDescriptor AmbiguousTag = Error("INTC1321", "Tag of several cases", "'{0}' in '{1}' stands for another case already, so no reader could tell the two apart.");
    public static readonly DiagnosticDescriptor BranchWithoutTag = Warning("INTC1322", "Case without a tag", "No value of '{0}' stands for this case, so it is never read; refer to a datatype, or give the property a const.");
    public static readonly DiagnosticDescriptor MappingWithoutCase = Warning("INTC1323", "Mapping to no case", "'{0}' is none of the cases, so this entry has no effect; {1}.");
    public static readonly DiagnosticDescriptor DuplicateIdentifier = Warning("INTC1330", "Identifier used twice", "'{0}' is another schema's name already; references lead to that one.");
    public static readonly DiagnosticDescriptor UnknownDialect = Warning("INTC1331", "Unknown dialect", "'{0}' is no dialect that is known here, so {1} is assumed.{2}");
    public static readonly DiagnosticDescriptor UnknownVocabulary = Error("INTC1332", "Unknown vocabulary", "The dialect '{0}' requires the vocabulary '{1}', which nothing here carries out.");
    public static readonly DiagnosticDescriptor TooManyScopes = Error("INTC1333", "Too many dynamic scopes", "Dynamic references give the schemas here more than {0} meanings; use $ref where the target is always the same.");
    public static readonly DiagnosticDescriptor MisspeltKeyword = Warning("INTC1334", "Keyword that nothing reads", "'{0}' is not a keyword of this dialect and has no effect.{1}");
    public static readonly DiagnosticDescriptor UnknownMapping = Warning("INTC1335", "Discriminator value without a schema", "'{0}' in the mapping of the discriminator names no schema; values of this kind are read as unknown ones.");
    public static readonly DiagnosticDescriptor TypeNameTaken = Error("INTC1336", "Type name given twice", "Another schema has the type name '{0}' already; give one of them another TypeName or Namespace.");

    public static EquatableArray<DiagnosticDescriptor> All { get; } =
    [
        UnknownKeyword, UnresolvedReference, ReferenceCycle, InvalidPattern, KeywordOnWrongType, DefaultMismatch, RequiredWithoutProperty,
        Unsatisfiable, InvalidEnum, IncompatibleParts, ReferenceDepth,
        UnionByTrial, AmbiguousTag, BranchWithoutTag, MappingWithoutCase,
        DuplicateIdentifier, UnknownDialect, UnknownVocabulary, TooManyScopes, MisspeltKeyword, UnknownMapping, TypeNameTaken,
    ];

    private static DiagnosticDescriptor Error(string id, string title, string message) => new(id, DiagnosticSeverity.Error, title, message);

    private static DiagnosticDescriptor Warning(string id, string title, string message) => new(id, DiagnosticSeverity.Warning, title, message);
}

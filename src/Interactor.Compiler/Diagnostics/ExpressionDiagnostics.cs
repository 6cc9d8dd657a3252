using Interactor.Compiler.Model;

namespace Interactor.Compiler.Diagnostics;

/// <summary>INTC1100–1199: expressions inside <c>${…}</c>.</summary>
public static class ExpressionDiagnostics
{
    public static readonly DiagnosticDescriptor UnterminatedExpression = Error("INTC1101", "Expression without its end", "This '${{' has no closing '}}'; close it, or write '$${{' for the literal characters.");
    public static readonly DiagnosticDescriptor EmptyExpression = Error("INTC1102", "Empty expression", "There is no expression between '${{' and '}}'.");
    public static readonly DiagnosticDescriptor UnterminatedText = Error("INTC1103", "Text without its end", "This text has no closing {0}.");
    public static readonly DiagnosticDescriptor InvalidEscape = Error("INTC1104", "Invalid escape sequence", "'{0}' is not an escape sequence; write '\\\\' for a backslash, or r'…' for text without escapes.");
    public static readonly DiagnosticDescriptor InvalidNumber = Error("INTC1105", "Invalid number", "'{0}' is not a number that an expression can hold: {1}.");
    public static readonly DiagnosticDescriptor UnexpectedCharacter = Error("INTC1106", "Unexpected character", "'{0}' has no meaning in an expression.{1}");
    public static readonly DiagnosticDescriptor UnexpectedToken = Error("INTC1107", "Syntax error in an expression", "Expected {0}, but found {1}.{2}");
    public static readonly DiagnosticDescriptor TooDeep = Error("INTC1108", "Expression nested too deep", "The expression is nested more than {0} levels deep; work parts of it out in a step of their own.");
    public static readonly DiagnosticDescriptor Unsupported = Error("INTC1109", "Construct outside the language", "Expressions have no {0}; {1}.");
    public static readonly DiagnosticDescriptor UnknownName = Error("INTC1110", "Unknown name", "'{0}' is not known here; an expression at this place starts from {1}.{2}");
    public static readonly DiagnosticDescriptor UnknownMember = Error("INTC1111", "Unknown member", "{0} has no member '{1}'.{2}");
    public static readonly DiagnosticDescriptor UnknownFunction = Error("INTC1112", "Unknown function", "There is no function '{0}'.{1}");
    public static readonly DiagnosticDescriptor ArgumentCount = Error("INTC1113", "Wrong number of arguments", "{0} takes {1}, but {2} given.");
    public static readonly DiagnosticDescriptor ArgumentType = Error("INTC1114", "Wrong type of argument", "{0} wants {1} as its {2} argument, but this is {3}.{4}");
    public static readonly DiagnosticDescriptor MayBeNull = Error("INTC1115", "Value may be null", "{0} may be null; go on with '?.', or say with '??' what stands in its place.");
    public static readonly DiagnosticDescriptor OperandTypes = Error("INTC1116", "Operator does not fit its operands", "'{0}' does not work on {1}.{2}");
    public static readonly DiagnosticDescriptor TextConcatenation = Error("INTC1117", "Text joined with something else", "'+' joins text with text, and this is {0}; write string(…) around it, or interpolate: \"…${{…}}…\".");
    public static readonly DiagnosticDescriptor NotComparable = Error("INTC1118", "Values that cannot be compared", "{0} and {1} cannot be compared.{2}");
    public static readonly DiagnosticDescriptor BranchTypes = Error("INTC1119", "Sides of different types", "Both sides of '{0}' must have one type, but they are {1} and {2}.");
    public static readonly DiagnosticDescriptor NotIndexable = Error("INTC1120", "Index does not fit", "{0} cannot be indexed with {1}; a list takes an integer, a map takes text.");
    public static readonly DiagnosticDescriptor CannotConvert = Error("INTC1121", "Wrong type of value", "This is {0}, but {1} is wanted here.{2}");
    public static readonly DiagnosticDescriptor MacroRange = Error("INTC1122", "Macro on something without items", "{0} walks over a list or a map, and this is {1}.");
    public static readonly DiagnosticDescriptor MacroVariable = Error("INTC1123", "Macro without a name for the item", "The first argument of {0} is the name for the item, such as 'x' in {0}(x, …).");
    public static readonly DiagnosticDescriptor HasArgument = Error("INTC1124", "has() without a member", "has(…) asks whether a member is there, so its argument ends in one: has(input.name).");
    public static readonly DiagnosticDescriptor MacroDepth = Error("INTC1125", "Macros nested too deep", "Macros are nested more than {0} deep; an expression's cost must stay bounded.");
    public static readonly DiagnosticDescriptor LiteralRequired = Error("INTC1126", "Argument must be written out", "{0} wants its {1} argument as literal text, so that it is checked when the connector is built.");
    public static readonly DiagnosticDescriptor InvalidPattern = Error("INTC1127", "Invalid pattern", "The pattern cannot be used: {0}.");
    public static readonly DiagnosticDescriptor InvalidTimeFormat = Error("INTC1128", "Invalid time format", "The format cannot be used: {0}.");
    public static readonly DiagnosticDescriptor UnknownOption = Error("INTC1129", "Unknown option", "'{0}' is not {1}; use one of: {2}.{3}");
    public static readonly DiagnosticDescriptor DuplicateKey = Error("INTC1130", "Key stands twice", "The key '{0}' stands twice in this map.");
    public static readonly DiagnosticDescriptor IncompleteValue = Error("INTC1131", "Not a value by itself", "{0} is not a value by itself; go on with one of its members: {1}.");
    public static readonly DiagnosticDescriptor NotYetSupported = Error("INTC1190", "Function not yet supported", "'{0}' is not supported yet.");

    public static EquatableArray<DiagnosticDescriptor> All { get; } =
    [
        UnterminatedExpression, EmptyExpression, UnterminatedText, InvalidEscape, InvalidNumber, UnexpectedCharacter, UnexpectedToken, TooDeep,
        Unsupported, UnknownName, UnknownMember, UnknownFunction, ArgumentCount, ArgumentType, MayBeNull, OperandTypes, TextConcatenation,
        NotComparable, BranchTypes, NotIndexable, CannotConvert, MacroRange, MacroVariable, HasArgument, MacroDepth, LiteralRequired,
        InvalidPattern, InvalidTimeFormat, UnknownOption, DuplicateKey, IncompleteValue, NotYetSupported,
    ];

    private static DiagnosticDescriptor Error(string id, string title, string message) => new(id, DiagnosticSeverity.Error, title, message);
}

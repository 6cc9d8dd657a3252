using Interactor.Compiler.Model;

namespace Interactor.Compiler.Diagnostics;

/// <summary>INTC1001–1099: the text of a definition file, before it means anything. 1001–1019 both formats, 1020–1039 YAML, 1040–1059 JSON.</summary>
public static class SyntaxDiagnostics
{
    public static readonly DiagnosticDescriptor FileEmpty = Error(
        "INTC1001",
        "The file is empty",
        "The file holds no content: write the definition, or delete the file");

    public static readonly DiagnosticDescriptor FileTooLarge = Error(
        "INTC1002",
        "The file is too large",
        "The file is larger than {0} characters: split the definition into several files");

    public static readonly DiagnosticDescriptor InvalidUtf8 = Error(
        "INTC1003",
        "The file is not valid UTF-8",
        "The bytes here are not valid UTF-8 (or the text holds U+FFFD, which stands for such bytes): save the file as UTF-8; to mean the character itself, write \\uFFFD in double quotes");

    public static readonly DiagnosticDescriptor ForbiddenCharacter = Error(
        "INTC1004",
        "A character is not allowed in a definition",
        "The character {0} must not stand in a definition file: remove it, or write {1} in double quotes");

    public static readonly DiagnosticDescriptor NestingTooDeep = Error(
        "INTC1005",
        "Mappings and lists are nested too deep",
        "Mappings and lists may be nested 100 deep, and this one goes deeper: flatten the structure");

    public static readonly DiagnosticDescriptor DuplicateKey = Error(
        "INTC1006",
        "A key stands twice in one mapping",
        "The key '{0}' stands in this mapping already, in line {1}: remove or rename one of them");

    public static readonly DiagnosticDescriptor KeyNotScalar = Error(
        "INTC1007",
        "A key is not text",
        "A key must be text, not a mapping or a list: put text that starts with '{{' or '[' in quotes");

    public static readonly DiagnosticDescriptor UnterminatedQuote = Error(
        "INTC1008",
        "A quoted text is not closed",
        "The text that starts here has no closing {0} where it should end: add it, indent the lines that continue the text, and write a quote inside it as {1}");

    public static readonly DiagnosticDescriptor UnclosedBracket = Error(
        "INTC1009",
        "A bracket is not closed",
        "The '{0}' that opens here is not closed by a '{1}' before line {2}: add it there, or indent the lines inside by a space at least");

    public static readonly DiagnosticDescriptor InvalidEscape = Error(
        "INTC1010",
        "A backslash escape is not known",
        "The escape '{0}' does not exist here: write \\\\ for a backslash, \\\" for a quote, \\n for a line break, \\u and four hexadecimal digits for any other character");

    public static readonly DiagnosticDescriptor LoneSurrogate = Error(
        "INTC1011",
        "Half of a surrogate pair stands alone",
        "{0} is half of a surrogate pair and no character by itself: write the pair, high half first");

    public static readonly DiagnosticDescriptor ContentAfterEnd = Error(
        "INTC1012",
        "Content follows after the end",
        "The definition ends before this: a file holds one value, so remove this or move it inside");

    public static readonly DiagnosticDescriptor MissingComma = Error(
        "INTC1013",
        "A comma or a closing bracket is missing",
        "Expected ',' or '{0}' before this, in what opens with '{1}' in line {2}: add it, or put text that holds commas or brackets in quotes");

    public static readonly DiagnosticDescriptor InvalidYaml = Error(
        "INTC1020",
        "The text is not YAML",
        "The text cannot be read as YAML from here: check quotes, brackets, colons and indentation of this line and the one before ({0})");

    public static readonly DiagnosticDescriptor TabIndentation = Error(
        "INTC1021",
        "A tab indents a line",
        "YAML is indented with spaces only: replace this tab by spaces");

    public static readonly DiagnosticDescriptor Indentation = Error(
        "INTC1022",
        "The indentation does not fit",
        "The indentation here fits nothing above: start the line in the column of the entries that it belongs to");

    public static readonly DiagnosticDescriptor MissingColon = Error(
        "INTC1023",
        "A line in a mapping has no colon",
        "Expected 'key: value': write a colon and a space after the key, or indent the line when it continues the text above");

    public static readonly DiagnosticDescriptor UnexpectedColon = Error(
        "INTC1024",
        "A colon stands where no key can be",
        "': ' makes a key of what stands before it, and no key can stand here: put text that contains ': ' in quotes; start a key in a line of its own, in the column of its neighbours");

    public static readonly DiagnosticDescriptor ReservedCharacter = Error(
        "INTC1025",
        "A character cannot start a value",
        "Text cannot start with '{0}' in YAML: put it in quotes");

    public static readonly DiagnosticDescriptor InvalidAnchor = Error(
        "INTC1026",
        "An anchor or alias is malformed",
        "An anchor '&name' or alias '*name' needs a name of its own and a place in front of a value: correct it, or put text that starts with '&' or '*' in quotes");

    public static readonly DiagnosticDescriptor TagNotSupported = Error(
        "INTC1027",
        "Tags are not supported",
        "A definition has no tags: remove '{0}'; put the value in quotes to make it text");

    public static readonly DiagnosticDescriptor MergeKeyNotSupported = Error(
        "INTC1028",
        "Merge keys are not supported",
        "A definition has no merge keys: write the entries out, or repeat a whole value by an alias");

    public static readonly DiagnosticDescriptor UndefinedAlias = Error(
        "INTC1029",
        "An alias has no anchor",
        "No anchor '&{0}' stands before this in the file: define it above (anchors do not reach other files), or put text that starts with '*' in quotes");

    public static readonly DiagnosticDescriptor AliasCycle = Error(
        "INTC1030",
        "An alias contains itself",
        "The alias '*{0}' stands inside its own anchor, so the value would have no end: remove it");

    public static readonly DiagnosticDescriptor AliasExpansion = Error(
        "INTC1031",
        "Aliases repeat too much",
        "The aliases of this file repeat more than 100,000 values: write fewer of them");

    public static readonly DiagnosticDescriptor SeveralDocuments = Error(
        "INTC1032",
        "The file holds several documents",
        "A second YAML document starts here: a file holds one definition, so move it to a file of its own");

    public static readonly DiagnosticDescriptor DirectiveNotSupported = Error(
        "INTC1033",
        "Directives are not supported",
        "Definitions are YAML 1.2 without directives: remove the line; put text that starts with '%' in quotes");

    public static readonly DiagnosticDescriptor TextAfterValue = Error(
        "INTC1034",
        "Text follows a complete value",
        "The value ends before this: put the whole text in one pair of quotes, or start a new line");

    public static readonly DiagnosticDescriptor MisplacedListEntry = Error(
        "INTC1035",
        "A list starts beside its key",
        "A list cannot start here: start '- ' in the line below the key, or put text that starts with '-' in quotes");

    public static readonly DiagnosticDescriptor InvalidBlockHeader = Error(
        "INTC1036",
        "Text stands beside '|' or '>'",
        "Beside '|' or '>' only '+' or '-', a digit from 1 to 9 and, after a space, a comment may stand: start the text in the next line, or put text that starts with '|' or '>' in quotes");

    public static readonly DiagnosticDescriptor InvalidJson = Error(
        "INTC1040",
        "The text is not JSON",
        "Expected {0}, found {1}");

    public static readonly DiagnosticDescriptor TrailingComma = Error(
        "INTC1041",
        "A comma has nothing after it",
        "JSON allows no comma without a value after it: remove this comma");

    public static readonly DiagnosticDescriptor JsonComment = Error(
        "INTC1042",
        "JSON has no comments",
        "JSON has no comments: remove this one, or write the definition as YAML");

    public static readonly DiagnosticDescriptor SingleQuotes = Error(
        "INTC1043",
        "JSON text stands in single quotes",
        "JSON text stands in double quotes: replace the single quotes");

    public static readonly DiagnosticDescriptor UnescapedControl = Error(
        "INTC1044",
        "A control character is not escaped",
        "The control character {0} must be escaped in JSON text: write {1}");

    public static readonly DiagnosticDescriptor UnquotedKey = Error(
        "INTC1045",
        "A JSON key has no quotes",
        "JSON keys stand in double quotes: write \"{0}\"");

    public static readonly DiagnosticDescriptor InvalidNumber = Error(
        "INTC1046",
        "A number is not a JSON number",
        "'{0}' is not a JSON number: write it as 12, -3.5 or 1e6, without a leading '+', '0' or '.', or in double quotes as text");

    public static readonly DiagnosticDescriptor UnknownWord = Error(
        "INTC1047",
        "A word is not JSON",
        "'{0}' is not JSON: write {1}");

    public static EquatableArray<DiagnosticDescriptor> All { get; } =
    [
        FileEmpty, FileTooLarge, InvalidUtf8, ForbiddenCharacter, NestingTooDeep, DuplicateKey, KeyNotScalar, UnterminatedQuote,
        UnclosedBracket, InvalidEscape, LoneSurrogate, ContentAfterEnd, MissingComma, InvalidYaml, TabIndentation, Indentation,
        MissingColon, UnexpectedColon, ReservedCharacter, InvalidAnchor, TagNotSupported, MergeKeyNotSupported, UndefinedAlias,
        AliasCycle, AliasExpansion, SeveralDocuments, DirectiveNotSupported, TextAfterValue, MisplacedListEntry,
        InvalidBlockHeader, InvalidJson, TrailingComma, JsonComment, SingleQuotes,
        UnescapedControl, UnquotedKey, InvalidNumber, UnknownWord,
    ];

    private static DiagnosticDescriptor Error(string id, string title, string message) =>
        new(id, DiagnosticSeverity.Error, title, message);
}

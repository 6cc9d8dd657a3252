using System.Globalization;

namespace Interactor.Compiler.Emit.Encoding;

/// <summary>Writes names as C# identifiers.</summary>
public static class CSharpIdentifier
{
    // C# 14 reserved words; contextual ones are identifiers everywhere that names of definitions reach, except those below the line.
    private static readonly HashSet<string> Keywords = new(StringComparer.Ordinal)
    {
        "abstract", "as", "base", "bool", "break", "byte", "case", "catch", "char", "checked", "class", "const", "continue", "decimal",
        "default", "delegate", "do", "double", "else", "enum", "event", "explicit", "extern", "false", "finally", "fixed", "float", "for",
        "foreach", "goto", "if", "implicit", "in", "int", "interface", "internal", "is", "lock", "long", "namespace", "new", "null",
        "object", "operator", "out", "override", "params", "private", "protected", "public", "readonly", "ref", "return", "sbyte",
        "sealed", "short", "sizeof", "stackalloc", "static", "string", "struct", "switch", "this", "throw", "true", "try", "typeof",
        "uint", "ulong", "unchecked", "unsafe", "ushort", "using", "virtual", "void", "volatile", "while",

        "and", "async", "await", "dynamic", "extension", "field", "file", "global", "init", "nameof", "not", "or", "partial", "record",
        "required", "scoped", "unmanaged", "value", "var", "when", "where", "with", "yield",
    };

    /// <summary>The name itself, behind <c>@</c> where it is a keyword.</summary>
    /// <exception cref="ArgumentException">The text is no identifier: naming is decided before emission.</exception>
    public static string Escape(string name)
    {
        if (!IsValid(name))
        {
            throw new ArgumentException("The text is not a C# identifier.", nameof(name));
        }

        return Keywords.Contains(name) ? "@" + name : name;
    }

    /// <summary>The name with a small first letter, as the start of a parameter's name.</summary>
    public static string Camel(string name) => char.ToLowerInvariant(name[0]) + name.Substring(1);

    /// <summary>A dotted name, each part escaped.</summary>
    /// <exception cref="ArgumentException">A part is no identifier.</exception>
    public static string EscapeDotted(string name) => string.Join(".", name.Split('.').Select(Escape));

    /// <summary>
    /// A letter or underscore, then letters, decimal digits and underscores: what C# 6.4.3 allows without connecting,
    /// combining and formatting characters, which a reader cannot see.
    /// </summary>
    public static bool IsValid(string name) => name.Length > 0 && !IsDigit(name[0]) && name.All(c => c == '_' || IsLetter(c) || IsDigit(c));

    private static bool IsLetter(char c) => CharUnicodeInfo.GetUnicodeCategory(c) is
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
        or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.LetterNumber;

    private static bool IsDigit(char c) => CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.DecimalDigitNumber;
}

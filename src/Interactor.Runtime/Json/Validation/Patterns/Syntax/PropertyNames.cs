namespace Interactor.Runtime.Json.Validation.Patterns.Syntax;

/// <summary>
/// The names of <c>\p{…}</c> that are known (ECMA-262, section 22.2.2.9): general categories and scripts by all of their names, and the
/// binary properties of <see cref="PropertyData"/>.
/// </summary>
internal static class PropertyNames
{
    public const string ScriptPrefix = "Script=";

    private static readonly string[] Categories =
    [
        "Lu/Uppercase_Letter", "Ll/Lowercase_Letter", "Lt/Titlecase_Letter", "Lm/Modifier_Letter", "Lo/Other_Letter",
        "Mn/Nonspacing_Mark", "Mc/Spacing_Mark", "Me/Enclosing_Mark", "Nd/Decimal_Number/digit", "Nl/Letter_Number", "No/Other_Number",
        "Zs/Space_Separator", "Zl/Line_Separator", "Zp/Paragraph_Separator", "Cc/Control/cntrl", "Cf/Format", "Cs/Surrogate", "Co/Private_Use",
        "Pc/Connector_Punctuation", "Pd/Dash_Punctuation", "Ps/Open_Punctuation", "Pe/Close_Punctuation", "Pi/Initial_Punctuation",
        "Pf/Final_Punctuation", "Po/Other_Punctuation", "Sm/Math_Symbol", "Sc/Currency_Symbol", "Sk/Modifier_Symbol", "So/Other_Symbol",
        "Cn/Unassigned",
        "L/Letter", "M/Mark/Combining_Mark", "N/Number", "P/Punctuation/punct", "S/Symbol", "Z/Separator", "C/Other", "LC/Cased_Letter",
    ];

    // Print and Graph are Java's names, which ECMA-262 does not have and much published schema text does.
    private static readonly string[] Others = ["Any", "ASCII", "Assigned", "ASCII_Hex_Digit/AHex", "Print", "Graph"];

    private static readonly Dictionary<string, string> Known = All();

    /// <summary>
    /// The name under which a property is kept: a category's short name, a script's long name behind <see cref="ScriptPrefix"/>, or a
    /// binary property's long name.
    /// </summary>
    /// <param name="name">What stands between the braces.</param>
    /// <returns>Null when the name is unknown.</returns>
    public static string? Canonical(string name)
    {
        int equals = name.IndexOf('=');
        string key = equals < 0 ? name : name.Substring(0, equals) switch
        {
            "Script" or "sc" => ScriptPrefix + name.Substring(equals + 1),
            "General_Category" or "gc" => name.Substring(equals + 1),
            _ => string.Empty,
        };
        bool isFound = Known.TryGetValue(key, out string? canonical);
        bool isCategory = isFound && canonical!.Length <= 2;
        return isFound && (equals < 0 || isCategory || key.StartsWith(ScriptPrefix, StringComparison.Ordinal)) ? canonical : null;
    }

    private static Dictionary<string, string> All()
    {
        Dictionary<string, string> known = new(StringComparer.Ordinal);
        foreach (string names in Categories.Concat(Others).Concat(FirstWords(PropertyData.Binary)))
        {
            Add(known, string.Empty, names);
        }

        foreach (string names in FirstWords(PropertyData.Scripts))
        {
            Add(known, ScriptPrefix, names);
        }

        return known;
    }

    private static IEnumerable<string> FirstWords(string lines) => lines.Split('\n').Select(static line => line.Substring(0, line.IndexOf(' ')));

    private static void Add(Dictionary<string, string> known, string prefix, string names)
    {
        string[] aliases = names.Split('/');
        foreach (string alias in aliases)
        {
            known.Add(prefix + alias, prefix + aliases[0]);
        }
    }
}

namespace Interactor.Runtime.Json.Validation.Patterns.Syntax;

/// <summary>
/// The names of <c>\p{…}</c> that are known (ECMA-262, section 22.2.2.9): general categories by their short and long names, scripts, and
/// some binary properties.
/// </summary>
internal static class PropertyNames
{
    private static readonly string[] Categories =
    [
        "Lu Uppercase_Letter", "Ll Lowercase_Letter", "Lt Titlecase_Letter", "Lm Modifier_Letter", "Lo Other_Letter",
        "Mn Nonspacing_Mark", "Mc Spacing_Mark", "Me Enclosing_Mark", "Nd Decimal_Number digit", "Nl Letter_Number", "No Other_Number",
        "Zs Space_Separator", "Zl Line_Separator", "Zp Paragraph_Separator", "Cc Control cntrl", "Cf Format", "Cs Surrogate", "Co Private_Use",
        "Pc Connector_Punctuation", "Pd Dash_Punctuation", "Ps Open_Punctuation", "Pe Close_Punctuation", "Pi Initial_Punctuation",
        "Pf Final_Punctuation", "Po Other_Punctuation", "Sm Math_Symbol", "Sc Currency_Symbol", "Sk Modifier_Symbol", "So Other_Symbol",
        "Cn Unassigned",
    ];

    private static readonly string[] CategoryGroups =
    [
        "L Letter", "M Mark Combining_Mark", "N Number", "P Punctuation punct", "S Symbol", "Z Separator", "C Other", "LC Cased_Letter",
    ];

    // Print and Graph are Java's names, which ECMA-262 does not have and much published schema text does.
    private static readonly string[] Binary = ["Any", "ASCII", "Assigned", "ASCII_Hex_Digit AHex", "White_Space space", "Print", "Graph"];

    private static readonly Dictionary<string, string> Known = All();

    /// <summary>The canonical name: a category's short name, or a property's long one.</summary>
    /// <param name="name">What stands between the braces.</param>
    /// <returns>Null when the name is unknown.</returns>
    public static string? Canonical(string name)
    {
        int equals = name.IndexOf('=');
        string value = equals < 0 ? name : name.Substring(equals + 1);
        if (!Known.TryGetValue(value, out string? canonical))
        {
            return null;
        }

        bool isCategory = canonical.Length <= 2;
        return equals < 0 || (isCategory && name.Substring(0, equals) is "General_Category" or "gc") ? canonical : null;
    }

    private static Dictionary<string, string> All()
    {
        Dictionary<string, string> known = new(StringComparer.Ordinal);
        foreach (string names in Categories.Concat(CategoryGroups).Concat(Binary))
        {
            string[] aliases = names.Split(' ');
            foreach (string alias in aliases)
            {
                known.Add(alias, aliases[0]);
            }
        }

        return known;
    }
}

using System.Collections.Concurrent;
using System.Globalization;

namespace Interactor.Runtime.Json.Validation.Patterns;

/// <summary>
/// The sets of <c>\p{…}</c> (ECMA-262, section 22.2.2.9): general categories by their short and long names, and the few binary
/// properties that need no data beyond .NET's own. Scripts are not among them.
/// </summary>
internal static class UnicodeProperty
{
    private static readonly string[] CategoryNames =
    [
        "Lu Uppercase_Letter", "Ll Lowercase_Letter", "Lt Titlecase_Letter", "Lm Modifier_Letter", "Lo Other_Letter",
        "Mn Nonspacing_Mark", "Mc Spacing_Mark", "Me Enclosing_Mark", "Nd Decimal_Number digit", "Nl Letter_Number", "No Other_Number",
        "Zs Space_Separator", "Zl Line_Separator", "Zp Paragraph_Separator", "Cc Control cntrl", "Cf Format", "Cs Surrogate", "Co Private_Use",
        "Pc Connector_Punctuation", "Pd Dash_Punctuation", "Ps Open_Punctuation", "Pe Close_Punctuation", "Pi Initial_Punctuation",
        "Pf Final_Punctuation", "Po Other_Punctuation", "Sm Math_Symbol", "Sc Currency_Symbol", "Sk Modifier_Symbol", "So Other_Symbol",
        "Cn Unassigned",
    ];

    private static readonly string[] GroupNames =
    [
        "L Letter", "M Mark Combining_Mark", "N Number", "P Punctuation punct", "S Symbol", "Z Separator", "C Other",
    ];

    private static readonly ConcurrentDictionary<string, CodePointSet> Known = new(StringComparer.Ordinal);

    /// <param name="name">What stands between the braces.</param>
    /// <returns>Null when the property is not known here.</returns>
    public static CodePointSet? Find(string name)
    {
        string value = name.StartsWith("General_Category=", StringComparison.Ordinal) || name.StartsWith("gc=", StringComparison.Ordinal)
            ? name[(name.IndexOf('=', StringComparison.Ordinal) + 1)..]
            : name;
        return value switch
        {
            "Any" => new CodePointSet().Add(0, 0x10FFFF),
            "ASCII" => new CodePointSet().Add(0, 0x7F),
            "ASCII_Hex_Digit" or "AHex" => new CodePointSet().Add('0', '9').Add('A', 'F').Add('a', 'f'),
            "Assigned" => Find("Cn")!.Complement(),

            // Java's names, which ECMA-262 does not have and much published schema text does.
            "Print" => new CodePointSet().Add(' ', '~'),
            "Graph" => new CodePointSet().Add('!', '~'),
            _ => OfCategory(value),
        };
    }

    private static CodePointSet? OfCategory(string name)
    {
        // UnicodeCategory has the categories in the order of the names above.
        int category = Array.FindIndex(CategoryNames, names => names.Split(' ').Contains(name));
        string? group = Array.Find(GroupNames, names => names.Split(' ').Contains(name))?[..1];
        return category >= 0 ? Known.GetOrAdd(name, _ => Where(c => (int)c == category))
            : group is not null ? Known.GetOrAdd(name, _ => Where(c => CategoryNames[(int)c].StartsWith(group, StringComparison.Ordinal)))
            : null;
    }

    private static CodePointSet Where(Func<UnicodeCategory, bool> isIn)
    {
        CodePointSet set = new();
        int first = -1;
        for (int codePoint = 0; codePoint <= 0x110000; codePoint++)
        {
            bool isMember = codePoint <= 0x10FFFF && isIn(CharUnicodeInfo.GetUnicodeCategory(codePoint));
            if (isMember && first < 0)
            {
                first = codePoint;
            }
            else if (!isMember && first >= 0)
            {
                set.Add(first, codePoint - 1);
                first = -1;
            }
        }

        return set;
    }
}

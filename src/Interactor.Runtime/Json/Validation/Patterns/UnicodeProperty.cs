using System.Collections.Concurrent;
using System.Globalization;
using Interactor.Runtime.Json.Validation.Patterns.Syntax;

namespace Interactor.Runtime.Json.Validation.Patterns;

/// <summary>The sets of <c>\p{…}</c>, from .NET's own Unicode data where it has them.</summary>
internal static class UnicodeProperty
{
    // UnicodeCategory has the categories in this order.
    private const string CategoryOrder = "LuLlLtLmLoMnMcMeNdNlNoZsZlZpCcCfCsCoPcPdPsPePiPfPoSmScSkSoCn";

    private static readonly ConcurrentDictionary<string, CodePointSet> Sets = new(StringComparer.Ordinal);

    /// <param name="name">What stands between the braces.</param>
    /// <returns>Null when the property is not known here.</returns>
    public static CodePointSet? Find(string name) =>
        PropertyNames.Canonical(name) is { } canonical ? Sets.GetOrAdd(canonical, static property => Create(property)) : null;

    private static CodePointSet Create(string property) => property switch
    {
        "Any" => CodePointSet.All,
        "ASCII" => CodePointSet.Of(0, 0x7F),
        "ASCII_Hex_Digit" => CodePointSet.Of('0', '9', 'A', 'F', 'a', 'f'),
        "Assigned" => OfCategories("Cn").Complement(),
        "White_Space" => CodePointSet.Of('\t', '\r', 0x85, 0x85).Union(OfCategories("Z")),
        "Print" => CodePointSet.Of(' ', '~'),
        "Graph" => CodePointSet.Of('!', '~'),
        "LC" => OfCategories("Lu").Union(OfCategories("Ll")).Union(OfCategories("Lt")),
        _ => OfCategories(property),
    };

    /// <param name="name">The short name of a category, or the one letter of a group of them.</param>
    private static CodePointSet OfCategories(string name)
    {
        bool[] isIn = new bool[CategoryOrder.Length / 2];
        for (int i = 0; i < isIn.Length; i++)
        {
            isIn[i] = CategoryOrder.AsSpan(i * 2, 2).StartsWith(name, StringComparison.Ordinal);
        }

        List<int> bounds = [];
        for (int codePoint = 0; codePoint < CodePointSet.End; codePoint++)
        {
            bool isMember = isIn[(int)CharUnicodeInfo.GetUnicodeCategory(codePoint)];
            if (isMember && (bounds.Count == 0 || bounds[^1] != codePoint - 1))
            {
                bounds.Add(codePoint);
                bounds.Add(codePoint);
            }
            else if (isMember)
            {
                bounds[^1] = codePoint;
            }
        }

        return CodePointSet.Of([.. bounds]);
    }
}

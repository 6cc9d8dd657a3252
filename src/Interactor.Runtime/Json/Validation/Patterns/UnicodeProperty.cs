using System.Collections.Concurrent;
using System.Globalization;
using Interactor.Runtime.Json.Validation.Patterns.Syntax;

namespace Interactor.Runtime.Json.Validation.Patterns;

/// <summary>The sets of <c>\p{…}</c>: from .NET's own Unicode data where it has them, otherwise from <see cref="PropertyData"/>.</summary>
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
        "Print" => CodePointSet.Of(' ', '~'),
        "Graph" => CodePointSet.Of('!', '~'),
        "LC" => CodePointSet.Union([OfCategories("Lu"), OfCategories("Ll"), OfCategories("Lt")]),
        { Length: <= 2 } => OfCategories(property),
        _ when property.StartsWith(PropertyNames.ScriptPrefix, StringComparison.Ordinal) =>
            OfLine(PropertyData.Scripts, property[PropertyNames.ScriptPrefix.Length..]),
        _ => OfLine(PropertyData.Binary, property),
    };

    private static CodePointSet OfLine(string lines, string name)
    {
        string line = lines.ReplaceLineEndings("\n").Split('\n').First(line => line.StartsWith(name, StringComparison.Ordinal) && line[name.Length] is '/' or ' ');
        string[] words = line.Split(' ');
        int ranges = Array.FindIndex(words, 1, static word => !word.StartsWith('='));
        CodePointSet set = CodePointSet.Union([.. words[1..ranges].Select(static word => OfCategories(word[1..]))]);
        CodePointSet exceptions = CompactRanges.Read(string.Join(' ', words[ranges..]));
        return set.Except(exceptions).Union(exceptions.Except(set));
    }

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

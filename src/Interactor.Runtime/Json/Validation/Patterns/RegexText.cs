using System.Globalization;
using System.Text;
using Interactor.Runtime.Json.Validation.Patterns.Syntax;

namespace Interactor.Runtime.Json.Validation.Patterns;

/// <summary>
/// The .NET regular expression that means the same as one of ECMA-262 in well-formed UTF-16: <c>$</c> is the very end, <c>\b</c> and the
/// classes have their own sets, and a character outside of the Basic Multilingual Plane is one character.
/// </summary>
internal sealed class RegexText
{
    private const string WordBoundary = "(?:(?<=[A-Za-z0-9_])(?![A-Za-z0-9_])|(?<![A-Za-z0-9_])(?=[A-Za-z0-9_]))";

    private const string NoWordBoundary = "(?:(?<=[A-Za-z0-9_])(?=[A-Za-z0-9_])|(?<![A-Za-z0-9_])(?![A-Za-z0-9_]))";

    private readonly StringBuilder _output = new();

    private readonly HashSet<int> _referred = [];

    private RegexText(PatternNode root)
    {
        FindReferences(root);
        Add(root);
    }

    public static string Of(PatternNode root) => new RegexText(root)._output.ToString();

    private void Add(PatternNode node)
    {
        switch (node)
        {
            case PatternNode.Character character: AddSet(character.Set); break;
            case PatternNode.Sequence sequence: AddAll(sequence.Parts, separator: string.Empty); break;
            case PatternNode.Choice choice: AddAll(choice.Branches, separator: "|"); break;
            case PatternNode.Repetition repetition: AddRepetition(repetition); break;
            case PatternNode.Group group: Wrap(_referred.Contains(group.Number) ? $"(?<n{group.Number}>" : "(?:", group.Body); break;
            case PatternNode.Look look: Wrap($"(?{(look.IsAhead ? string.Empty : "<")}{(look.IsNegative ? '!' : '=')}", look.Body); break;

            // A group that has no text yet matches the empty text in ECMA-262, and nothing in .NET.
            case PatternNode.Reference reference: _output.Append(CultureInfo.InvariantCulture, $"(?(n{reference.Number})\\k<n{reference.Number}>|)"); break;
            case PatternNode.Place place: _output.Append(Text(place.Kind)); break;
        }
    }

    private static string Text(PatternPlace place) => place switch
    {
        PatternPlace.Start => "\\A",
        PatternPlace.End => "\\z",
        PatternPlace.WordBoundary => WordBoundary,
        _ => NoWordBoundary,
    };

    private void AddAll(IReadOnlyList<PatternNode> nodes, string separator)
    {
        _output.Append("(?:");
        for (int i = 0; i < nodes.Count; i++)
        {
            _output.Append(i > 0 ? separator : string.Empty);
            Add(nodes[i]);
        }

        _output.Append(')');
    }

    private void AddRepetition(PatternNode.Repetition repetition)
    {
        Wrap("(?:", repetition.Body);
        string most = repetition.Most == int.MaxValue ? string.Empty : repetition.Most.ToString(CultureInfo.InvariantCulture);
        _output.Append(CultureInfo.InvariantCulture, $"{{{repetition.Least},{most}}}").Append(repetition.IsLazy ? "?" : string.Empty);
    }

    private void Wrap(string opening, PatternNode body)
    {
        _output.Append(opening);
        Add(body);
        _output.Append(')');
    }

    private void FindReferences(PatternNode node)
    {
        foreach (PatternNode part in PatternShape.Parts(node))
        {
            FindReferences(part);
        }

        if (node is PatternNode.Reference reference)
        {
            _referred.Add(reference.Number);
        }
    }

    // Exactly one of the code points; it never matches half of a surrogate pair.
    private void AddSet(CodePointSet set)
    {
        StringBuilder units = new();
        List<string> parts = [];
        for (int i = 0; i < set.Edges.Length; i += 2)
        {
            int first = set.Edges[i];
            int last = set.Edges[i + 1] - 1;
            AddUnits(units, first, Math.Min(last, 0xD7FF));
            AddUnits(units, Math.Max(first, 0xE000), Math.Min(last, 0xFFFF));
            AddPairs(parts, Math.Max(first, 0x10000), last);
        }

        if (units.Length > 0)
        {
            parts.Add($"[{units}]");
        }

        _output.Append(parts.Count > 0 ? $"(?:{string.Join('|', parts)})" : @"[^\u0000-\uFFFF]");
    }

    private static void AddUnits(StringBuilder pattern, int first, int last)
    {
        if (first <= last)
        {
            pattern.Append(Unit(first)).Append(first == last ? string.Empty : $"-{Unit(last)}");
        }
    }

    private static void AddPairs(List<string> parts, int first, int last)
    {
        // At most three parts: the rest of the first high surrogate, whole high surrogates, the begin of the last one.
        while (first <= last)
        {
            int high = (first - 0x10000) >> 10;
            int lastHigh = (last - 0x10000) >> 10;
            bool isWhole = (first & 0x3FF) == 0 && (lastHigh > high || (last & 0x3FF) == 0x3FF);
            int toHigh = isWhole ? ((last & 0x3FF) == 0x3FF ? lastHigh : lastHigh - 1) : high;
            int to = isWhole ? 0x10000 + (toHigh << 10) + 0x3FF : Math.Min(last, 0x10000 + (high << 10) + 0x3FF);
            parts.Add($"{Range(0xD800 + high, 0xD800 + toHigh)}{Range(0xDC00 + (first & 0x3FF), 0xDC00 + (to & 0x3FF))}");
            first = to + 1;
        }
    }

    private static string Range(int first, int last) => first == last ? Unit(first) : $"[{Unit(first)}-{Unit(last)}]";

    private static string Unit(int unit) => "\\u" + unit.ToString("X4", CultureInfo.InvariantCulture);
}

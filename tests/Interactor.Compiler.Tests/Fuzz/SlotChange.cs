using System.Text;
using System.Text.RegularExpressions;
using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Tests.Fuzz;

/// <summary>A way to put text into the harmless definition: into one slot, or into every slot that holds one name.</summary>
/// <param name="Place">What messages call it.</param>
/// <param name="IsQuoted">The text stands in a literal of the expression language, where <c>${</c> starts nothing.</param>
/// <param name="Apply">The slots to replace, given the text.</param>
internal sealed record SlotChange(string Place, bool IsQuoted, Func<string, IReadOnlyDictionary<int, string>> Apply)
{
    private static readonly Regex Linked = new("zq[a-z]+", RegexOptions.CultureInvariant);

    /// <summary>Every change of every slot.</summary>
    public static IReadOnlyList<SlotChange> All { get; } =
        [.. HarmlessDefinition.Instance.Slots.SelectMany(OfSlot), .. LinkedNames().Select(OfName)];

    public override string ToString() => Place;

    private static IEnumerable<SlotChange> OfSlot(Slot slot)
    {
        yield return One(slot, "whole", text => text);
        if (slot.IsKey || slot.Kind != ScalarKind.String)
        {
            yield break;
        }

        yield return One(slot, "end", text => slot.Text + text);
        yield return One(slot, "start", text => text + slot.Text);
        yield return One(slot, "expression", text => "${" + Quote(text) + "}", isQuoted: true);
        yield return One(slot, "interpolated", text => slot.Text + "${" + Quote(text) + "}", isQuoted: true);
        foreach (Match literal in Regex.Matches(slot.Text, @"'([^'\\]*)'").Where(_ => slot.Text.Contains("${", StringComparison.Ordinal)))
        {
            yield return One(slot, $"literal {literal.Value}", text => slot.Text[..literal.Index] + Quote(text) + slot.Text[(literal.Index + literal.Length)..], isQuoted: true);
        }
    }

    private static SlotChange One(Slot slot, string way, Func<string, string> change, bool isQuoted = false) =>
        new($"{slot} [{way}]", isQuoted, text => new Dictionary<int, string> { [slot.Index] = change(text) });

    private static IEnumerable<string> LinkedNames() => HarmlessDefinition.Instance.Slots
        .SelectMany(s => Linked.Matches(s.Text).Select(m => m.Value))
        .Distinct(StringComparer.Ordinal)
        .Order(StringComparer.Ordinal);

    private static SlotChange OfName(string name) => new($"the name {name}", IsQuoted: false, text => HarmlessDefinition.Instance.Slots
        .Where(s => s.Text.Contains(name, StringComparison.Ordinal))
        .ToDictionary(s => s.Index, s => s.Text.Replace(name, text, StringComparison.Ordinal)));

    // The expression language's own literal. Braces, quotes and the rest stand raw inside it, as an author would write them.
    private static string Quote(string text)
    {
        StringBuilder literal = new("'");
        foreach (char c in text)
        {
            _ = c switch
            {
                '\'' or '\\' => literal.Append('\\').Append(c),
                '\r' => literal.Append("\\r"),
                '\n' => literal.Append("\\n"),
                _ => literal.Append(c),
            };
        }

        return literal.Append('\'').ToString();
    }
}

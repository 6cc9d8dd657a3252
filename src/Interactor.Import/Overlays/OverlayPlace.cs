using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Syntax;
using Interactor.Import.Documents;
using Interactor.Import.Findings;
using Interactor.Import.Model;

namespace Interactor.Import.Overlays;

/// <summary>Reads what overlays consist of, and reports what has another form.</summary>
internal static class OverlayPlace
{
    /// <summary>The members of a mapping under their keys; none, and reported, for anything else.</summary>
    public static IEnumerable<DocumentPlace> Entries(this DocumentPlace? place, FindingLog log)
    {
        if (place is null)
        {
            return [];
        }

        if (place.IsMapping)
        {
            return place.Members;
        }

        log.Add(OverlayRules.Form, place, $"'{place.Token}'", "a mapping");
        return [];
    }

    /// <summary>The text of a scalar; null, and reported, for anything else.</summary>
    public static string? Data(this DocumentPlace place, FindingLog log)
    {
        if (place.Text is null)
        {
            log.Add(OverlayRules.Form, place, $"'{place.Token}'", "a text");
        }

        return place.Text;
    }

    public static bool? Switch(this DocumentPlace place, FindingLog log)
    {
        if (place.Node is ScalarNode { Kind: ScalarKind.Boolean, Text: var text })
        {
            return text is ['t' or 'T', ..];
        }

        log.Add(OverlayRules.Form, place, $"'{place.Token}'", "true or false");
        return null;
    }

    /// <summary>The places of a list of texts.</summary>
    public static IReadOnlyList<DocumentPlace> List(this DocumentPlace place, FindingLog log)
    {
        DocumentPlace[] items = [.. place.Items];
        if (place.Node is SequenceNode && Array.TrueForAll(items, i => i.Text is not null))
        {
            return items;
        }

        log.Add(OverlayRules.Form, place, $"'{place.Token}'", "a list of texts");
        return [];
    }

    public static void UnknownKey(this DocumentPlace place, string what, IEnumerable<string> known, FindingLog log)
    {
        // Keys that start with x- are the author's own, as everywhere.
        if (!place.Token.StartsWith("x-", StringComparison.Ordinal))
        {
            log.Add(OverlayRules.Key, KeyOf(place), place.Pointer, place.Token, what, Nearest.Hint(place.Token, known));
        }
    }

    public static void UnknownTarget(this DocumentPlace place, string what, IEnumerable<string> known, FindingLog log) =>
        log.Add(OverlayRules.Target, KeyOf(place), place.Pointer, what, place.Token, Nearest.Hint(place.Token, known));

    /// <summary>The place of the key, where there is one: it is what is wrong.</summary>
    public static Compiler.Text.Location KeyOf(DocumentPlace place) =>
        place.Parent?.Node is MappingNode mapping && mapping.FindEntry(place.Token) is { } entry ? entry.Key.Location : place.Location;

    /// <summary>The mapping with what the overlay says in place of its own; null takes a member away, and mappings inside are merged.</summary>
    public static DefinitionValue.Mapping Merge(DefinitionValue.Mapping own, IEnumerable<DocumentPlace> members)
    {
        foreach (DocumentPlace member in members)
        {
            DefinitionValue? value = member.IsNull ? null : new DefinitionValue.Written(member.Node);
            if (member.IsMapping && own.Find(member.Token) is DefinitionValue.Mapping inner)
            {
                value = Merge(inner, member.Members);
            }

            own = own.Set(member.Token, value);
        }

        return own;
    }
}

using Interactor.Compiler.Syntax;
using Interactor.Import.Documents;

namespace Interactor.Import.OpenApi;

/// <summary>
/// The schemas of a document by the names that JSON Schema gives them: <c>$anchor</c>, <c>$dynamicAnchor</c> and <c>$id</c>. References by
/// such names become references to the place.
/// </summary>
internal sealed class SchemaIdentifiers(DatatypeHome home)
{
    private Dictionary<string, (DocumentPlace Schema, IReadOnlyList<string> Below)>? _byName;

    /// <param name="reference"><c>#name</c>, or the text of an <c>$id</c>, in full or its last part.</param>
    public (DocumentPlace Schema, IReadOnlyList<string> Below)? Find(string reference) =>
        (_byName ??= Build()).TryGetValue(reference, out (DocumentPlace, IReadOnlyList<string>) found) ? found : null;

    private Dictionary<string, (DocumentPlace Schema, IReadOnlyList<string> Below)> Build()
    {
        Dictionary<string, (DocumentPlace, IReadOnlyList<string>)> byName = new(StringComparer.Ordinal);
        foreach (DocumentPlace schema in home.All.OrderBy(s => s.Token, StringComparer.Ordinal))
        {
            Walk(schema, schema.Node, [], byName);
        }

        return byName;
    }

    private static void Walk(DocumentPlace schema, SyntaxNode node, List<string> tokens, Dictionary<string, (DocumentPlace, IReadOnlyList<string>)> byName)
    {
        if (node is SequenceNode list)
        {
            for (int i = 0; i < list.Items.Count; i++)
            {
                WalkBelow(i.ToString(System.Globalization.CultureInfo.InvariantCulture), list.Items[i]);
            }
        }

        foreach (MappingEntry entry in (node as MappingNode)?.Entries ?? [])
        {
            if (entry.Value is ScalarNode { Kind: ScalarKind.String, Text: { Length: > 0 } text })
            {
                Add(entry.Key.Text, text);
            }
            else if (entry.Key.Text is not ("example" or "examples" or "enum" or "default" or "const"))
            {
                WalkBelow(entry.Key.Text, entry.Value);
            }
        }

        void WalkBelow(string token, SyntaxNode below)
        {
            tokens.Add(token);
            Walk(schema, below, tokens, byName);
            tokens.RemoveAt(tokens.Count - 1);
        }

        void Add(string keyword, string text)
        {
            if (keyword is "$anchor" or "$dynamicAnchor")
            {
                byName.TryAdd("#" + text, (schema, [.. tokens]));
            }
            else if (keyword == "$id")
            {
                byName.TryAdd(text, (schema, [.. tokens]));
                byName.TryAdd(text[(text.LastIndexOf('/') + 1)..], (schema, [.. tokens]));
            }
        }
    }
}

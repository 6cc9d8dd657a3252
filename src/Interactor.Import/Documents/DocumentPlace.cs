using System.Text;
using Interactor.Compiler.Syntax;
using Interactor.Compiler.Text;

namespace Interactor.Import.Documents;

/// <summary>
/// A node of a document, and the way to it. Readers walk with it, so that whatever they find is reported with a line, a column and a
/// JSON pointer; what has another form than they expect reads as absent.
/// </summary>
public sealed class DocumentPlace(ImportDocument document, SyntaxNode node, DocumentPlace? parent, string token)
{
    public ImportDocument Document => document;

    public SyntaxNode Node => node;

    public DocumentPlace? Parent => parent;

    /// <summary>The key or index under which it stands.</summary>
    public string Token => token;

    public Location Location => node.Location;

    public bool IsMapping => node is MappingNode;

    public bool IsNull => node is ScalarNode { Kind: ScalarKind.Null };

    /// <summary>The text of a scalar that is not null.</summary>
    public string? Text => node is ScalarNode { Kind: not ScalarKind.Null } scalar ? scalar.Text : null;

    /// <summary>RFC 6901 from the top of the document, as a fragment without percent-encoding: <c>#/paths/~1pets/get</c>.</summary>
    public string Pointer
    {
        get
        {
            List<string> tokens = [];
            for (DocumentPlace place = this; place.Parent is { } above; place = above)
            {
                tokens.Add(place.Token);
            }

            StringBuilder pointer = new("#");
            for (int i = tokens.Count - 1; i >= 0; i--)
            {
                pointer.Append('/').Append(JsonPointer.Escape(tokens[i]));
            }

            return pointer.ToString();
        }
    }

    /// <summary>The members of a mapping in the order of the document, null values too.</summary>
    public IEnumerable<DocumentPlace> Members => node is MappingNode mapping
        ? mapping.Entries.Select(e => new DocumentPlace(document, e.Value, this, e.Key.Text))
        : [];

    public IEnumerable<DocumentPlace> Items => node is SequenceNode sequence
        ? sequence.Items.Select((item, index) => new DocumentPlace(document, item, this, index.ToString(System.Globalization.CultureInfo.InvariantCulture)))
        : [];

    /// <summary>A member that is there and not null.</summary>
    public DocumentPlace? Find(string key) =>
        node is MappingNode mapping && mapping.Find(key) is { } value and not ScalarNode { Kind: ScalarKind.Null }
            ? new DocumentPlace(document, value, this, key)
            : null;

    /// <summary>The text of a member.</summary>
    public string? TextOf(string key) =>
        node is MappingNode mapping && mapping.Find(key) is ScalarNode { Kind: not ScalarKind.Null } scalar ? scalar.Text : null;

    /// <summary>The member is there and true, in any spelling that people use for it.</summary>
    public bool IsTrue(string key) => string.Equals(TextOf(key), "true", StringComparison.OrdinalIgnoreCase);

    /// <summary>Like <see cref="IsTrue"/>; null where the member is not there or no boolean.</summary>
    public bool? Flag(string key) => TextOf(key)?.ToLowerInvariant() switch
    {
        "true" => true,
        "false" => false,
        _ => null,
    };

    /// <summary>The texts of a list; one text stands for a list of it.</summary>
    public IEnumerable<string> TextsOf(string key) => Find(key) switch
    {
        { Node: SequenceNode } list => list.Items.Select(i => i.Text).OfType<string>(),
        { Text: { } one } => [one],
        _ => [],
    };
}

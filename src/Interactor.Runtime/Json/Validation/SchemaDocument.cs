using System.Text.Json;

namespace Interactor.Runtime.Json.Validation;

/// <summary>
/// The text of a schema and what has been loaded from it. Loading happens under a lock, at first use; a loaded node never changes, so
/// validating takes no lock.
/// </summary>
internal sealed class SchemaDocument
{
    private const string Datatypes = "#/datatypes/";

    private readonly Utf8Text _text;

    private readonly Func<string, JsonSchema?> _references;

    private readonly Dictionary<string, SchemaNode> _nodes = new(StringComparer.Ordinal);

    private readonly Lock _lock = new();

    private SchemaLoader? _loader;

    public SchemaDocument(Utf8Text text, Func<string, JsonSchema?> references)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(references);
        _text = text;
        _references = references;
    }

    public ReadOnlySpan<byte> TextAt(string pointer) => SchemaText.Slice(_text(), pointer);

    /// <summary>The node at a JSON Pointer, with all of its references connected.</summary>
    public SchemaNode NodeAt(string pointer)
    {
        lock (_lock)
        {
            if (_nodes.TryGetValue(pointer, out SchemaNode? known))
            {
                return known;
            }

            try
            {
                _loader ??= new(_nodes);
                SchemaNode node = Load(pointer);
                _loader.Link(this);
                return node;
            }
            catch
            {
                // Nothing half connected may be found by the next caller, who shall get the same exception.
                _nodes.Clear();
                _loader = null;
                throw;
            }
        }
    }

    /// <summary>What a reference names: another datatype, a place inside one, or a place in this text.</summary>
    /// <returns>A way to the node that is safe to go once everything is loaded (two datatypes may refer to each other).</returns>
    public Func<SchemaNode> Resolve(string reference)
    {
        if (_references(reference) is { } schema)
        {
            return () => schema.Root;
        }

        int inside = reference.StartsWith(Datatypes, StringComparison.Ordinal) ? reference.IndexOf('/', Datatypes.Length) : -1;
        if (inside > 0 && _references(reference[..inside]) is { } datatype)
        {
            JsonSchema part = datatype.At(Uri.UnescapeDataString(reference[inside..]));
            return () => part.Root;
        }

        if (!reference.StartsWith('#'))
        {
            throw new InvalidOperationException($"The schema's reference '{reference}' names nothing.");
        }

        SchemaNode node = NodeInside(Uri.UnescapeDataString(reference[1..]), reference);
        return () => node;
    }

    private SchemaNode NodeInside(string pointer, string reference) =>
        _nodes.TryGetValue(pointer, out SchemaNode? known) ? known
        : SchemaText.Contains(_text(), pointer) ? Load(pointer)
        : throw new InvalidOperationException($"The schema's reference '{reference}' names nothing.");

    private SchemaNode Load(string pointer)
    {
        using JsonDocument text = SchemaText.Parse(_text());
        return JsonPointer.TryFind(text.RootElement, pointer, out JsonElement schema)
            ? _loader!.Load(schema, string.Empty, pointer, owner: null)
            : throw new InvalidOperationException($"The schema has nothing at '{pointer}'.");
    }
}

using System.Text.Json;

namespace Interactor.Runtime.Json.Validation.Model;

/// <summary>
/// The text of a schema and what has been read from it. Reading happens under a lock, at first use; what has been read never changes, so
/// validating takes no lock.
/// </summary>
internal sealed class ModelDocument
{
    private const string Datatypes = "#/datatypes/";

    private readonly Utf8Text _text;

    private readonly Func<string, JsonSchema?> _references;

    private readonly Dictionary<string, SchemaModel> _schemas = new(StringComparer.Ordinal);

    private readonly SchemaReader _reader;

    private readonly Lock _lock = new();

    private JsonDocument? _parsed;

    public ModelDocument(Utf8Text text, Func<string, JsonSchema?> references)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(references);
        _text = text;
        _references = references;
        _reader = new(_schemas);
    }

    public ReadOnlySpan<byte> TextAt(string pointer) => SchemaText.Slice(_text(), pointer);

    /// <summary>The schema at a JSON Pointer, with all of its references connected.</summary>
    public SchemaModel At(string pointer)
    {
        lock (_lock)
        {
            try
            {
                SchemaModel schema = Read(pointer);
                _reader.Connect(Resolve);
                return schema;
            }
            catch
            {
                // Nothing half connected may be found by the next caller, who shall get the same exception.
                _schemas.Clear();
                throw;
            }
        }
    }

    // Two datatypes may refer to each other, so what another text says is asked for when it is needed.
    private Func<SchemaModel> Resolve(string reference)
    {
        if (_references(reference) is { } schema)
        {
            return () => schema.Model;
        }

        int inside = reference.StartsWith(Datatypes, StringComparison.Ordinal) ? reference.IndexOf('/', Datatypes.Length) : -1;
        if (inside > 0 && _references(reference[..inside]) is { } datatype)
        {
            JsonSchema part = datatype.At(Uri.UnescapeDataString(reference[inside..]));
            return () => part.Model;
        }

        if (!reference.StartsWith('#'))
        {
            throw new InvalidOperationException($"The schema's reference '{reference}' names nothing.");
        }

        SchemaModel target = Read(Uri.UnescapeDataString(reference[1..]), reference);
        return () => target;
    }

    private SchemaModel Read(string pointer, string? reference = null)
    {
        if (_schemas.TryGetValue(pointer, out SchemaModel? known))
        {
            return known;
        }

        _parsed ??= SchemaText.Parse(_text());
        return JsonPointer.TryFind(_parsed.RootElement, pointer, out JsonElement schema)
            ? _reader.Read(schema, pointer)
            : throw new InvalidOperationException(
                reference is null ? $"The schema has nothing at '{pointer}'." : $"The schema's reference '{reference}' names nothing.");
    }
}

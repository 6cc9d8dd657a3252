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

    /// <summary>The schema that a reference in the text names.</summary>
    /// <exception cref="InvalidOperationException">It cannot name anything.</exception>
    public JsonSchema Follow(string reference) => Datatype(reference) ?? new JsonSchema(this, Inside(reference));

    // Two datatypes may refer to each other, so what another text says is asked for when it is needed.
    private Func<SchemaModel> Resolve(string reference)
    {
        if (Datatype(reference) is { } schema)
        {
            return () => schema.Model;
        }

        SchemaModel target = Read(Inside(reference), reference);
        return () => target;
    }

    private JsonSchema? Datatype(string reference)
    {
        if (_references(reference) is { } schema)
        {
            return schema;
        }

        int inside = reference.StartsWith(Datatypes, StringComparison.Ordinal) ? reference.IndexOf('/', Datatypes.Length) : -1;
        return inside > 0 ? _references(reference[..inside])?.At(Uri.UnescapeDataString(reference[inside..])) : null;
    }

    private static string Inside(string reference) => reference.StartsWith('#')
        ? Uri.UnescapeDataString(reference[1..])
        : throw new InvalidOperationException($"The schema's reference '{reference}' names nothing.");

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

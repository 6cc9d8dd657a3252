using System.Text.Json;
using Interactor.Runtime.Json.Validation.Model;

namespace Interactor.Runtime.Json.Validation.Bundling;

/// <summary>Makes one document of a schema and all that it refers to, nearest first.</summary>
internal sealed class SchemaBundle(int maxBytes)
{
    private static readonly JsonWriterOptions Writing = new() { SkipValidation = true };

    private readonly Dictionary<(ModelDocument Document, string Pointer), string> _names = [];
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);
    private readonly Queue<JsonSchema> _found = new();
    private bool _isPartial;

    /// <summary>The bundle of a schema, as UTF-8 JSON.</summary>
    public byte[] Of(JsonSchema root)
    {
        root = Behind(root);
        List<JsonSchema> held = Collect(root);
        using MemoryStream bundle = new();
        using (Utf8JsonWriter writer = new(bundle, Writing))
        {
            using JsonDocument document = Parse(root);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                document.RootElement.WriteTo(writer);
            }
            else
            {
                writer.WriteStartObject();
                new SchemaCopy(writer, NameIn(root), _isPartial).WriteMembers(document.RootElement);
                WriteDefinitions(writer, held);
                writer.WriteEndObject();
            }
        }

        return bundle.ToArray();
    }

    // A chain of references ends at a schema, or in a circle that says nothing.
    private static JsonSchema Behind(JsonSchema schema)
    {
        HashSet<(ModelDocument, string)> passed = [];
        while (passed.Add(schema.Place))
        {
            using JsonDocument document = Parse(schema);
            if (document.RootElement.ValueKind != JsonValueKind.Object
                || document.RootElement.EnumerateObject().ToArray() is not [{ Name: "$ref", Value: { ValueKind: JsonValueKind.String } reference }])
            {
                break;
            }

            schema = schema.Place.Document.Follow(reference.GetString()!);
        }

        return schema;
    }

    // What fits gets its name here; what has none when the bundle is written was left out.
    private List<JsonSchema> Collect(JsonSchema root)
    {
        List<JsonSchema> held = [];
        HashSet<(ModelDocument Document, string Pointer)> seen = [];
        Dictionary<(ModelDocument Document, string Pointer), string> wanted = [];
        long bytes = Scan(root);
        while (_found.TryDequeue(out JsonSchema? next))
        {
            if (bytes + next.Text.Length > maxBytes)
            {
                _isPartial = true;
            }
            else
            {
                _names.Add(next.Place, wanted[next.Place]);
                held.Add(next);
                bytes += Scan(next);
            }
        }

        return held;

        int Scan(JsonSchema schema)
        {
            using Utf8JsonWriter nowhere = new(Stream.Null, Writing);
            using JsonDocument document = Parse(schema);
            new SchemaCopy(nowhere, reference =>
            {
                JsonSchema target = schema.Place.Document.Follow(reference);
                if (seen.Add(target.Place))
                {
                    wanted.Add(target.Place, Unique(reference));
                    _found.Enqueue(target);
                }

                return null;
            }, isPartial: false).Write(document.RootElement);
            return schema.Text.Length;
        }
    }

    private void WriteDefinitions(Utf8JsonWriter writer, List<JsonSchema> held)
    {
        if (held.Count == 0)
        {
            return;
        }

        writer.WriteStartObject("$defs"u8);
        foreach (JsonSchema schema in held)
        {
            writer.WritePropertyName(_names[schema.Place]);
            using JsonDocument document = Parse(schema);
            new SchemaCopy(writer, NameIn(schema), _isPartial).Write(document.RootElement);
        }

        writer.WriteEndObject();
    }

    private Func<string, string?> NameIn(JsonSchema schema) => reference => _names.GetValueOrDefault(schema.Place.Document.Follow(reference).Place);

    // The last part of the reference, without what a JSON Pointer or a URI would have to escape.
    private string Unique(string reference)
    {
        string last = new([.. Uri.UnescapeDataString(reference[(reference.LastIndexOf('/') + 1)..]).Where(static c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.')]);
        string name = last.Length == 0 ? "Schema" : last;
        for (int number = 2; !_taken.Add(name); number++)
        {
            name = $"{(last.Length == 0 ? "Schema" : last)}{number}";
        }

        return name;
    }

    private static JsonDocument Parse(JsonSchema schema) => JsonDocument.Parse(schema.Text.ToArray(), new JsonDocumentOptions { MaxDepth = JsonScanner.DefaultMaxDepth });
}

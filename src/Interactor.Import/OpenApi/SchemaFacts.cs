using Interactor.Compiler.Syntax;
using Interactor.Import.Documents;
using Interactor.Import.Model;

namespace Interactor.Import.OpenApi;

/// <summary>The little that the importer has to know about schemas, which it otherwise leaves to the compiler.</summary>
internal sealed class SchemaFacts(ImportContext context)
{
    private static readonly string[] OfObjects = ["properties", "additionalProperties", "allOf", "oneOf", "anyOf", "patternProperties"];

    /// <summary>Bytes rather than text.</summary>
    public bool IsBinary(ImportedSchema? schema) => PlaceOf(schema) is { } place
        && ((place.TextOf("type") == "file")
            || (IsOfType(place, "string") && (place.TextOf("format") is "binary" or "file" || IsBytes(place.TextOf("contentMediaType"), place)))
            || (place.TextOf("format") == "binary" && place.Find("type") is null));

    public bool IsText(ImportedSchema? schema) => PlaceOf(schema) is { } place && IsOfType(place, "string");

    /// <summary>An object whose members can be fields of a form.</summary>
    public bool IsObject(ImportedSchema? schema) => schema is ImportedSchema.Composed
        || (PlaceOf(schema) is { } place && (IsOfType(place, "object") || (place.Find("type") is null && OfObjects.Any(k => place.Find(k) is not null))));

    /// <summary>A text, number or boolean, for which styles of lists and objects mean nothing.</summary>
    public bool IsScalar(ImportedSchema schema) => schema is ImportedSchema.Made
        || PlaceOf(schema)?.TextOf("type") is "string" or "integer" or "number" or "boolean";

    public bool AllowsNull(DocumentPlace place) =>
        place.IsTrue("nullable") || place.IsTrue("x-nullable") || place.TextsOf("type").Contains("null") || place.Find("enum")?.Items.Any(i => i.IsNull) == true;

    /// <summary>
    /// The same as a member of an input. What is read only is no part of an input, but a parameter and a body are always sent.
    /// </summary>
    public ImportedSchema ForInput(ImportedSchema schema)
    {
        if (schema is not ImportedSchema.Copied copied || PlaceOf(schema) is not { } place)
        {
            return schema;
        }

        bool isDirect = place.Node == copied.Place.Node;
        return copied.Place.IsTrue("readOnly") ? copied with { Without = ReadOnly(copied.Without) }
            : !isDirect && place.IsTrue("readOnly") ? new ImportedSchema.Copied(place) { Without = ReadOnly(null) }
            : schema;
    }

    /// <summary>The schema behind references.</summary>
    public DocumentPlace? PlaceOf(ImportedSchema? schema) => schema switch
    {
        ImportedSchema.Copied { Place: var place } => context.References.Follow(place),
        _ => null,
    };

    private static HashSet<string> ReadOnly(IReadOnlySet<string>? without) => [.. without ?? new HashSet<string>(), "readOnly"];

    private static bool IsOfType(DocumentPlace place, string type) =>
        place.Find("type") is { Node: SequenceNode } list
            ? list.Items.Any(i => i.Text == type) && list.Items.All(i => i.Text == type || i.Text == "null" || i.IsNull)
            : place.TextOf("type") == type;

    // OpenAPI 3.1 says bytes by a content type without an encoding.
    private static bool IsBytes(string? contentType, DocumentPlace place) =>
        contentType is not null && place.TextOf("contentEncoding") is null && MediaTypes.KindOf(contentType) == MediaKind.Bytes;
}

using Interactor.Import.Documents;
using Interactor.Import.Findings;
using Interactor.Import.Model;

namespace Interactor.Import.OpenApi;

/// <summary>Finds the schema of one item of a response that is a stream.</summary>
internal sealed class StreamItems(ImportContext context, SchemaFacts facts)
{
    private static readonly string[] Compositions = ["oneOf", "anyOf", "allOf"];

    /// <summary>The kind of stream that all successful answers of an operation are; null where one is not.</summary>
    public static string? KindOf(IEnumerable<ImportedResponse> responses)
    {
        string?[] kinds = [.. responses.Where(r => r.Status[0] == '2' && r.MediaType is not null).Select(r => MediaTypes.StreamOf(r.MediaType!)).Distinct()];
        return kinds is [{ } kind] ? kind : null;
    }

    /// <summary>The schema of an item.</summary>
    /// <param name="media">The media type of the stream.</param>
    /// <param name="kind">What its items are.</param>
    public ImportedSchema ItemOf(SpecMedia media, string kind)
    {
        bool isEvents = kind == MediaTypes.Events;
        if (media.ItemSchema is { } item)
        {
            return isEvents ? DataOf(item, media) : item;
        }

        // Text and bytes describe the stream as a whole, and nothing of its items: events have text for data, lines are JSON.
        if (media.Schema is null || facts.IsText(media.Schema) || facts.IsBinary(media.Schema))
        {
            return isEvents ? ImportedSchema.PlainText : ImportedSchema.Any;
        }

        return facts.PlaceOf(media.Schema) is { } place && place.TextOf("type") == "array"
            ? place.Find("items") is { } items ? new ImportedSchema.Copied(items) : ImportedSchema.Any
            : media.Schema;
    }

    // OpenAPI 3.2 describes an event with its fields, and what its data holds by contentSchema; many describe the data itself.
    private ImportedSchema DataOf(ImportedSchema item, SpecMedia media)
    {
        DocumentPlace? place = facts.PlaceOf(item);
        if (place?.Find("properties")?.Find("data") is { } data)
        {
            return (context.References.Follow(data) ?? data).Find("contentSchema") is { } content ? new ImportedSchema.Copied(content) : ImportedSchema.PlainText;
        }

        if (place is not null && Compositions.Any(keyword => place.Find(keyword) is not null))
        {
            context.Log.Add(ImportRules.ResponseStreamText, media.Place);
            return ImportedSchema.PlainText;
        }

        return facts.IsText(item) ? ImportedSchema.PlainText : item;
    }
}

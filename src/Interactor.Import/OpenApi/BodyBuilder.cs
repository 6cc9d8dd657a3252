using Interactor.Import.Findings;
using Interactor.Import.Model;

namespace Interactor.Import.OpenApi;

/// <summary>Chooses the media type in which a body is sent, and makes the input and the request of it.</summary>
internal sealed class BodyBuilder(ImportContext context, SchemaFacts facts)
{
    /// <summary>The name of the body in the input.</summary>
    public const string Name = "body";

    // What most services call the part of a body that is nothing but a file.
    private const string FilePart = "file";

    private readonly XmlChoice _xml = new(context, facts);

    public (ImportedProperty Property, ImportedBody Body) Build(SpecBody body)
    {
        SpecMedia chosen = body.Media.MinBy(m => MediaTypes.RankInRequest(m.MediaType))!;
        string[] others = [.. body.Media.Where(m => m != chosen).Select(m => m.MediaType).Distinct().Where(m => m != chosen.MediaType)];
        if (others.Length > 0)
        {
            context.Log.Add(ImportRules.BodyMediaTypes, body.Place, chosen.MediaType, string.Join(", ", others));
        }

        (string kind, string? mediaType, ImportedSchema schema) = KindOf(chosen);
        ImportedProperty property = new(Name, facts.ForInput(schema), body.IsRequired) { Description = body.Description, Place = body.Place };
        DefinitionValue value = ExpressionText.Input(Name);
        if (kind == "multipart" && schema == ImportedSchema.Bytes)
        {
            value = DefinitionValue.Mapping.Empty.With(FilePart, value);
        }

        return (property, new ImportedBody(kind, value) { MediaType = mediaType, Encoding = kind is "form" or "multipart" ? chosen.Encoding : [] });
    }

    private (string Kind, string? MediaType, ImportedSchema Schema) KindOf(SpecMedia media)
    {
        switch (MediaTypes.KindOf(media.MediaType))
        {
            case MediaKind.Any when facts.IsBinary(media.Schema):
                return ("bytes", null, ImportedSchema.Bytes);
            case MediaKind.Any:
                return ("json", null, media.Schema ?? ImportedSchema.Any);
            case MediaKind.Json when facts.IsBinary(media.Schema):
                context.Log.Add(ImportRules.BodyKind, media.Place, media.MediaType, "bytes");
                return ("bytes", media.MediaType, ImportedSchema.Bytes);
            case MediaKind.Json:
                return ("json", media.MediaType == MediaTypes.Json ? null : media.MediaType, media.Schema ?? ImportedSchema.Any);
            case MediaKind.Form when facts.IsObject(media.Schema):
                return ("form", null, media.Schema!);
            case MediaKind.Multipart when facts.IsObject(media.Schema) && MediaTypes.EssenceOf(media.MediaType) == MediaTypes.Multipart:
                return ("multipart", null, media.Schema!);
            case MediaKind.Multipart when facts.IsBinary(media.Schema) && MediaTypes.EssenceOf(media.MediaType) == MediaTypes.Multipart:
                context.Log.Add(ImportRules.BodyPart, media.Place, FilePart);
                return ("multipart", null, ImportedSchema.Bytes);
            case MediaKind.Form or MediaKind.Text:
                return ("text", media.MediaType, ImportedSchema.PlainText);
            case MediaKind.Xml when facts.IsBinary(media.Schema):
                context.Log.Add(ImportRules.BodyKind, media.Place, media.MediaType, "bytes");
                return ("bytes", media.MediaType, ImportedSchema.Bytes);
            case MediaKind.Xml when media.Schema is not null && _xml.CanWrite(media.Schema, facts.ForInput(media.Schema)):
                return ("xml", media.MediaType == MediaTypes.Xml ? null : media.MediaType, media.Schema);
            case MediaKind.Xml:
                context.Log.Add(ImportRules.BodyXml, media.Place, media.MediaType);
                return ("text", media.MediaType, ImportedSchema.PlainText);
            case MediaKind.Multipart:
                context.Log.Add(ImportRules.BodyKind, media.Place, media.MediaType, "bytes");
                return ("bytes", media.MediaType.Contains('*') ? null : media.MediaType, ImportedSchema.Bytes);
            default:
                return ("bytes", media.MediaType.Contains('*') ? null : media.MediaType, ImportedSchema.Bytes);
        }
    }
}

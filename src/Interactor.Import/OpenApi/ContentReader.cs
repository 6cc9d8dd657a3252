using Interactor.Import.Documents;
using Interactor.Import.Findings;
using Interactor.Import.Model;

namespace Interactor.Import.OpenApi;

/// <summary>Reads <c>content</c>: media types of a body, repaired where they are none.</summary>
internal sealed class ContentReader(ImportContext context)
{
    public IReadOnlyList<SpecMedia> Read(DocumentPlace? content)
    {
        List<SpecMedia> media = [];
        foreach (DocumentPlace member in content?.Members ?? [])
        {
            if (!member.Token.StartsWith("x-", StringComparison.OrdinalIgnoreCase))
            {
                ImportedSchema? schema = member.Find("schema") is { } own ? new ImportedSchema.Copied(own) : null;
                media.Add(new SpecMedia(NameOf(member.Token, member), schema, member, ReadEncoding(member))
                {
                    ItemSchema = member.Find("itemSchema") is { } item ? new ImportedSchema.Copied(item) : null,
                });
            }
        }

        return media;
    }

    /// <summary>The media type, or what was meant by it.</summary>
    public string NameOf(string text, DocumentPlace place)
    {
        string name = text.Trim();
        if (MediaTypes.IsValid(name))
        {
            return name;
        }

        // application/json;charset=utf-8; has one semicolon too many.
        string essence = MediaTypes.EssenceOf(name);
        string meant = essence.Contains('/') && MediaTypes.IsValid(essence) ? essence : MediaTypes.Guess(name);
        context.Log.Add(ImportRules.MediaTypeInvalid, place, text, meant);
        return meant;
    }

    private List<ImportedEncoding> ReadEncoding(DocumentPlace media)
    {
        List<ImportedEncoding> encodings = [];
        foreach (DocumentPlace field in media.Find("encoding")?.Members ?? [])
        {
            if (field.Find("headers") is { } headers)
            {
                context.Log.Add(ImportRules.EncodingHeaders, headers, field.Token);
            }

            string? style = field.TextOf("style");
            ImportedEncoding encoding = new(field.Token)
            {
                Style = style is "form" or "deepObject" or "spaceDelimited" or "pipeDelimited" ? style : null,
                Explode = field.Flag("explode"),
                ContentType = field.TextOf("contentType") is { } type && type.Split(',')[0].Trim() is var first && MediaTypes.IsValid(first) ? first : null,
            };
            if (encoding is not { Style: null, Explode: null, ContentType: null })
            {
                encodings.Add(encoding);
            }
        }

        return encodings;
    }
}

using Interactor.Import.Findings;
using Interactor.Import.Model;

namespace Interactor.Import.OpenApi;

/// <summary>Chooses how each status is read: one media type, and its schema.</summary>
internal sealed class ResponseBuilder(ImportContext context, SchemaFacts facts)
{
    public IReadOnlyList<ImportedResponse> Build(IEnumerable<SpecResponse> responses)
    {
        SortedDictionary<string, ImportedResponse> byStatus = new(StatusOrder.Instance);
        SpecResponse? fallback = null;
        foreach (SpecResponse response in responses)
        {
            if (response.Status == "default")
            {
                fallback = response;
            }
            else if (StatusOf(response.Status) is { } status)
            {
                byStatus.TryAdd(status, BuildOne(status, response));
            }
            else
            {
                context.Log.Add(ImportRules.ResponseStatus, response.Place, response.Status);
            }
        }

        if (fallback is not null)
        {
            AddDefault(byStatus, fallback);
        }

        return [.. byStatus.Values];
    }

    // Beside no other answer that the operation can end well with, the default one must be it.
    private void AddDefault(SortedDictionary<string, ImportedResponse> byStatus, SpecResponse fallback)
    {
        bool hasEnd = byStatus.Keys.Any(s => s[0] is '2' or '3');
        if (!hasEnd)
        {
            context.Log.Add(ImportRules.ResponseDefault, fallback.Place);
        }

        string status = hasEnd ? "default" : "2XX";
        byStatus.TryAdd(status, BuildOne(status, fallback));
    }

    private ImportedResponse BuildOne(string status, SpecResponse response)
    {
        if (response.Media.Count == 0)
        {
            return new ImportedResponse(status, null, null);
        }

        SpecMedia chosen = response.Media.MinBy(m => MediaTypes.RankInResponse(m.MediaType))!;
        string[] others = [.. response.Media.Select(m => m.MediaType).Where(m => m != chosen.MediaType).Distinct()];
        if (others.Length > 0)
        {
            context.Log.Add(ImportRules.ResponseMediaTypes, response.Place, chosen.MediaType, string.Join(", ", others));
        }

        return new ImportedResponse(status, MediaTypeOf(chosen, status), chosen.Schema);
    }

    // What JSON cannot hold is read as what it is.
    private string MediaTypeOf(SpecMedia media, string status)
    {
        switch (MediaTypes.KindOf(media.MediaType))
        {
            case MediaKind.Json or MediaKind.Any when facts.IsBinary(media.Schema):
                if (status[0] == '2')
                {
                    context.Log.Add(ImportRules.ResponseBinary, media.Place, media.MediaType);
                }

                return MediaTypes.Bytes;
            case MediaKind.Any when facts.IsText(media.Schema):
                return MediaTypes.PlainText;
            case MediaKind.Any:
                return MediaTypes.Json;
            case MediaKind.Xml:
                context.Log.Add(ImportRules.ResponseXml, media.Place, media.MediaType);
                return media.MediaType;
            default:
                return media.MediaType;
        }
    }

    private static string? StatusOf(string text)
    {
        string status = text.ToUpperInvariant();
        bool isClass = status.Length == 3 && status.EndsWith("XX", StringComparison.Ordinal);
        bool isCode = status.Length == 3 && status.All(char.IsAsciiDigit);
        return (isClass || isCode) && status[0] is >= '1' and <= '5' ? status : null;
    }
}

using Interactor.Compiler.Binding.Requests;
using Interactor.Compiler.Model;
using Interactor.Import.Findings;
using Interactor.Import.Model;

namespace Interactor.Import.OpenApi;

/// <summary>Chooses how each status is read: one media type, and its schema.</summary>
internal sealed class ResponseBuilder(ImportContext context, SchemaFacts facts)
{
    private const string Default = "default";

    private readonly StreamItems _items = new(context, facts);
    private readonly XmlChoice _xml = new(context, facts);

    public IReadOnlyList<ImportedResponse> Build(IEnumerable<SpecResponse> responses)
    {
        SortedDictionary<string, SpecResponse> byStatus = new(StatusOrder.Instance);
        foreach (SpecResponse response in responses)
        {
            if (StatusOf(response.Status) is { } status)
            {
                byStatus.TryAdd(status, response);
            }
            else
            {
                context.Log.Add(ImportRules.ResponseStatus, response.Place, response.Status);
            }
        }

        // Beside no other answer that the operation can end well with, the default one must be it.
        if (byStatus.TryGetValue(Default, out SpecResponse? fallback) && !byStatus.Keys.Any(s => s[0] is '2' or '3'))
        {
            context.Log.Add(ImportRules.ResponseDefault, fallback.Place);
            byStatus.Remove(Default);
            byStatus.Add("2XX", fallback);
        }

        List<ImportedResponse> built = [];
        ResponseBodyKind? read = null;
        foreach ((string status, SpecResponse response) in byStatus)
        {
            bool isSuccess = status[0] == '2';
            ImportedResponse one = BuildOne(status, response, isSuccess ? read : null);
            built.Add(one);
            if (isSuccess && one.MediaType is not null)
            {
                read ??= MediaType.KindOf(one.MediaType);
            }
        }

        return StreamItems.KindOf(built) is { } stream ? [.. built.Select(response => AsStream(response, byStatus[response.Status], stream))] : built;
    }

    private ImportedResponse AsStream(ImportedResponse response, SpecResponse spec, string kind)
    {
        if (response.Status[0] != '2' || response.MediaType is null)
        {
            return response;
        }

        context.Log.Add(ImportRules.ResponseStream, spec.Place, response.MediaType, kind);
        return response with { Schema = _items.ItemOf(spec.Media.First(media => media.MediaType == response.MediaType), kind) };
    }

    /// <param name="read">How the successful responses before are read: all of them are read in one way.</param>
    private ImportedResponse BuildOne(string status, SpecResponse response, ResponseBodyKind? read)
    {
        if (response.Media.Count == 0)
        {
            return new ImportedResponse(status, null, null);
        }

        IEnumerable<SpecMedia> readable = read is null ? response.Media : response.Media.Where(m => MediaType.KindOf(MediaTypeOf(m)) == read);
        if (readable.MinBy(m => MediaTypes.RankInResponse(m.MediaType)) is not { } chosen)
        {
            context.Log.Add(ImportRules.ResponseKinds, response.Place, status);
            return new ImportedResponse(status, null, null);
        }

        string[] others = [.. response.Media.Select(m => m.MediaType).Where(m => m != chosen.MediaType).Distinct()];
        if (others.Length > 0)
        {
            context.Log.Add(ImportRules.ResponseMediaTypes, response.Place, chosen.MediaType, string.Join(", ", others));
        }

        Report(chosen, status);
        return new ImportedResponse(status, MediaTypeOf(chosen), chosen.Schema);
    }

    private void Report(SpecMedia media, string status)
    {
        MediaKind kind = MediaTypes.KindOf(media.MediaType);
        if (kind == MediaKind.Xml && _xml.IsOpaque(media.Schema))
        {
            context.Log.Add(ImportRules.ResponseXml, media.Place, media.MediaType, facts.IsBinary(media.Schema) ? "bytes" : "text");
        }
        else if (kind == MediaKind.Json && status[0] == '2' && facts.IsBinary(media.Schema))
        {
            context.Log.Add(ImportRules.ResponseBinary, media.Place, media.MediaType);
        }
    }

    // What JSON cannot hold is read as what it is.
    private string MediaTypeOf(SpecMedia media) => MediaTypes.KindOf(media.MediaType) switch
    {
        MediaKind.Json or MediaKind.Any or MediaKind.Xml when facts.IsBinary(media.Schema) => MediaTypes.Bytes,
        MediaKind.Any or MediaKind.Xml when facts.IsText(media.Schema) => MediaTypes.PlainText,
        MediaKind.Any => MediaTypes.Json,
        _ => media.MediaType,
    };

    private static string? StatusOf(string text)
    {
        if (text == Default)
        {
            return text;
        }

        string status = text.ToUpperInvariant();
        bool isClass = status.Length == 3 && status.EndsWith("XX", StringComparison.Ordinal);
        bool isCode = status.Length == 3 && status.All(char.IsAsciiDigit);
        return (isClass || isCode) && status[0] is >= '1' and <= '5' ? status : null;
    }
}

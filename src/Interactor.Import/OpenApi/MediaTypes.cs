using Interactor.Compiler.Binding.Requests;

namespace Interactor.Import.OpenApi;

/// <summary>What the importer knows about media types.</summary>
internal static class MediaTypes
{
    public const string Json = "application/json";
    public const string Xml = "application/xml";
    public const string Form = "application/x-www-form-urlencoded";
    public const string Multipart = "multipart/form-data";
    public const string Bytes = "application/octet-stream";
    public const string PlainText = "text/plain";

    /// <summary>A stream of server-sent events (WHATWG HTML, section 9.2).</summary>
    public const string Events = "events";

    /// <summary>A stream of JSON values: NDJSON, JSON Lines, or a JSON text sequence (RFC 7464).</summary>
    public const string Lines = "lines";

    private static readonly MediaKind[] OfRequests = [MediaKind.Json, MediaKind.Any, MediaKind.Form, MediaKind.Multipart, MediaKind.Bytes, MediaKind.Text, MediaKind.Xml];
    private static readonly MediaKind[] OfResponses = [MediaKind.Json, MediaKind.Any, MediaKind.Text, MediaKind.Xml, MediaKind.Form, MediaKind.Bytes, MediaKind.Multipart];

    public static bool IsValid(string mediaType) => MediaType.IsValid(mediaType);

    /// <summary>What somebody meant who wrote no media type.</summary>
    public static string Guess(string text)
    {
        string lower = text.ToLowerInvariant();
        return lower.Contains("json") ? Json
            : lower.Contains("xml") ? Xml
            : lower.Contains("form") ? Form
            : lower.Contains("text") || lower.Contains("html") || lower.Contains("csv") ? PlainText
            : lower is "*" or "" ? "*/*"
            : Bytes;
    }

    public static MediaKind KindOf(string mediaType)
    {
        string essence = EssenceOf(mediaType);
        return essence switch
        {
            "*/*" => MediaKind.Any,
            Json or "text/json" => MediaKind.Json,
            Form => MediaKind.Form,
            "text/xml" or Xml => MediaKind.Xml,
            _ when essence.EndsWith("+json", StringComparison.Ordinal) => MediaKind.Json,
            _ when essence.EndsWith("+xml", StringComparison.Ordinal) => MediaKind.Xml,
            _ when essence.StartsWith("multipart/", StringComparison.Ordinal) => MediaKind.Multipart,
            _ when essence.StartsWith("text/", StringComparison.Ordinal) => MediaKind.Text,
            _ => MediaKind.Bytes,
        };
    }

    /// <summary>The kind of stream that a media type is, in the words of a definition; null for one that is a whole.</summary>
    public static string? StreamOf(string mediaType)
    {
        string essence = EssenceOf(mediaType);
        return essence switch
        {
            "text/event-stream" => Events,
            "application/x-ndjson" or "application/ndjson" or "application/jsonl" or "application/x-jsonl" or "application/jsonlines" or "application/x-jsonlines"
                or "application/json-seq" => Lines,
            _ when essence.EndsWith("+json-seq", StringComparison.Ordinal) => Lines,
            _ => null,
        };
    }

    public static string EssenceOf(string mediaType)
    {
        int end = mediaType.IndexOf(';');
        return (end < 0 ? mediaType : mediaType[..end]).Trim().ToLowerInvariant();
    }

    /// <summary>How gladly a body is sent as this type; less is better.</summary>
    public static int RankInRequest(string mediaType) => Rank(OfRequests, mediaType);

    /// <summary>How gladly a body is read as this type; less is better.</summary>
    public static int RankInResponse(string mediaType) => Rank(OfResponses, mediaType);

    // The plain name before its relatives: application/json before application/vnd.api+json.
    private static int Rank(MediaKind[] order, string mediaType) =>
        (Array.IndexOf(order, KindOf(mediaType)) * 2) + (EssenceOf(mediaType) is Json or Multipart or PlainText ? 0 : 1);
}

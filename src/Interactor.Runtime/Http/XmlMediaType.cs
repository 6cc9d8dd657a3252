namespace Interactor.Runtime.Http;

/// <summary>Which media types are XML (RFC 7303, sections 4.2 and 9).</summary>
internal static class XmlMediaType
{
    /// <summary>What a request accepts whose answer is read as XML.</summary>
    public const string Accepted = "application/xml, text/xml;q=0.9, */*;q=0.5";

    public static bool IsNamedBy(HttpResponseMessage message) =>
        message.Content.Headers.ContentType?.MediaType is { } mediaType
        && (mediaType.Equals("application/xml", StringComparison.OrdinalIgnoreCase)
            || mediaType.Equals("text/xml", StringComparison.OrdinalIgnoreCase)
            || mediaType.EndsWith("+xml", StringComparison.OrdinalIgnoreCase));
}

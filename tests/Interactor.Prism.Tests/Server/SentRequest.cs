namespace Interactor.Prism.Tests.Server;

/// <summary>A request as it left the client.</summary>
/// <param name="Target">Scheme, host, path and query, as they are on the wire.</param>
internal sealed record SentRequest(string Method, string Target, string? MediaType, string Body)
{
    public static async Task<SentRequest> OfAsync(HttpRequestMessage request, CancellationToken cancellationToken) => new(
        request.Method.Method,
        request.RequestUri!.AbsoluteUri,
        request.Content?.Headers.ContentType?.MediaType,
        request.Content is { } content ? await content.ReadAsStringAsync(cancellationToken) : "");
}

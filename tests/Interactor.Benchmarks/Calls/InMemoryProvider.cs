using System.Net;
using System.Net.Http.Headers;

namespace Interactor.Benchmarks.Calls;

/// <summary>A provider without a network: takes the request's bytes in, gives the same issue back.</summary>
internal sealed class InMemoryProvider : HttpMessageHandler
{
    /// <summary>What it answers.</summary>
    public static readonly byte[] Issue = """
        {"id":1234567890,"number":42,"title":"The call costs too much","body":"Measure it, then make it cheaper.","state":"open","labels":["bug","performance"],"locked":false,"comments":7,"created_at":"2026-01-02T03:04:05Z","user":{"login":"octocat","id":583231}}
        """u8.ToArray();

    private static readonly MediaTypeHeaderValue Json = new("application/json") { CharSet = "utf-8" };

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Content is { } content)
        {
            await content.CopyToAsync(Stream.Null, cancellationToken);
        }

        ByteArrayContent body = new(Issue);
        body.Headers.ContentType = Json;
        return new HttpResponseMessage(HttpStatusCode.Created) { Content = body, RequestMessage = request };
    }
}

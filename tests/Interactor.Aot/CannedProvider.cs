using System.Net;
using System.Text;

namespace Interactor.Aot;

/// <summary>A provider in memory: tokens to whoever asks for one, a draft, and the thing of the connector <c>provider</c>.</summary>
internal sealed class CannedProvider : HttpMessageHandler
{
    public string LastBody { get; private set; } = "";

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        LastBody = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        string path = request.RequestUri!.AbsolutePath;
        string json = path.EndsWith("/token", StringComparison.Ordinal) ? """{"access_token":"t","expires_in":3600}"""
            : path.EndsWith("/drafts", StringComparison.Ordinal) ? """{"id":"d1","message":{"id":"m1","threadId":"t1"}}"""
            : """{"client":"machine","account":null,"scope":"","bound":false}""";
        return new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(json, Encoding.UTF8, "application/json") };
    }
}

using System.Text.Json;

namespace Interactor.Prism.Tests.Server;

/// <summary>Sends the requests of a client to Prism instead, and fails where Prism says that one is not what the document asks for.</summary>
internal sealed class PrismHandler(Uri server) : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false })
{
    /// <summary>The status that Prism is to answer with; null for the first successful one of the document.</summary>
    public int? AnswerWith { get; set; }

    /// <summary>The request as it left the client last.</summary>
    public SentRequest Sent { get; private set; } = new("", "", null, "");

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Sent = await SentRequest.OfAsync(request, cancellationToken);
        request.RequestUri = new UriBuilder(request.RequestUri!) { Scheme = server.Scheme, Host = server.Host, Port = server.Port }.Uri;
        request.Headers.Host = null;
        if (AnswerWith is { } status)
        {
            request.Headers.Add("Prefer", $"code={status}");
        }

        HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
        if (response.Headers.TryGetValues("sl-violations", out IEnumerable<string>? values))
        {
            Refuse(string.Concat(values));
        }

        return response;
    }

    private void Refuse(string violations)
    {
        using JsonDocument document = JsonDocument.Parse(violations);
        Assert.Fail($"{Sent.Method} {Sent.Target}: {string.Join("; ", document.RootElement.EnumerateArray().Select(static v => v.GetProperty("message").GetString()))}");
    }
}

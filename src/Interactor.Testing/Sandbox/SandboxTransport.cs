using System.Net;

namespace Interactor.Testing.Sandbox;

/// <summary>
/// Takes every request to a sandbox, whatever host it is for, and tells the sandbox that host. For <c>ConnectorOptions.HttpHandler</c>: the runtime builds, checks and
/// authorises its requests for the real hosts, and none of them can leave this machine.
/// </summary>
public sealed class SandboxTransport : DelegatingHandler
{
    // The path is encoded already; to read it again would change what the runtime sent.
    private static readonly UriCreationOptions AsWritten = new() { DangerousDisablePathAndQueryCanonicalization = true };

    private readonly string _server;

    /// <summary>A handler for the sandbox at an address.</summary>
    public SandboxTransport(Uri baseUrl)
        : base(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false, AutomaticDecompression = DecompressionMethods.None })
    {
        ArgumentNullException.ThrowIfNull(baseUrl);
        _server = baseUrl.GetLeftPart(UriPartial.Authority);
    }

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        Uri meant = request.RequestUri ?? throw new InvalidOperationException("The request has no URL.");
        request.Headers.Remove(SandboxPipeline.HostHeader);
        request.Headers.TryAddWithoutValidation(SandboxPipeline.HostHeader, meant.Authority);
        request.RequestUri = new Uri(_server + meant.PathAndQuery, AsWritten);
        request.Version = HttpVersion.Version11;
        HttpResponseMessage response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        request.RequestUri = meant;
        return response;
    }
}

using System.Net;
using Interactor.Runtime.Tests.Fakes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.Logging;

namespace Interactor.Providers.Tests.Running;

/// <summary>A server that asks for client certificates (Kestrel) and says which one it was shown.</summary>
internal sealed class CertificateServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private int _shown;

    private CertificateServer(WebApplication app) => _app = app;

    public string Url => _app.Urls.Single();

    /// <summary>How many handshakes showed a certificate.</summary>
    public int Shown => Volatile.Read(ref _shown);

    /// <summary>Where it sends those on who ask for something that is elsewhere.</summary>
    public string? Elsewhere { get; set; }

    public static async Task<CertificateServer> StartAsync(TestCertificate own, ClientCertificateMode mode)
    {
        CertificateServer? server = null;
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(https =>
        {
            https.ServerCertificate = own.Load();
            https.ClientCertificateMode = mode;
            https.ClientCertificateValidation = (certificate, _, _) =>
            {
                Interlocked.Increment(ref server!._shown);
                return certificate.Subject.Length > 0;
            };
        })));
        WebApplication app = builder.Build();
        server = new CertificateServer(app);
        app.MapGet("/caller", static (HttpContext context) => Results.Json(new { thumbprint = context.Connection.ClientCertificate?.Thumbprint ?? "" }));
        app.MapGet("/elsewhere", () => Results.Redirect(server.Elsewhere!));
        await app.StartAsync();
        return server;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}

using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Interactor.Runtime.Tests.Fakes;

namespace Interactor.Providers.Tests.Running;

/// <summary>Transports that trust one server, whose certificate no authority signed, and present a client's certificate or none.</summary>
internal sealed class Trust(TestCertificate server)
{
    /// <summary>How many transports were made for certificates.</summary>
    public int Made { get; private set; }

    public SocketsHttpHandler Plain() => new()
    {
        AllowAutoRedirect = false,
        SslOptions = { RemoteCertificateValidationCallback = (_, certificate, _, _) => certificate is X509Certificate2 presented && presented.Thumbprint == server.Thumbprint },
    };

    public SocketsHttpHandler Presenting(SslStreamCertificateContext certificate)
    {
        Made++;
        SocketsHttpHandler handler = Plain();
        handler.SslOptions.ClientCertificateContext = certificate;
        return handler;
    }
}

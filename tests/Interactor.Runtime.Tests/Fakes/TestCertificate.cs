using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Interactor.Runtime.Tests.Fakes;

/// <summary>A certificate that signs itself or is signed by another, and its key, as PEM.</summary>
public sealed class TestCertificate
{
    public TestCertificate(string name, TestCertificate? issuer = null, bool isAuthority = false)
    {
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        CertificateRequest request = new($"CN={name}", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(isAuthority, hasPathLengthConstraint: false, 0, critical: true));
        SubjectAlternativeNameBuilder names = new();
        names.AddDnsName(name);
        names.AddIpAddress(System.Net.IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        DateTimeOffset start = DateTimeOffset.UtcNow.AddDays(-1);
        using X509Certificate2 certificate = issuer is null
            ? request.CreateSelfSigned(start, start.AddYears(1))
            : request.Create(issuer.Load(), start, start.AddMonths(6), RandomNumberGenerator.GetBytes(8));
        Pem = certificate.ExportCertificatePem();
        Key = key.ExportPkcs8PrivateKeyPem();
        Thumbprint = certificate.Thumbprint;
    }

    public string Pem { get; }

    public string Key { get; }

    public string Thumbprint { get; }

    public X509Certificate2 Load() => X509Certificate2.CreateFromPem(Pem, Key);
}

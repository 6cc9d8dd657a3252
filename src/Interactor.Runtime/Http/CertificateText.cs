using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Interactor.Runtime.Http;

/// <summary>Reads a certificate and its key from the texts that a person has of them.</summary>
internal static class CertificateText
{
    /// <param name="chain">PEM; the account's own certificate comes first.</param>
    /// <param name="key">PEM: PKCS#8, PKCS#1 or SEC 1.</param>
    /// <exception cref="InteractorException"><see cref="ErrorCode.InputInvalid"/>: one is not readable, or they do not belong together. Says nothing of either.</exception>
    public static SslStreamCertificateContext Read(string chain, string key)
    {
        try
        {
            X509Certificate2Collection certificates = [];
            certificates.ImportFromPem(Lines(chain));
            X509Certificate2 own = X509Certificate2.CreateFromPem(Lines(chain), Lines(key));
            certificates.RemoveAt(0);

            // What lies between is what the person gave: nothing is fetched.
            return SslStreamCertificateContext.Create(Lasting(own), certificates, offline: true);
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException)
        {
            // Not the exception itself: what the framework says about a text may be a part of it.
            throw new InteractorException(
                ErrorCode.InputInvalid,
                "The client certificate or its private key is not PEM that belongs together: the certificate first, then those above it; the key without a password.");
        }
    }

    // Many people paste the text of a JSON file, whose line ends are written as \n.
    private static string Lines(string pem) => pem.Replace("\\n", "\n", StringComparison.Ordinal);

    // Windows' TLS takes no key that lives in memory only.
    private static X509Certificate2 Lasting(X509Certificate2 certificate)
    {
        if (!OperatingSystem.IsWindows())
        {
            return certificate;
        }

        using (certificate)
        {
            return X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pkcs12), password: null);
        }
    }
}

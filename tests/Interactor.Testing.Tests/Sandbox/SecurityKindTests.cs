using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Interactor.Runtime.Security;

namespace Interactor.Testing.Tests.Sandbox;

/// <summary>A sandbox of a connector with every kind of security.</summary>
public sealed class SecurityKindTests
{
    [Theory]
    [InlineData("body")]
    [InlineData("body-token")]
    [InlineData("countersigned")]
    [InlineData("scoped")]
    public async Task What_needs_no_token_of_the_provider_is_taken(string method)
    {
        await using Playground play = await Playground.StartAsync("keyring");
        Connection connection = await play.ConnectAsync(method);
        Assert.Equal(method, connection.Method);
        await play.RunAsync(connection, "lock.list", "{}");
    }

    [Fact]
    public async Task An_account_with_a_certificate_reaches_the_sandbox()
    {
        await using Playground play = await Playground.StartAsync("keyring");
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using X509Certificate2 certificate = new CertificateRequest("CN=ann", key, HashAlgorithmName.SHA256).CreateSelfSigned(DateTimeOffset.UtcNow, DateTimeOffset.UtcNow.AddDays(1));
        Connection connection = new()
        {
            Method = "certified",
            Variables = new Dictionary<string, string> { ["certificate"] = certificate.ExportCertificatePem(), ["certificate_key"] = key.ExportPkcs8PrivateKeyPem() },
        };
        Assert.NotEmpty(await play.RunAsync(connection, "lock.list", "{}"));
    }
}

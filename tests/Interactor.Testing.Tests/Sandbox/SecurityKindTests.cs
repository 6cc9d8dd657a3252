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
    [InlineData("by-hand")]
    public async Task What_needs_no_token_of_the_provider_is_taken(string method)
    {
        await using Playground play = await Playground.StartAsync("keyring");
        Connection connection = await play.ConnectAsync(method);
        Assert.Equal(method, connection.Method);
        await play.RunAsync(connection, "lock.list", "{}");
    }

    [Fact]
    public async Task A_signature_stays_out_of_the_log()
    {
        await using Playground play = await Playground.StartAsync("keyring");
        await play.RunAsync(await play.ConnectAsync("by-hand"), "lock.list", "{}");
        string signature = Assert.Single(play.Server.Requests.SelectMany(r => r.Headers).Where(h => h.Key.Equals("X-Signature", StringComparison.OrdinalIgnoreCase)).Select(h => h.Value).Distinct());
        Assert.DoesNotMatch("^[0-9a-f]{64}$", signature);
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

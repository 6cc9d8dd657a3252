using Interactor.Providers.Tests.Running;
using Interactor.Runtime;
using Interactor.Runtime.Security;
using Interactor.Runtime.Tests.Fakes;
using Microsoft.AspNetCore.Server.Kestrel.Https;

namespace Interactor.Providers.Tests;

/// <summary>Accounts that prove themselves by a client certificate: at a token endpoint that is not ours, and at an API that demands one.</summary>
public sealed class CertificateTests
{
    private readonly TestCertificate _server = new("127.0.0.1");
    private readonly TestCertificate _ann = new("ann");
    private readonly TestCertificate _bob = new("bob");

    [Theory]
    [InlineData("by.root")]
    [InlineData("by.itself")]
    public async Task A_token_that_a_certificate_gives_is_bound_to_it(string client)
    {
        TestCertificate root = new("a root", isAuthority: true);
        TestCertificate machine = new("machine.example.com", client == "by.root" ? root : null);
        await using NodeServer provider = await NodeServer.StartAsync("oidc-provider.mjs", new
        {
            tls = new { key = _server.Key, cert = _server.Pem, ca = root.Pem },
            clients = new object[]
            {
                Registered("by.root", "tls_client_auth", new() { ["tls_client_auth_san_dns"] = "machine.example.com" }),
                Registered("by.itself", "self_signed_tls_client_auth", new() { ["jwks"] = new { keys = new[] { PublicOf(machine) } } }),
            },
        });
        Application app = Of(provider.Url, client, machine);

        await app.Flow.ConnectAsync("certified", new Dictionary<string, string>(), Application.Account, TestContext.Current.CancellationToken);
        Assert.Equal((client, true), Seen(await app.CallAsync()));
        Token first = await app.TokenAsync();
        app.Clock.Advance(TimeSpan.FromHours(1));
        Assert.All(await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => app.CallAsync())), thing => Assert.Equal((client, true), Seen(thing)));
        Assert.NotEqual(first.Value, (await app.TokenAsync()).Value);

        // Who holds the token and not the certificate has nothing.
        Application thief = Of(provider.Url, client, _bob);
        thief.Options.Account = null;
        thief.Options.Connection = await app.ConnectionAsync();
        InteractorException refused = await Assert.ThrowsAsync<InteractorException>(thief.CallAsync);
        Assert.Equal("invalid_client", refused.ProviderCode);
        refused = await Assert.ThrowsAsync<InteractorException>(
            () => thief.Flow.ConnectAsync("certified", new Dictionary<string, string>(), "bob's", TestContext.Current.CancellationToken));
        Assert.Equal((401, "invalid_client"), (refused.Status, refused.ProviderCode));
    }

    [Fact]
    public async Task Connections_of_two_accounts_are_never_mixed()
    {
        await using CertificateServer api = await CertificateServer.StartAsync(_server, ClientCertificateMode.RequireCertificate);
        Application app = Of(api.Url, "nobody", _ann);
        TestCertificate[] own = [_ann, _bob];
        foreach (TestCertificate certificate in own)
        {
            await app.Flow.ConnectAsync("certificate-alone", Values(certificate), certificate.Thumbprint, TestContext.Current.CancellationToken);
        }

        await Task.WhenAll(Enumerable.Range(0, 200).Select(async i =>
        {
            string thumbprint = own[i % 2].Thumbprint;
            Assert.Equal(thumbprint, (await app.Client.Caller.GetAsync(new ActionOptions { Account = thumbprint }, TestContext.Current.CancellationToken)).Thumbprint);
        }));
    }

    [Fact]
    public async Task An_action_that_needs_no_credential_shows_none()
    {
        await using CertificateServer api = await CertificateServer.StartAsync(_server, ClientCertificateMode.AllowCertificate);
        Application app = Of(api.Url, "nobody", _ann);
        await app.Flow.ConnectAsync("certificate-alone", Values(_ann), Application.Account, TestContext.Current.CancellationToken);
        Assert.Equal("", (await app.Client.Caller.PublicAsync(cancellationToken: TestContext.Current.CancellationToken)).Thumbprint);
        Assert.Equal(0, api.Shown);
        Assert.Equal(_ann.Thumbprint, (await app.Client.Caller.GetAsync(cancellationToken: TestContext.Current.CancellationToken)).Thumbprint);
    }

    [Fact]
    public async Task A_redirect_to_another_host_is_not_shown_it()
    {
        await using CertificateServer api = await CertificateServer.StartAsync(_server, ClientCertificateMode.RequireCertificate);
        await using CertificateServer other = await CertificateServer.StartAsync(_server, ClientCertificateMode.AllowCertificate);
        api.Elsewhere = other.Url + "/caller";
        Application app = Of(api.Url, "nobody", _ann);
        await app.Flow.ConnectAsync("certificate-alone", Values(_ann), Application.Account, TestContext.Current.CancellationToken);
        InteractorException refused = await Assert.ThrowsAsync<InteractorException>(() => app.Client.Caller.ElsewhereAsync(cancellationToken: TestContext.Current.CancellationToken));
        Assert.Equal((ErrorCode.ProviderError, 302), (refused.Code, refused.Status));
        Assert.Equal(0, other.Shown);
    }

    [Fact]
    public async Task A_server_that_refuses_the_handshake_is_a_failure_of_the_network()
    {
        await using CertificateServer api = await CertificateServer.StartAsync(_server, ClientCertificateMode.RequireCertificate);
        Application app = Of(api.Url, "nobody", _ann);
        Trust trust = new(_server);
        app.Options.CertificateHandler = _ => trust.Plain();
        await app.Flow.ConnectAsync("certificate-alone", Values(_ann), Application.Account, TestContext.Current.CancellationToken);
        InteractorException failed = await Assert.ThrowsAsync<InteractorException>(() => app.Client.Caller.GetAsync(cancellationToken: TestContext.Current.CancellationToken));
        Assert.Equal(ErrorCode.Transient, failed.Code);
        Assert.DoesNotContain(_ann.Key.Split('\n')[1], failed.ToString(), StringComparison.Ordinal);
    }

    private Application Of(string url, string client, TestCertificate certificate)
    {
        Trust trust = new(_server);
        Application app = new(url, client);
        app.Options.HttpHandler = trust.Plain();
        app.Options.CertificateHandler = trust.Presenting;
        app.Options.Certificate = certificate.Pem;
        app.Options.CertificateKey = certificate.Key;
        return app;
    }

    private static (string Client, bool IsBound) Seen(Test.Connectors.Provider.Thing thing) => (thing.Client, thing.Bound);

    private static Dictionary<string, string> Values(TestCertificate certificate) => new() { ["certificate"] = certificate.Pem, ["certificate_key"] = certificate.Key };

    private static Dictionary<string, object> Registered(string id, string authentication, Dictionary<string, object> more) => new(more)
    {
        ["client_id"] = id,
        ["token_endpoint_auth_method"] = authentication,
        ["grant_types"] = new[] { "client_credentials" },
        ["redirect_uris"] = Array.Empty<string>(),
        ["response_types"] = Array.Empty<string>(),
        ["tls_client_certificate_bound_access_tokens"] = true,
    };

    private static object PublicOf(TestCertificate certificate)
    {
        using System.Security.Cryptography.X509Certificates.X509Certificate2 loaded = certificate.Load();
        using System.Security.Cryptography.ECDsa key = System.Security.Cryptography.X509Certificates.ECDsaCertificateExtensions.GetECDsaPublicKey(loaded)!;
        return OpenIdServer.Public(key, Convert.ToBase64String(loaded.RawData));
    }
}

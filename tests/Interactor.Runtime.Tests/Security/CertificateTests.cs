using System.Net.Security;
using Interactor.Runtime.Http;
using Interactor.Runtime.Json;
using Interactor.Runtime.Security;
using Interactor.Runtime.Tests.Fakes;
using Xunit;
using static Interactor.Runtime.Tests.Fakes.FakeProvider;

namespace Interactor.Runtime.Tests.Security;

/// <summary>Which requests go over connections that present an account's certificate.</summary>
public sealed class CertificateTests
{
    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;

    private readonly TestCertificate _ann = new("ann");
    private readonly TestCertificate _bob = new("bob");
    private readonly FakeProvider _plain = new(static _ => Answer("""{"name":"x","size":1}"""));
    private readonly Dictionary<string, FakeProvider> _presenting = [];

    [Fact]
    public async Task The_token_request_and_the_call_present_it_and_no_secret_is_sent()
    {
        await Executor(OAuth()).ExecuteAsync(TestActions.Get(methods: ["by-certificate"]), JsonValue.Null, cancellationToken: Token);
        SentRequest[] sent = [.. _presenting[_ann.Thumbprint].Requests];
        Assert.Equal(["https://a.login.example.com/token", "https://api.example.com/v1/thing"], sent.Select(static r => r.Url));
        Assert.Equal(["grant_type", "client_id"], sent[0].Form.Keys);
        Assert.Empty(_plain.Requests);
    }

    [Fact]
    public async Task An_action_that_needs_no_credential_goes_without_it()
    {
        await Executor(OAuth()).ExecuteAsync(TestActions.Get(methods: []), JsonValue.Null, cancellationToken: Token);
        Assert.Single(_plain.Requests);
        Assert.Empty(_presenting);
    }

    [Fact]
    public async Task Each_account_has_connections_of_its_own_and_the_same_certificate_shares_them()
    {
        InMemoryCredentialStore store = new();
        await PutAsync(store, "ann", _ann);
        await PutAsync(store, "ann again", _ann);
        await PutAsync(store, "bob", _bob);
        ConnectorOptions options = Options();
        options.Connection = null;
        options.CredentialStore = store;
        ActionExecutor executor = new(Connector(Alone()), options);
        await Task.WhenAll(Enumerable.Range(0, 60).Select(i => executor.ExecuteAsync(
            TestActions.Get(methods: ["by-certificate"]), JsonValue.Null, new ActionOptions { Account = ((string[])["ann", "bob", "ann again"])[i % 3] }, Token)));
        Assert.Equal((40, 20), (_presenting[_ann.Thumbprint].Requests.Count, _presenting[_bob.Thumbprint].Requests.Count));
    }

    [Theory]
    [InlineData("evil")]
    public async Task A_host_outside_egress_never_sees_it(string server)
    {
        RequestAction<JsonValue, JsonValue> action = new()
        {
            Id = "thing.get",
            Version = "1.0.0",
            Effect = ActionEffect.Read,
            Methods = ["by-certificate"],
            Input = JsonContracts.Any,
            Output = JsonContracts.Any,
            Server = server,
            Method = "GET",
            Timeout = TimeSpan.FromSeconds(5),
            Build = static (request, _, _) => request.Path("/thing"),
        };
        InteractorException refused = await Assert.ThrowsAsync<InteractorException>(() => Executor(Alone()).ExecuteAsync(action, JsonValue.Null, cancellationToken: Token));
        Assert.Equal(ErrorCode.AuthDenied, refused.Code);
        Assert.Empty(_presenting);
        Assert.Empty(_plain.Requests);
    }

    [Fact]
    public async Task A_given_handler_does_not_silently_go_without_it()
    {
        ConnectorOptions options = Options();
        options.CertificateHandler = null;
        InteractorException refused = await Assert.ThrowsAsync<InteractorException>(
            () => new ActionExecutor(Connector(Alone()), options).ExecuteAsync(TestActions.Get(methods: ["by-certificate"]), JsonValue.Null, cancellationToken: Token));
        Assert.Equal(ErrorCode.InputInvalid, refused.Code);
        Assert.Contains("CertificateHandler", refused.Message, StringComparison.Ordinal);
        Assert.Empty(_plain.Requests);
    }

    [Fact]
    public void A_handler_that_follows_redirects_is_refused()
    {
        CertificateTransports transports = new(static _ => new SocketsHttpHandler());
        Assert.Throws<ArgumentException>(() => transports.PoolFor(_ann.Pem, _ann.Key));
    }

    [Fact]
    public void What_belongs_to_nobody_is_refused_and_not_quoted()
    {
        CertificateTransports transports = new(static _ => new SocketsHttpHandler { AllowAutoRedirect = false });
        foreach ((string chain, string key) in ((string, string)[])
            [
                ("canary", _ann.Key), (_ann.Pem, "canary"), (_ann.Pem, _bob.Key), ("", ""), (_ann.Key, _ann.Key),
                ("-----BEGIN CERTIFICATE-----\nY2FuYXJ5\n-----END CERTIFICATE-----", _ann.Key),
                (_ann.Pem, "-----BEGIN PRIVATE KEY-----\nY2FuYXJ5\n-----END PRIVATE KEY-----"),
            ])
        {
            InteractorException refused = Assert.Throws<InteractorException>(() => transports.PoolFor(chain, key));
            Assert.Equal(ErrorCode.InputInvalid, refused.Code);
            Assert.DoesNotContain("canary", refused.ToString(), StringComparison.Ordinal);
            Assert.DoesNotContain("Y2Fu", refused.ToString(), StringComparison.Ordinal);
            Assert.DoesNotContain(_bob.Key.Split('\n')[1], refused.ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Line_ends_may_be_written_out_and_certificates_between_are_sent_too()
    {
        TestCertificate root = new("root", isAuthority: true);
        TestCertificate own = new("own", root);
        SslStreamCertificateContext read = CertificateText.Read((own.Pem + "\n" + root.Pem).Replace("\n", "\\n", StringComparison.Ordinal), own.Key.Replace("\n", "\\n", StringComparison.Ordinal));
        Assert.Equal(own.Thumbprint, read.TargetCertificate.Thumbprint);
        Assert.True(read.TargetCertificate.HasPrivateKey);
        using SocketsHttpHandler handler = SharedTransport.Presenting(read, new NetworkPolicy([]));
        Assert.Same(read, handler.SslOptions.ClientCertificateContext);
        Assert.False(handler.AllowAutoRedirect);
        Assert.False(handler.UseCookies);
        Assert.NotNull(handler.ConnectCallback);
    }

    [Fact]
    public void What_was_not_used_for_longest_is_forgotten()
    {
        int made = 0;
        CertificateTransports transports = new(_ => { made++; return new FakeProvider(static _ => Answer("{}")); }, most: 1);
        CertificatePool first = transports.PoolFor(_ann.Pem, _ann.Key);
        Assert.Same(first, transports.PoolFor(_ann.Pem, _ann.Key));
        transports.PoolFor(_bob.Pem, _bob.Key);
        Assert.NotSame(first, transports.PoolFor(_ann.Pem, _ann.Key));
        Assert.Equal(3, made);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_was_not_used_for_long_is_closed_and_its_handler_if_it_is_ours(bool isOwn)
    {
        FakeClock clock = new();
        List<Probe> made = [];
        CertificateTransports transports = new(
            _ =>
            {
                made.Add(new Probe());
                return made[^1];
            },
            isOwn,
            time: clock);
        CertificatePool pool = transports.PoolFor(_ann.Pem, _ann.Key);
        CertificatePool other = transports.PoolFor(_bob.Pem, _bob.Key);
        clock.Advance(TimeSpan.FromMinutes(6));
        Assert.NotNull(other.Use());
        clock.Advance(TimeSpan.FromMinutes(5));
        transports.Sweep();
        Assert.Null(pool.Use());
        Assert.NotNull(other.Use());
        Assert.Equal([isOwn, false], made.Select(static probe => probe.IsDisposed));
        Assert.NotSame(pool, transports.PoolFor(_ann.Pem, _ann.Key));
        Assert.Same(other, transports.PoolFor(_bob.Pem, _bob.Key));
    }

    private ActionExecutor Executor(SecurityMethod method) => new(Connector(method), Options());

    private static ConnectorDescriptor Connector(SecurityMethod method) => TestConnector.Make([method]);

    private ConnectorOptions Options()
    {
        ConnectorOptions options = TestConnector.Options(_plain, new Connection { Method = "by-certificate", Variables = Values(_ann) });
        options.CertificateHandler = certificate => _presenting[certificate.TargetCertificate.Thumbprint] = new FakeProvider(static request =>
            Answer(request.Url.EndsWith("/token", StringComparison.Ordinal) ? """{"access_token":"t"}""" : """{"name":"x","size":1}"""));
        return options;
    }

    private static async Task PutAsync(InMemoryCredentialStore store, string account, TestCertificate certificate) => await store.TryReplaceAsync(
        new ConnectionKey("test/mini", account), new Connection { Method = "by-certificate", Variables = Values(certificate) }, 0, Token);

    private static Dictionary<string, string> Values(TestCertificate certificate) => new() { ["chain"] = certificate.Pem, ["key"] = certificate.Key };

    private static SecurityMethod Alone() => new() { Id = "by-certificate", Kind = SecurityKind.None, Certificate = Certificate() };

    private static SecurityMethod OAuth() => new()
    {
        Id = "by-certificate",
        Kind = SecurityKind.OAuth2ClientCredentials,
        Certificate = Certificate(),
        Apply = static (request, context) => request.Header("Authorization", "Bearer " + context.Token("main").Value),
        OAuth = new OAuth2Settings
        {
            TokenUrl = static _ => "https://a.login.example.com/token",
            ClientId = static context => context.Variables.Text("client_id"),
            ClientSecret = static context => context.Variables.Text("client_secret"),
            ClientAuthentication = ClientAuthentication.TlsClientAuth,
        },
    };

    private static ClientCertificate Certificate() => new() { Chain = static context => context.Session.Connection!.Variables["chain"], Key = static context => context.Session.Connection!.Variables["key"] };

    private sealed class Probe : HttpMessageHandler
    {
        public bool IsDisposed { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            IsDisposed = true;
            base.Dispose(disposing);
        }
    }
}

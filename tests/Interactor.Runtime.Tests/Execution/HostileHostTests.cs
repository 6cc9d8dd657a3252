using System.Net;
using System.Net.Sockets;
using Interactor.Runtime.Http;
using Interactor.Runtime.Json;
using Interactor.Runtime.Security;
using Interactor.Runtime.Tests.Fakes;
using Xunit;
using static Interactor.Runtime.Tests.Fakes.FakeProvider;

namespace Interactor.Runtime.Tests.Execution;

/// <summary>Whoever may choose a host or a part of one does not get the credential of the account by it.</summary>
public sealed class HostileHostTests
{
    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("evil.test/")]
    [InlineData("evil.test?")]
    [InlineData("evil.test#")]
    [InlineData("evil.test\\")]
    [InlineData("evil.test:443/")]
    [InlineData("evil.test%2f")]
    [InlineData("a@b")]
    [InlineData("a:b@evil.test/")]
    [InlineData("127.0.0.1/")]
    [InlineData("[::1]/")]
    [InlineData("2130706433/")]
    [InlineData("0177.0.0.1/")]
    [InlineData("0x7f000001/")]
    [InlineData("localhost/")]
    [InlineData("evil.test/\r\nHost: x")]
    [InlineData("evil.test。")]
    public async Task A_part_of_a_host_cannot_become_another_host(string site)
    {
        FakeProvider provider = new(static _ => Answer("1"));
        InteractorException failure = await FailAsync(provider, static context => $"https://{context.Variables.Text("site")}.example.net", site, ["*.example.net"], []);
        Assert.Contains(failure.Code, (ErrorCode[])[ErrorCode.AuthDenied, ErrorCode.InputInvalid]);
        Assert.Empty(provider.Requests);
        Assert.DoesNotContain(TestConnector.Secret, failure.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("127.1")]
    [InlineData("127.0.0.1.")]
    [InlineData("127.0.0.1..")]
    [InlineData("192.168.1.1.")]
    [InlineData("0x7f.1.")]
    [InlineData("127%2e0%2e0%2e1")]
    [InlineData("127。0。0。1")]
    [InlineData("[::1]")]
    [InlineData("[::ffff:127.0.0.1]")]
    [InlineData("[::]")]
    [InlineData("2130706433")]
    [InlineData("017700000001")]
    [InlineData("0x7f000001")]
    [InlineData("0177.0.0.1")]
    [InlineData("0.0.0.0")]
    [InlineData("169.254.169.254")]
    [InlineData("10.0.0.5")]
    [InlineData("0xa000005")]
    [InlineData("012.0.0.5")]
    [InlineData("192.168.1.1")]
    [InlineData("172.31.0.1")]
    [InlineData("100.100.100.200")]
    [InlineData("168.63.129.16")]
    [InlineData("[fd00:ec2::254]")]
    [InlineData("[64:ff9b::10.0.0.5]")]
    [InlineData("[64:ff9b:1::1]")]
    [InlineData("[fe80::1]")]
    [InlineData("localhost")]
    [InlineData("LocalHost.")]
    [InlineData("api.localhost")]
    [InlineData("a@b")]
    public async Task A_whole_host_of_the_account_is_neither_this_machine_nor_of_a_private_network(string host)
    {
        foreach (string given in (string[])[host, "https://" + host])
        {
            FakeProvider provider = new(static _ => Answer("1"));
            InteractorException failure = await FailAsync(
                provider,
                static context => context.Variables.Text("site") is var site && site.StartsWith("https://", StringComparison.Ordinal) ? site : "https://" + site,
                given,
                [],
                ["site"]);
            Assert.Contains(failure.Code, (ErrorCode[])[ErrorCode.AuthDenied, ErrorCode.InputInvalid]);
            Assert.Empty(provider.Requests);
        }
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("2130706433")]
    [InlineData("169.254.169.254")]
    [InlineData("10.0.0.5")]
    [InlineData("[fd00::1]")]
    [InlineData("localhost")]
    public async Task Nor_where_no_credential_goes(string host)
    {
        FakeProvider provider = new(static _ => Answer("1"));
        foreach (bool isWhole in (bool[])[true, false])
        {
            RequestAction<JsonValue, JsonValue> action = TestActions.Get(isWhole ? static (request, _, context) => request.Url("https://" + context.Variables.Text("site")) : null, methods: []);
            InteractorException failure = await Assert.ThrowsAsync<InteractorException>(
                () => ExecuteAsync(provider, static context => "https://" + context.Variables.Text("site"), host, [], ["site"], action: action));
            Assert.Equal(ErrorCode.AuthDenied, failure.Code);
            Assert.Empty(provider.Requests);
        }
    }

    [Theory]
    [InlineData("http://169.254.169.254/latest/meta-data")]
    [InlineData("http://2130706433/")]
    [InlineData("https://10.0.0.5/")]
    [InlineData("http://localhost/")]
    [InlineData("https://127.0.0.1./")]
    [InlineData("https://192.168.1.1./")]
    [InlineData("https://0x7f.1./")]
    [InlineData("https://127。0。0。1/")]
    [InlineData("https://127．0．0．1。/")]
    [InlineData("https://localhost。/")]
    public async Task Nor_where_a_caller_or_a_provider_gives_the_whole_URL(string url)
    {
        FakeProvider provider = new(static _ => Answer("1"));
        RequestAction<JsonValue, JsonValue> action = TestActions.Get((request, _, _) => request.Url(url), methods: []);
        InteractorException failure = await Assert.ThrowsAsync<InteractorException>(
            () => ExecuteAsync(provider, static _ => "https://api.example.com", "", ["api.example.com"], [], action: action));
        Assert.Equal(ErrorCode.AuthDenied, failure.Code);
        Assert.Empty(provider.Requests);
    }

    [Fact]
    public async Task A_proxy_may_stand_in_a_private_network()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        using SocketsHttpHandler handler = SharedTransport.Guarded(static (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Loopback]), new NetworkPolicy([]));
        handler.Proxy = new WebProxy($"http://proxy.corp:{((IPEndPoint)listener.LocalEndpoint).Port}");
        handler.UseProxy = true;
        Task<JsonValue> call = ExecuteAsync(handler, static _ => "https://api.example.com", "", ["api.example.com"], []);
        Task<TcpClient> accepted = listener.AcceptTcpClientAsync(Token).AsTask();
        Assert.Same(accepted, await Task.WhenAny(accepted, call));
        using (TcpClient tunnel = await accepted)
        using (StreamReader reader = new(tunnel.GetStream()))
        {
            Assert.Equal("CONNECT api.example.com:443 HTTP/1.1", await reader.ReadLineAsync(Token));
            await tunnel.GetStream().WriteAsync("HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n"u8.ToArray(), Token);
            Assert.Equal(ErrorCode.Transient, (await Assert.ThrowsAsync<InteractorException>(() => call)).Code);
        }
    }

    [Theory]
    [InlineData("10.0.0.5", "10.0.0.0/8")]
    [InlineData("[::ffff:10.0.0.5]", "10.0.0.0/8")]
    [InlineData("[64:ff9b::a00:5]", "64:ff9b::/96")]
    [InlineData("[fd00::5]", "fd00::/16")]
    [InlineData("localhost", "127.0.0.0/8")]
    public async Task The_operator_may_allow_a_network_and_only_that(string host, string network)
    {
        FakeProvider provider = new(static _ => Answer("1"));
        await ExecuteAsync(provider, static context => "https://" + context.Variables.Text("site"), host, [], ["site"], networks: [network]);
        Assert.Equal($"https://{new Uri("https://" + host).Host}/v1/thing", provider.Only.Url);
        InteractorException failure = await Assert.ThrowsAsync<InteractorException>(
            () => ExecuteAsync(provider, static context => "https://" + context.Variables.Text("site"), host, [], ["site"], networks: ["192.168.0.0/16", "fd01::/16"]));
        Assert.Equal(ErrorCode.AuthDenied, failure.Code);
        Assert.Contains("AllowedNetworks", failure.Message, StringComparison.Ordinal);
        Assert.Single(provider.Requests);
    }

    [Fact]
    public async Task A_whole_host_of_the_account_may_be_any_other()
    {
        FakeProvider provider = new(static _ => Answer("1"));
        await ExecuteAsync(provider, static context => "https://" + context.Variables.Text("site"), "93.184.216.34", [], ["site"]);
        Assert.Equal("https://93.184.216.34/v1/thing", provider.Only.Url);
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("::1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("0.0.0.0")]
    [InlineData("169.254.169.254")]
    [InlineData("::ffff:169.254.169.254")]
    [InlineData("fd00:ec2::254")]
    [InlineData("10.1.2.3")]
    [InlineData("172.16.0.1")]
    [InlineData("192.168.0.1")]
    [InlineData("100.64.0.1")]
    [InlineData("64:ff9b::a01:203")]
    [InlineData("64:ff9b::7f00:1")]
    [InlineData("2002:7f00:1::")]
    [InlineData("fe80::1")]
    public async Task A_name_that_resolves_to_this_machine_or_a_private_network_is_refused_before_a_connection(string address)
    {
        List<string> asked = [];
        using TcpListener listener = new(IPAddress.IPv6Any, 0);
        listener.Server.DualMode = true;
        listener.Start();
        int port = ((IPEndPoint)listener.LocalEndpoint).Port;
        using SocketsHttpHandler handler = SharedTransport.Guarded((name, _) =>
        {
            asked.Add(name);
            return Task.FromResult<IPAddress[]>([IPAddress.Parse(address)]);
        }, new NetworkPolicy([IPNetwork.Parse("10.9.0.0/16")]));
        InteractorException failure = await Assert.ThrowsAsync<InteractorException>(
            () => ExecuteAsync(handler, _ => $"https://api.example.com:{port}", "", ["api.example.com"], [], TestActions.Retry));
        Assert.Equal(ErrorCode.AuthDenied, failure.Code);
        Assert.Equal(["api.example.com"], asked);
        Assert.False(listener.Pending());
    }

    [Fact]
    public async Task A_name_leads_into_a_network_that_the_operator_allows_and_to_no_other_address_of_it()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        int port = ((IPEndPoint)listener.LocalEndpoint).Port;
        using SocketsHttpHandler handler = SharedTransport.Guarded(
            static (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Parse("127.0.0.2"), IPAddress.Loopback]), new NetworkPolicy([IPNetwork.Parse("127.0.0.1/32")]));
        Task<JsonValue> call = ExecuteAsync(handler, _ => $"https://api.example.com:{port}", "", ["api.example.com"], []);
        (await listener.AcceptTcpClientAsync(Token)).Dispose();
        Assert.Equal(ErrorCode.Transient, (await Assert.ThrowsAsync<InteractorException>(() => call)).Code);
    }

    [Fact]
    public async Task A_name_that_resolves_to_a_public_address_of_this_machine_is_refused_before_a_connection()
    {
        OwnAddresses own = new(static () => [IPAddress.Parse("93.184.216.34")], TimeProvider.System);
        using SocketsHttpHandler handler = SharedTransport.Guarded(static (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Parse("93.184.216.34")]), new NetworkPolicy([], own));
        InteractorException failure = await FailAsync(handler, static _ => "https://api.example.com", "", ["api.example.com"], []);
        Assert.Equal(ErrorCode.AuthDenied, failure.Code);
        Assert.Contains("AllowedNetworks", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Operators_who_allow_different_networks_share_no_connections()
    {
        HttpMessageInvoker plain = SharedTransport.InvokerFor(null, new NetworkPolicy([]));
        Assert.Same(plain, SharedTransport.InvokerFor(null, new NetworkPolicy([])));
        HttpMessageInvoker open = SharedTransport.InvokerFor(null, new NetworkPolicy([IPNetwork.Parse("10.0.0.0/8"), IPNetwork.Parse("fd00::/8")]));
        Assert.NotSame(plain, open);
        Assert.Same(open, SharedTransport.InvokerFor(null, new NetworkPolicy([IPNetwork.Parse("fd00::/8"), IPNetwork.Parse("10.0.0.0/8")])));
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("localhost")]
    public async Task An_author_may_list_this_machine_as_such(string host)
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        int port = ((IPEndPoint)listener.LocalEndpoint).Port;
        using SocketsHttpHandler handler = SharedTransport.Guarded(static (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Loopback]), new NetworkPolicy([]));
        Task<JsonValue> call = ExecuteAsync(handler, _ => $"https://{host}:{port}", "", [host], []);
        (await listener.AcceptTcpClientAsync(Token)).Dispose();
        Assert.Equal(ErrorCode.Transient, (await Assert.ThrowsAsync<InteractorException>(() => call)).Code);
    }

    [Theory]
    [InlineData("https://127.0.0.1/")]
    [InlineData("https://[::1]/")]
    [InlineData("https://localhost/")]
    [InlineData("https://169.254.169.254/latest/meta-data")]
    [InlineData("https://10.0.0.1/")]
    [InlineData("//2130706433/")]
    [InlineData("https://api.example.com.evil.test/")]
    [InlineData("https:\\\\evil.test\\x")]
    [InlineData("https://api.example.com@evil.test/")]
    public async Task A_redirect_there_is_not_followed(string location)
    {
        FakeProvider provider = new(_ => Status(302, ("Location", location)), static _ => Answer("1"));
        InteractorException failure = await FailAsync(provider, static _ => "https://api.example.com", "", ["api.example.com"], []);
        Assert.Equal((ErrorCode.ProviderError, 302), (failure.Code, failure.Status));
        Assert.Single(provider.Requests);
    }

    private static Task<InteractorException> FailAsync(HttpMessageHandler provider, Func<ActionContext, string> server, string site, string[] egress, string[] variables) =>
        Assert.ThrowsAsync<InteractorException>(() => ExecuteAsync(provider, server, site, egress, variables));

    private static Task<JsonValue> ExecuteAsync(
        HttpMessageHandler provider,
        Func<ActionContext, string> server,
        string site,
        string[] egress,
        string[] variables,
        RetryRules? retry = null,
        string[]? networks = null,
        RequestAction<JsonValue, JsonValue>? action = null)
    {
        ConnectorDescriptor connector = new()
        {
            Owner = "test",
            Id = "hosts",
            Name = "Hosts",
            Version = "1.0.0",
            Servers = [new ServerDescriptor("api", server)],
            Egress = egress,
            EgressVariables = variables,
            Variables =
            [
                new VariableDescriptor("api_key") { Scope = VariableScope.Account, IsSecret = true, IsRequired = true, AskFor = ["key"] },
                new VariableDescriptor("site") { Scope = VariableScope.Account },
            ],
            Methods = [new SecurityMethod { Id = "key", Kind = SecurityKind.ApiKey, Apply = static (request, context) => request.Header("X-Key", context.Variables.Text("api_key")) }],
            Actions = [],
        };
        ConnectorOptions own = new() { HttpHandler = provider, Values = { ["api_key"] = TestConnector.Secret, ["site"] = site } };
        foreach (string network in networks ?? [])
        {
            own.AllowedNetworks.Add(IPNetwork.Parse(network));
        }

        return new ActionExecutor(connector, own).ExecuteAsync(action ?? TestActions.Get(retry: retry), JsonValue.Null, cancellationToken: Token);
    }
}

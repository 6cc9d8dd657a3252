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
    [InlineData("[::1]")]
    [InlineData("[::ffff:127.0.0.1]")]
    [InlineData("[::]")]
    [InlineData("2130706433")]
    [InlineData("017700000001")]
    [InlineData("0x7f000001")]
    [InlineData("0177.0.0.1")]
    [InlineData("0.0.0.0")]
    [InlineData("169.254.169.254")]
    [InlineData("localhost")]
    [InlineData("LocalHost.")]
    [InlineData("api.localhost")]
    [InlineData("a@b")]
    public async Task A_whole_host_of_the_account_is_not_this_machine(string host)
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

    [Fact]
    public async Task A_whole_host_of_the_account_may_be_any_other()
    {
        FakeProvider provider = new(static _ => Answer("1"));
        await ExecuteAsync(provider, static context => "https://" + context.Variables.Text("site"), "10.0.0.5", [], ["site"]);
        Assert.Equal("https://10.0.0.5/v1/thing", provider.Only.Url);
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("::1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("0.0.0.0")]
    [InlineData("169.254.169.254")]
    public async Task A_name_that_resolves_to_this_machine_is_refused_before_a_connection(string address)
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
        });
        InteractorException failure = await Assert.ThrowsAsync<InteractorException>(
            () => ExecuteAsync(handler, _ => $"https://api.example.com:{port}", "", ["api.example.com"], [], TestActions.Retry));
        Assert.Equal(ErrorCode.AuthDenied, failure.Code);
        Assert.Equal(["api.example.com"], asked);
        Assert.False(listener.Pending());
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("localhost")]
    public async Task An_author_may_list_this_machine_as_such(string host)
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        int port = ((IPEndPoint)listener.LocalEndpoint).Port;
        using SocketsHttpHandler handler = SharedTransport.Guarded(static (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Loopback]));
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
        RetryRules? retry = null)
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
        return new ActionExecutor(connector, own).ExecuteAsync(TestActions.Get(retry: retry), JsonValue.Null, cancellationToken: Token);
    }
}

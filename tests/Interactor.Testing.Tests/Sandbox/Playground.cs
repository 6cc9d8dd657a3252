using System.Text;
using Interactor.Runtime;
using Interactor.Runtime.Security;
using Interactor.Testing.Loading;
using Interactor.Testing.Sandbox;

namespace Interactor.Testing.Tests.Sandbox;

/// <summary>A connector with a sandbox of its own.</summary>
internal sealed class Playground : IAsyncDisposable
{
    private readonly HttpClient _client = new(new SocketsHttpHandler { AllowAutoRedirect = false });

    private Playground(LoadedConnector connector, SandboxServer server)
    {
        Connector = connector;
        Server = server;
    }

    public LoadedConnector Connector { get; }

    public SandboxServer Server { get; }

    public static async Task<Playground> StartAsync(string fixture, SandboxOptions? options = null)
    {
        LoadedConnector connector = Fixture.Load(fixture);
        return new Playground(connector, await SandboxServer.StartAsync([SandboxConnector.Of(connector)], options, TestContext.Current.CancellationToken));
    }

    public Task<Connection> ConnectAsync(string? method = null, bool allow = true) =>
        SandboxAccount.ConnectAsync(Server, Connector.Descriptor, method, options: null, allow, TestContext.Current.CancellationToken);

    public ActionExecutor Executor(Connection? connection)
    {
        ConnectorOptions options = SandboxAccount.OptionsFor(Server, Connector.Descriptor);
        options.Connection = connection;
        options.ValidateResponses = true;
        return new ActionExecutor(Connector.Descriptor, options);
    }

    public async Task<string> RunAsync(Connection? connection, string action, string input) =>
        await RunAsync(Executor(connection), action, input);

    public static async Task<string> RunAsync(ActionExecutor executor, string action, string input)
    {
        ReadOnlyMemory<byte> output = await executor.ExecuteAsync(action, null, Encoding.UTF8.GetBytes(input), null, TestContext.Current.CancellationToken);
        return Encoding.UTF8.GetString(output.Span);
    }

    public Task<HttpResponseMessage> GetAsync(string path, params (string Name, string Value)[] headers) => SendAsync(HttpMethod.Get, path, null, headers);

    public Task<HttpResponseMessage> PostAsync(string path, IEnumerable<KeyValuePair<string, string>> form) => SendAsync(HttpMethod.Post, path, new FormUrlEncodedContent(form));

    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, HttpContent? content, params (string Name, string Value)[] headers)
    {
        HttpRequestMessage request = new(method, new Uri(Server.BaseUrl, path)) { Content = content };
        foreach ((string name, string value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await _client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await Server.DisposeAsync();
        Connector.Dispose();
    }
}

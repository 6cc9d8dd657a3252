using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Interactor.Runtime.Http;
using Interactor.Runtime.Json;
using Interactor.Runtime.Tests.Fakes;
using Xunit;

namespace Interactor.Runtime.Tests.Execution;

/// <summary>The default transport against a real server on this machine.</summary>
public sealed class TransportTests : IDisposable
{
    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;

    private readonly HttpListener _listener = new();
    private readonly string _address;

    public TransportTests()
    {
        // Another program may take a port between finding it and listening on it.
        for (int port = Random.Shared.Next(20_000, 60_000); ; port++)
        {
            string address = $"http://127.0.0.1:{port}";
            _listener.Prefixes.Clear();
            _listener.Prefixes.Add(address + "/");
            try
            {
                _listener.Start();
                _address = address;
                break;
            }
            catch (HttpListenerException) when (port < 65_000)
            {
            }
        }

        _ = ServeAsync();
    }

    public void Dispose() => _listener.Close();

    [Fact]
    public async Task Bodies_travel_and_are_decompressed()
    {
        ActionExecutor executor = Executor();
        JsonValue[] answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(i => executor.ExecuteAsync(Post("/echo"), JsonValue.From($"größe {i}"), cancellationToken: Token)));
        Assert.Equal(Enumerable.Range(0, 50).Select(static i => $"größe {i}"), answers.Select(static answer => answer.Element.GetString()));
    }

    [Fact]
    public async Task The_path_arrives_as_it_was_encoded()
    {
        JsonValue answer = await Executor().ExecuteAsync(
            TestActions.Get((request, _, _) =>
            {
                request.Url(_address + "/url");
                request.Query("q", "a b+c&d/é");
            }),
            JsonValue.Null,
            cancellationToken: Token);
        Assert.Equal("/url?q=a%20b%2Bc%26d%2F%C3%A9", answer.Element.GetString());
    }

    [Fact]
    public async Task A_port_that_nobody_listens_on_is_transient()
    {
        _listener.Close();
        InteractorException failure = await Assert.ThrowsAsync<InteractorException>(() => Executor().ExecuteAsync(Post("/echo"), JsonValue.Null, cancellationToken: Token));
        Assert.Equal(ErrorCode.Transient, failure.Code);
    }

    [Fact]
    public async Task A_connection_says_now_and_then_that_it_is_there()
    {
        int? keepAlive = null;
        using SocketsHttpHandler handler = SharedTransport.Guarded(Dns.GetHostAddressesAsync, new NetworkPolicy(NetworkPolicy.Loopback));
        handler.PlaintextStreamFilter = (context, _) =>
        {
            keepAlive = (int?)((NetworkStream)context.PlaintextStream).Socket.GetSocketOption(SocketOptionLevel.Socket, SocketOptionName.KeepAlive);
            return ValueTask.FromResult(context.PlaintextStream);
        };
        Assert.Equal((TimeSpan.FromMinutes(1), HttpKeepAlivePingPolicy.WithActiveRequests), (handler.KeepAlivePingDelay, handler.KeepAlivePingPolicy));
        ActionExecutor executor = new(TestConnector.Make(), new ConnectorOptions { HttpHandler = handler, AllowInsecureLoopback = true, Values = { ["api_key"] = "k" } });
        await executor.ExecuteAsync(Post("/echo"), JsonValue.Null, cancellationToken: Token);
        Assert.NotEqual(0, keepAlive);
        Assert.NotNull(keepAlive);
    }

    private RequestAction<JsonValue, JsonValue> Post(string path) => new()
    {
        Id = "post",
        Version = "1.0.0",
        Methods = ["key"],
        Input = JsonContracts.Any,
        Output = JsonContracts.Any,
        Method = "POST",
        Build = (request, input, _) =>
        {
            request.Url(_address + path);
            input.WriteTo(request.Json());
        },
    };

    private ActionExecutor Executor() => new(TestConnector.Make(), new ConnectorOptions { AllowInsecureLoopback = true, Values = { ["api_key"] = "k" } });

    private async Task ServeAsync()
    {
        while (_listener.IsListening)
        {
            HttpListenerContext context;
            try
            {
                context = await _listener.GetContextAsync();
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            using StreamReader reader = new(context.Request.InputStream);
            string body = await reader.ReadToEndAsync();
            context.Response.ContentType = "application/json";
            context.Response.Headers["Content-Encoding"] = "gzip";
            await using GZipStream zip = new(context.Response.OutputStream, CompressionLevel.Fastest);
            await zip.WriteAsync(Encoding.UTF8.GetBytes(context.Request.RawUrl == "/echo" ? body : $"\"{context.Request.RawUrl}\""));
        }
    }
}

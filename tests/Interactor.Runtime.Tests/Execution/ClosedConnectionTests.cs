using System.Net;
using System.Net.Sockets;
using System.Text;
using Interactor.Runtime.Json;
using Interactor.Runtime.Tests.Fakes;
using Xunit;

namespace Interactor.Runtime.Tests.Execution;

/// <summary>A provider that reads a request and closes the connection: nobody knows whether it did what it was asked to.</summary>
public sealed class ClosedConnectionTests : IDisposable
{
    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly List<string> _heads = [];

    public ClosedConnectionTests()
    {
        _listener.Start();
        _ = ServeAsync();
    }

    public void Dispose() => _listener.Dispose();

    [Theory]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("PATCH")]
    [InlineData("DELETE")]
    public async Task A_write_without_a_body_is_sent_once(string method)
    {
        ActionExecutor executor = new(TestConnector.Make(), new ConnectorOptions { AllowInsecureLoopback = true, Values = { ["api_key"] = "k" } });
        RequestAction<JsonValue, JsonValue> action = new()
        {
            Id = "thing.write",
            Version = "1.0.0",
            Effect = ActionEffect.Write,
            Methods = ["key"],
            Input = JsonContracts.Any,
            Output = JsonContracts.Any,
            Method = method,
            Build = (request, _, _) => request.Url($"http://{_listener.LocalEndpoint}/x"),
        };
        InteractorException failure = await Assert.ThrowsAsync<InteractorException>(() => executor.ExecuteAsync(action, JsonValue.Null, cancellationToken: Token));
        Assert.Equal(ErrorCode.Transient, failure.Code);
        string head = Assert.Single(_heads);
        Assert.StartsWith($"{method} /x HTTP/1.1", head, StringComparison.Ordinal);
        Assert.DoesNotContain("Content-Type", head, StringComparison.OrdinalIgnoreCase);
    }

    private async Task ServeAsync()
    {
        byte[] buffer = new byte[4096];
        while (true)
        {
            try
            {
                using Socket socket = await _listener.AcceptSocketAsync(Token);
                int count = await socket.ReceiveAsync(buffer, Token);
                _heads.Add(Encoding.ASCII.GetString(buffer, 0, count));
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException or OperationCanceledException)
            {
                return;
            }
        }
    }
}

namespace Interactor.Providers.Tests.Running;

/// <summary>The npm package <c>oauth2-mock-server</c>, whose next answer a test may replace.</summary>
public sealed class MockServer : IAsyncLifetime
{
    private NodeServer? _server;

    public string Url => _server?.Url ?? NodePackages.Skip();

    public async ValueTask InitializeAsync() => _server = await NodePackages.AreThereAsync() ? await NodeServer.StartAsync("oauth2-mock-server.mjs", new { }) : null;

    internal Task AnswerNextAsync(int status, object body) => _server!.AskAsync(new { status, body });

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }
    }
}

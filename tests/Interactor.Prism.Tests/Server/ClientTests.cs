namespace Interactor.Prism.Tests.Server;

/// <summary>Tests of a client whose requests go to Prism with the client's own document.</summary>
public abstract class ClientTests(PrismServers servers, PrismDocument document) : IAsyncLifetime
{
    private PrismHandler? _prism;

    internal PrismHandler Prism => _prism ?? throw new InvalidOperationException("Not initialized.");

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _prism = await servers.HandlerAsync(document);

    public ValueTask DisposeAsync()
    {
        _prism?.Dispose();
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }
}

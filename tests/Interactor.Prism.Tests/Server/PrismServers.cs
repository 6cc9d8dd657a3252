using System.Collections.Concurrent;

[assembly: AssemblyFixture(typeof(Interactor.Prism.Tests.Server.PrismServers))]

namespace Interactor.Prism.Tests.Server;

/// <summary>A server for each document, started when the first test asks for it.</summary>
public sealed class PrismServers : IDisposable
{
    private readonly ConcurrentDictionary<PrismDocument, Lazy<Task<PrismServer>>> _servers = new();

    internal async Task<PrismHandler> HandlerAsync(PrismDocument document)
    {
        PrismServer server = await _servers.GetOrAdd(document, static d => new Lazy<Task<PrismServer>>(() => PrismServer.StartAsync(d))).Value;
        return new PrismHandler(server.Url);
    }

    public void Dispose()
    {
        foreach (Lazy<Task<PrismServer>> server in _servers.Values.Where(static s => s.IsValueCreated && s.Value.IsCompletedSuccessfully))
        {
            server.Value.Result.Dispose();
        }
    }
}

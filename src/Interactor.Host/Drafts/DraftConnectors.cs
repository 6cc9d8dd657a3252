using Interactor.Host.Connectors;
using Interactor.Testing.Loading;

namespace Interactor.Host.Drafts;

/// <summary>Drafts as connectors that can be tried, the last revision of each. An edit unloads the code of the one before.</summary>
internal sealed class DraftConnectors(ConnectorSessions sessions, Sandboxes sandboxes)
{
    private readonly SemaphoreSlim _gate = new(1);
    private readonly Dictionary<(string Owner, string Connector), (long Revision, HostedConnector Connector)> _loaded = [];

    /// <summary>The connector of a draft, compiled if it changed.</summary>
    /// <exception cref="DefinitionException">The definition has errors.</exception>
    public async Task<HostedConnector> OfAsync(Draft draft, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            (string, string) key = (draft.Owner, draft.Connector);
            if (_loaded.TryGetValue(key, out (long Revision, HostedConnector Connector) held) && held.Revision == draft.Revision)
            {
                return held.Connector;
            }

            HostedConnector next = new(ConnectorLoader.Load(DraftFiles.SourcesOf(draft.Files), cancellationToken));
            await ForgetAsync(key).ConfigureAwait(false);
            _loaded[key] = (draft.Revision, next);
            return next;
        }
        finally
        {
            _gate.Release();
        }
    }

    private async Task ForgetAsync((string Owner, string Connector) key)
    {
        if (_loaded.Remove(key, out (long Revision, HostedConnector Connector) held))
        {
            sessions.Forget(held.Connector);
            await sandboxes.ForgetAsync(held.Connector).ConfigureAwait(false);
            held.Connector.Loaded?.Dispose();
        }
    }
}

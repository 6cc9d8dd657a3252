using Interactor.Host.Api;
using Interactor.Host.Connectors;
using Interactor.Testing.Loading;

namespace Interactor.Host.Drafts;

/// <summary>Drafts as connectors that can be tried, the last revision of each. An edit unloads the code of the one before.</summary>
internal sealed class DraftConnectors(DefinitionSources definitions, ConnectorSessions sessions, Sandboxes sandboxes)
{
    private readonly SemaphoreSlim _gate = new(1);
    private readonly Dictionary<(string Owner, string Connector), (long Revision, DateTimeOffset UpdatedAt, HostedConnector Connector)> _loaded = [];

    /// <summary>The connector of a draft, compiled if it changed.</summary>
    /// <exception cref="DefinitionException">The definition has errors.</exception>
    public async Task<HostedConnector> OfAsync(Draft draft, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            (string, string) key = (draft.Owner, draft.Connector);
            if (_loaded.TryGetValue(key, out (long Revision, DateTimeOffset UpdatedAt, HostedConnector Connector) held) && held.Revision == draft.Revision && held.UpdatedAt == draft.UpdatedAt)
            {
                return held.Connector;
            }

            HostedConnector next = definitions.Load(draft.Files, cancellationToken);
            if (next.Descriptor.Owner != draft.Owner || next.Descriptor.Id != draft.Connector)
            {
                // What an environment keeps for a connector is found by its address: a draft is never somebody else's.
                next.Loaded?.Dispose();
                throw RefusalException.Conflict($"The definition says that it is '{next.Address}', and the draft is that of '{draft.Owner}/{draft.Connector}'.");
            }

            await ForgetAsync(key).ConfigureAwait(false);
            _loaded[key] = (draft.Revision, draft.UpdatedAt, next);
            return next;
        }
        finally
        {
            _gate.Release();
        }
    }

    private async Task ForgetAsync((string Owner, string Connector) key)
    {
        if (_loaded.Remove(key, out (long Revision, DateTimeOffset UpdatedAt, HostedConnector Connector) held))
        {
            sessions.Forget(held.Connector);
            await sandboxes.ForgetAsync(held.Connector).ConfigureAwait(false);
            held.Connector.Loaded?.Dispose();
        }
    }
}

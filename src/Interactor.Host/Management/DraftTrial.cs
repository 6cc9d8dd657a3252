using Interactor.Host.Access;
using Interactor.Host.Api;
using Interactor.Host.Connectors;
using Interactor.Host.Drafts;
using Interactor.Host.People;
using Microsoft.AspNetCore.Http;

namespace Interactor.Host.Management;

/// <summary>
/// Decides what a draft is tried with. Whoever writes a draft decides where it sends things, so that it gets nothing of an environment unless an administrator says so, and
/// then only where it sends nothing further than the connector does that is served.
/// </summary>
internal sealed class DraftTrial(DraftConnectors drafts, PublishedConnectors published, ConnectorCatalogue catalogue)
{
    /// <summary>The connector of a draft as the request wants it: played by a sandbox, or live.</summary>
    /// <exception cref="RefusalException">It may not be live.</exception>
    /// <exception cref="Testing.Loading.DefinitionException">The definition has errors.</exception>
    public async Task<HostedConnector> OfAsync(HttpContext context, Draft draft)
    {
        if (!QueryFlag.Of(context.Request.Query, "live"))
        {
            return await drafts.OfAsync(draft, context.RequestAborted).ConfigureAwait(false);
        }

        if (Caller.Of(context) is not Caller.SignedIn({ Rank: Role.Administrator }))
        {
            throw RefusalException.Forbidden("A draft is tried with the values and accounts of an environment by an administrator who signed in. Without 'live' a sandbox plays the provider.");
        }

        await published.DemandAsync(draft.Owner, draft.Connector, context.RequestAborted).ConfigureAwait(false);
        if (catalogue.VersionsOf(draft.Owner, draft.Connector) is not [{ } served, ..])
        {
            throw RefusalException.Conflict($"'{draft.Owner}/{draft.Connector}' is not served yet, so that no environment has anything for it. Without 'live' a sandbox plays the provider.");
        }

        HostedConnector live = await drafts.LiveOfAsync(draft, context.RequestAborted).ConfigureAwait(false);
        return DraftReach.ProblemOf(live.Descriptor, served.Descriptor) is { } problem ? throw RefusalException.Conflict(problem) : live;
    }
}

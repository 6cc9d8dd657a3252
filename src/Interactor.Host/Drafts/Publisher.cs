using Interactor.Host.Api;
using Interactor.Host.Connectors;
using Interactor.Host.Storage;
using Interactor.Runtime;
using Interactor.Testing.Loading;

namespace Interactor.Host.Drafts;

/// <summary>Makes a version of a draft. What was published never changes, and ids that callers use do not go away.</summary>
internal sealed class Publisher(Database database, DraftConnectors drafts, PublishedStore published, PublishedConnectors connectors, ConnectorCatalogue catalogue)
{
    /// <summary>Publishes a draft as the version that it names, and makes it the current one.</summary>
    /// <returns>The version, or why there is none.</returns>
    /// <exception cref="DefinitionException">The definition has errors.</exception>
    public async Task<(string? Version, Refusal? Refusal)> PublishAsync(Draft draft, CancellationToken cancellationToken)
    {
        ConnectorDescriptor descriptor = (await drafts.OfAsync(draft, cancellationToken).ConfigureAwait(false)).Descriptor;

        // Of two that publish at once the second one is checked against what the first one published.
        IAsyncDisposable lease = await database.LeaseAsync($"publish\n{draft.Owner}\n{draft.Connector}", cancellationToken).ConfigureAwait(false);
        await using (lease.ConfigureAwait(false))
        {
            await connectors.LoadAsync(cancellationToken).ConfigureAwait(false);
            await connectors.DemandAsync(draft.Owner, draft.Connector, cancellationToken).ConfigureAwait(false);
            if (await ProblemOfAsync(draft, descriptor, cancellationToken).ConfigureAwait(false) is { } problem)
            {
                return (null, new Refusal(409, problem, ErrorCode.Conflict));
            }

            if (!await published.AddAsync(draft.Owner, draft.Connector, descriptor.Version, DefinitionArchive.Write(draft.Files), cancellationToken).ConfigureAwait(false))
            {
                return (null, new Refusal(409, $"The version {descriptor.Version} was published already. Raise 'version' in connector.yaml.", ErrorCode.Conflict));
            }
        }

        await connectors.LoadAsync(CancellationToken.None).ConfigureAwait(false);
        await connectors.DemandAsync(draft.Owner, draft.Connector, CancellationToken.None).ConfigureAwait(false);
        return (descriptor.Version, null);
    }

    private async Task<string?> ProblemOfAsync(Draft draft, ConnectorDescriptor descriptor, CancellationToken cancellationToken)
    {
        VersionNumber next = VersionNumber.Of(descriptor.Version);
        string[] versions =
        [
            .. connectors.VersionsOf(draft.Owner, draft.Connector)
                .Union(catalogue.VersionsOf(draft.Owner, draft.Connector).Select(static version => version.Descriptor.Version))
                .OrderByDescending(VersionNumber.Of),
        ];
        if (versions.FirstOrDefault(version => VersionNumber.Of(version).CompareTo(next) >= 0) is { } newer)
        {
            return $"The version {newer} is there already. Raise 'version' in connector.yaml above it.";
        }

        // The newest one of the major, which need not be the current one: that may be an older one for a while.
        if (versions.FirstOrDefault(version => VersionNumber.Of(version).Major == next.Major) is not { } before)
        {
            return null;
        }

        await connectors.DemandVersionAsync(draft.Owner, draft.Connector, before, cancellationToken).ConfigureAwait(false);
        HostedConnector? last = catalogue.VersionsOf(draft.Owner, draft.Connector).FirstOrDefault(version => version.Descriptor.Version == before);
        return last is null ? null : MissingIn(descriptor, last.Descriptor);
    }

    // Within a major of the connector everything goes on that callers may use.
    private static string? MissingIn(ConnectorDescriptor next, ConnectorDescriptor current)
    {
        foreach (ActionDescriptor action in current.Actions)
        {
            int major = VersionNumber.Of(action.Version).Major;
            if (!next.Actions.Any(candidate => candidate.Id == action.Id && VersionNumber.Of(candidate.Version).Major == major))
            {
                return $"The action '{action.Id}' {action.Version} of version {current.Version} is gone. Keep that major, or raise the major of the connector's version.";
            }

            if (next.Actions.Any(candidate => candidate.Id == action.Id && VersionNumber.Of(candidate.Version) is var number && number.Major == major && number.CompareTo(VersionNumber.Of(action.Version)) < 0))
            {
                return $"The action '{action.Id}' has a lower version than the published {action.Version}.";
            }
        }

        return null;
    }
}

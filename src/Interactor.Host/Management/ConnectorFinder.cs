using Interactor.Host.Api;
using Interactor.Host.Connectors;

namespace Interactor.Host.Management;

/// <summary>Finds the connector that a request is about.</summary>
internal static class ConnectorFinder
{
    /// <summary>A version of a connector; the newest unless one is named.</summary>
    /// <exception cref="RefusalException">There is none.</exception>
    public static HostedConnector Get(this ConnectorCatalogue catalogue, string owner, string connector, string? version = null)
    {
        IReadOnlyList<HostedConnector> versions = catalogue.VersionsOf(owner, connector);
        return versions.Count == 0
            ? throw RefusalException.NotFound($"There is no connector '{owner}/{connector}'.")
            : version is null
                ? versions[0]
                : versions.FirstOrDefault(held => held.Descriptor.Version == version) ?? throw RefusalException.NotFound($"The connector '{owner}/{connector}' has no version '{version}'.");
    }
}

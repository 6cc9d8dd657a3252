using Interactor.Host.Access;
using Interactor.Host.Api;
using Interactor.Host.Connectors;
using Microsoft.AspNetCore.Http;

namespace Interactor.Host.Management;

/// <summary>Finds the connector that a request is about.</summary>
internal static class ConnectorFinder
{
    /// <summary>A version of a connector that the caller sees; the current one unless one is named.</summary>
    /// <exception cref="RefusalException">There is none.</exception>
    public static HostedConnector Get(this ConnectorCatalogue catalogue, HttpContext context, string owner, string connector, string? version = null)
    {
        HostedConnector[] versions = [.. catalogue.VersionsOf(owner, connector).Where(held => held.IsSeenBy(Caller.OrganizationOf(context)))];
        return versions.Length == 0
            ? throw RefusalException.NotFound($"There is no connector '{owner}/{connector}'.")
            : version is null
                ? versions[0]
                : versions.FirstOrDefault(held => held.Descriptor.Version == version) ?? throw RefusalException.NotFound($"The connector '{owner}/{connector}' has no version '{version}'.");
    }
}

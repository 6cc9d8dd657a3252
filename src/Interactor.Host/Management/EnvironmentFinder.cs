using Interactor.Host.Access;
using Interactor.Host.Api;
using Interactor.Host.Workspace;
using Microsoft.AspNetCore.Http;

namespace Interactor.Host.Management;

/// <summary>Finds the environment that a request is about.</summary>
internal static class EnvironmentFinder
{
    /// <exception cref="RefusalException">There is none of that id.</exception>
    public static async Task<HostEnvironment> GetAsync(this EnvironmentStore environments, string id, CancellationToken cancellationToken) =>
        await environments.FindAsync(id, cancellationToken).ConfigureAwait(false) ?? throw RefusalException.NotFound($"There is no environment '{id}'.");

    /// <summary>The environment that a query names, or that of the caller's key; null where neither says one.</summary>
    public static async Task<HostEnvironment?> OfQueryAsync(this EnvironmentStore environments, HttpContext context, string? id) => Caller.Of(context) switch
    {
        Caller.WithKey({ } own, _) => id is null || id == own.Id ? own : throw RefusalException.NotFound($"There is no environment '{id}'."),
        _ => id is null ? null : await environments.GetAsync(id, context.RequestAborted).ConfigureAwait(false),
    };
}

using Interactor.Host.Api;
using Interactor.Host.Connectors;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Interactor.Host.Drafts;

/// <summary>Waits until the versions are served that a request is about. It stands behind what says who may ask, so that nobody else makes the host compile anything.</summary>
internal sealed class ServedVersions(PublishedConnectors published) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        HttpContext http = context.HttpContext;
        if (http.GetRouteValue("connector") is string connector)
        {
            await DemandAsync(http, http.GetRouteValue("owner") as string ?? CompatibleEndpoints.DefaultOwner, connector).ConfigureAwait(false);
        }

        return await next(context).ConfigureAwait(false);
    }

    private async ValueTask DemandAsync(HttpContext http, string owner, string connector)
    {
        await published.DemandAsync(owner, connector, http.RequestAborted).ConfigureAwait(false);
        string? version = http.Request.Query["version"];
        if (VersionNumber.MajorOf(version) is not { } major)
        {
            return;
        }

        await (http.GetRouteValue("action") is string action
            ? published.DemandActionAsync(owner, connector, action, major, http.RequestAborted)
            : published.DemandVersionAsync(owner, connector, version!, http.RequestAborted)).ConfigureAwait(false);
    }
}

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.HttpOverrides;

namespace Interactor.Host.Access;

/// <summary>What a proxy in front of the host changes: who calls, and whether browsers come by TLS.</summary>
internal static class ProxiedRequests
{
    /// <summary>Takes the scheme of the public address: a proxy that ends TLS sends requests on without it, and cookies have to be for TLS all the same.</summary>
    public static void UsePublicScheme(this IApplicationBuilder application, HostSettings settings)
    {
        if (settings.PublicUrl is { } url)
        {
            application.Use((context, next) =>
            {
                context.Request.Scheme = url.Scheme;
                return next(context);
            });
        }
    }

    /// <summary>Takes the address of the caller from a proxy that the settings name. From anybody else the header is only a claim.</summary>
    public static void UseTrustedProxies(this IApplicationBuilder application, HostSettings settings)
    {
        if (settings.TrustedProxies.Count == 0)
        {
            return;
        }

        ForwardedHeadersOptions options = new() { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto };
        options.KnownIPNetworks.Clear();
        options.KnownProxies.Clear();
        foreach (System.Net.IPNetwork network in settings.TrustedProxies)
        {
            options.KnownIPNetworks.Add(network);
        }

        application.UseForwardedHeaders(options);
    }
}

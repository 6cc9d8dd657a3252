using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.HttpOverrides;

namespace Interactor.Host.Access;

/// <summary>Takes the address of the caller from a proxy that the settings name. From anybody else the header is only a claim.</summary>
internal static class TrustedProxies
{
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

namespace Interactor.Host.Tests.Fakes;

/// <summary>Starts hosts without connectors, which is quick.</summary>
internal static class BareHost
{
    public static Task<RunningHost> StartAsync(
        string? directory = null, TimeProvider? time = null, int signInsPerMinute = 1000, int? requestsPerMinute = null, Uri? publicUrl = null, string? connection = null, int pagesPerMinute = 1000, string? trustedProxy = null) =>
        RunningHost.StartAsync(directory, configure: settings => new HostSettings
        {
            DataDirectory = settings.DataDirectory,
            Connection = connection,
            IsDevelopment = true,
            TimeProvider = time,
            SignInsPerMinute = signInsPerMinute,
            RequestsPerMinute = requestsPerMinute,
            PublicUrl = publicUrl,
            PagesPerMinute = pagesPerMinute,
            TrustedProxies = trustedProxy is null ? [] : [System.Net.IPNetwork.Parse(trustedProxy)],
        });
}

using RestSharp;

namespace Interactor.Runtime.Tests.Fakes;

/// <summary>The transport of the runtime's tests when they run here.</summary>
public static class Transport
{
    public static HttpMessageHandler Over(HttpMessageHandler provider) => Over(provider, _ => { });

    public static HttpMessageHandler Over(HttpMessageHandler provider, Action<RestClientOptions> configure)
    {
        RestClientOptions options = new() { FollowRedirects = false, ConfigureMessageHandler = _ => provider };
        configure(options);
        return new RestSharpHandler(new RestClient(options), ["*.com", "*.org", "http://*.org"]);
    }
}

using System.Net;

namespace Interactor.Runtime.Http;

/// <summary>The connection pool that connectors share unless they are given a handler of their own.</summary>
internal static class SharedTransport
{
    private static readonly Lazy<HttpMessageInvoker> Shared = new(static () => new HttpMessageInvoker(new SocketsHttpHandler
    {
        // A credential must not follow a redirect on its own, and cookies of one account must not reach another.
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.All,

        // Connections are renewed, so that a change of DNS is noticed.
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        EnableMultipleHttp2Connections = true,
    }));

    /// <summary>An invoker over a handler, or over the shared one.</summary>
    /// <exception cref="ArgumentException">The handler follows redirects itself.</exception>
    public static HttpMessageInvoker InvokerFor(HttpMessageHandler? handler)
    {
        for (HttpMessageHandler? inner = handler; inner is not null; inner = (inner as DelegatingHandler)?.InnerHandler)
        {
            if (inner is SocketsHttpHandler { AllowAutoRedirect: true } or HttpClientHandler { AllowAutoRedirect: true })
            {
                throw new ArgumentException(
                    "The handler follows redirects itself and could carry credentials to other hosts. "
                    + "Set its AllowAutoRedirect to false; the executor follows the redirects that are safe.",
                    nameof(handler));
            }
        }

        return handler is null ? Shared.Value : new HttpMessageInvoker(handler, disposeHandler: false);
    }
}

using System.Net;

namespace Interactor.Runtime.Http;

/// <summary>The connection pool that connectors share unless they are given a handler of their own.</summary>
internal static class SharedTransport
{
    private static readonly Lazy<HttpMessageInvoker> Shared = new(static () => new HttpMessageInvoker(Guarded(Dns.GetHostAddressesAsync)));

    private static readonly Lazy<HttpMessageInvoker> SharedWithLoopback = new(static () => new HttpMessageInvoker(Open()));

    /// <summary>A handler that does not reach this machine.</summary>
    /// <param name="resolve">Gives the addresses of a name.</param>
    public static SocketsHttpHandler Guarded(Func<string, CancellationToken, Task<IPAddress[]>> resolve)
    {
        SocketsHttpHandler handler = Open();
        handler.ConnectCallback = new GuardedConnector(resolve).ConnectAsync;
        return handler;
    }

    /// <summary>An invoker over a handler, or over a shared one.</summary>
    /// <param name="handler">What the user of the connector gave.</param>
    /// <param name="allowLoopback">Whether the shared one may reach this machine.</param>
    /// <exception cref="ArgumentException">The handler follows redirects itself.</exception>
    public static HttpMessageInvoker InvokerFor(HttpMessageHandler? handler, bool allowLoopback)
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

        return handler is not null ? new HttpMessageInvoker(handler, disposeHandler: false)
            : allowLoopback ? SharedWithLoopback.Value
            : Shared.Value;
    }

    private static SocketsHttpHandler Open() => new()
    {
        // A credential must not follow a redirect on its own, and cookies of one account must not reach another.
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.All,

        // Connections are renewed, so that a change of DNS is noticed.
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        EnableMultipleHttp2Connections = true,
    };
}

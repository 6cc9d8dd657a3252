using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;

namespace Interactor.Runtime.Http;

/// <summary>The connection pool that connectors share unless they are given a handler of their own.</summary>
internal static class SharedTransport
{
    // A connection that one operator allows must not serve a connector to which it is not allowed.
    private static readonly ConcurrentDictionary<string, Lazy<HttpMessageInvoker>> Shared = new(StringComparer.Ordinal);

    /// <summary>A handler that reaches what a policy allows.</summary>
    /// <param name="resolve">Gives the addresses of a name.</param>
    /// <param name="networks">The policy.</param>
    public static SocketsHttpHandler Guarded(Func<string, CancellationToken, Task<IPAddress[]>> resolve, NetworkPolicy networks)
    {
        SocketsHttpHandler handler = Open();
        handler.ConnectCallback = new GuardedConnector(resolve, networks).ConnectAsync;
        return handler;
    }

    /// <summary>An invoker over a handler, or over a shared one.</summary>
    /// <param name="handler">What the user of the connector gave.</param>
    /// <param name="networks">What the shared one may reach.</param>
    /// <exception cref="ArgumentException">The handler follows redirects itself.</exception>
    public static HttpMessageInvoker InvokerFor(HttpMessageHandler? handler, NetworkPolicy networks) => handler is not null
        ? new HttpMessageInvoker(Checked(handler, nameof(handler)), disposeHandler: false)
        : Shared.GetOrAdd(
            networks.Name,
            static (_, networks) => new Lazy<HttpMessageInvoker>(() => new HttpMessageInvoker(Guarded(Dns.GetHostAddressesAsync, networks))),
            networks).Value;

    /// <summary>A handler of its own for connections that present a certificate.</summary>
    public static SocketsHttpHandler Presenting(SslStreamCertificateContext certificate, NetworkPolicy networks)
    {
        SocketsHttpHandler handler = Guarded(Dns.GetHostAddressesAsync, networks);
        handler.SslOptions.ClientCertificateContext = certificate;
        return handler;
    }

    /// <summary>A handler, if it may carry credentials.</summary>
    /// <exception cref="ArgumentException">It follows redirects itself.</exception>
    public static HttpMessageHandler Checked(HttpMessageHandler handler, string name)
    {
        for (HttpMessageHandler? inner = handler; inner is not null; inner = (inner as DelegatingHandler)?.InnerHandler)
        {
            if (inner is SocketsHttpHandler { AllowAutoRedirect: true } or HttpClientHandler { AllowAutoRedirect: true })
            {
                throw new ArgumentException(
                    "The handler follows redirects itself and could carry credentials to other hosts. "
                    + "Set its AllowAutoRedirect to false; the executor follows the redirects that are safe.",
                    name);
            }
        }

        return handler;
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

        // A connection that is dead without a word is noticed while an answer is awaited, however long that takes.
        KeepAlivePingDelay = TimeSpan.FromMinutes(1),
        KeepAlivePingTimeout = TimeSpan.FromSeconds(20),
        KeepAlivePingPolicy = HttpKeepAlivePingPolicy.WithActiveRequests,
    };
}

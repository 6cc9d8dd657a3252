using System.Collections.Concurrent;
using System.Net.Security;
using System.Security.Cryptography;
using System.Text;

namespace Interactor.Runtime.Http;

/// <summary>
/// The connection pools of accounts that prove themselves by a client certificate: one pool a certificate, because who is on the other end of a connection
/// was settled when it was made. A pool that was not used for long is forgotten, and ends with its last connection.
/// </summary>
/// <param name="make">Makes a handler that presents a certificate.</param>
/// <param name="most">How many pools are kept.</param>
internal sealed class CertificateTransports(Func<SslStreamCertificateContext, HttpMessageHandler> make, int most = 1024)
{
    private static readonly ConcurrentDictionary<string, CertificateTransports> Shared = new(StringComparer.Ordinal);

    private readonly ConcurrentDictionary<string, Pool> _pools = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();

    /// <summary>The pools for the options of a user. One who gives a transport has to say too how it presents a certificate.</summary>
    /// <param name="options">The options.</param>
    /// <param name="networks">What shared pools may reach.</param>
    public static CertificateTransports For(ConnectorOptions options, NetworkPolicy networks)
    {
        if (options.CertificateHandler is { } own)
        {
            return new CertificateTransports(own);
        }

        return options.HttpHandler is not null
            ? new CertificateTransports(static _ => throw NoHandler())
            : Shared.GetOrAdd(
                networks.Name,
                static (_, networks) => new CertificateTransports(certificate => SharedTransport.Presenting(certificate, networks)),
                networks);
    }

    /// <summary>What sends the requests of who holds a certificate and its key.</summary>
    /// <exception cref="InteractorException"><see cref="ErrorCode.InputInvalid"/>: they are no certificate with its key.</exception>
    public HttpMessageInvoker InvokerFor(string chain, string key)
    {
        string name = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes($"{chain}\0{key}")));
        if (!_pools.TryGetValue(name, out Pool? pool))
        {
            pool = Add(name, chain, key);
        }

        pool.LastUsed = Environment.TickCount64;
        return pool.Invoker;
    }

    // Under a lock, so that two calls at a time do not open two pools. A request that is under way keeps the pool that it has.
    private Pool Add(string name, string chain, string key)
    {
        lock (_lock)
        {
            if (_pools.TryGetValue(name, out Pool? known))
            {
                return known;
            }

            if (_pools.Count >= most)
            {
                _pools.TryRemove(_pools.MinBy(static pair => pair.Value.LastUsed).Key, out _);
            }

            HttpMessageHandler handler = SharedTransport.Checked(make(CertificateText.Read(chain, key)), nameof(ConnectorOptions.CertificateHandler));
            return _pools[name] = new Pool(new HttpMessageInvoker(handler, disposeHandler: false));
        }
    }

    private static InteractorException NoHandler() => new(
        ErrorCode.InputInvalid,
        "The account proves itself by a client certificate, and the handler in ConnectorOptions.HttpHandler cannot be given one. Set CertificateHandler too, or leave HttpHandler out.");

    private sealed class Pool(HttpMessageInvoker invoker)
    {
        private long _lastUsed = Environment.TickCount64;

        public HttpMessageInvoker Invoker => invoker;

        public long LastUsed
        {
            get => Volatile.Read(ref _lastUsed);
            set => Volatile.Write(ref _lastUsed, value);
        }
    }
}

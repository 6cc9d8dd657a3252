using System.Collections.Concurrent;
using System.Net.Security;
using System.Security.Cryptography;
using System.Text;

namespace Interactor.Runtime.Http;

/// <summary>
/// The connection pools of accounts that prove themselves by a client certificate: one pool a certificate, because who is on the other end of a connection
/// was settled when it was made. A pool that was not used for long is closed, and so is the one that was not used for longest where there are many.
/// </summary>
/// <param name="make">Makes a handler that presents a certificate.</param>
/// <param name="isOwn">Whether these handlers end with their pools.</param>
/// <param name="most">How many pools are kept.</param>
/// <param name="time">The clock; null for the system's.</param>
internal sealed class CertificateTransports(Func<SslStreamCertificateContext, HttpMessageHandler> make, bool isOwn = false, int most = 1024, TimeProvider? time = null)
{
    private static readonly TimeSpan LongestUnused = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan SweepInterval = TimeSpan.FromMinutes(1);

    // Who has just been given an invoker has not sent the request yet.
    private static readonly TimeSpan JustUsed = TimeSpan.FromSeconds(10);

    private static readonly ConcurrentDictionary<string, CertificateTransports> Shared = new(StringComparer.Ordinal);

    private readonly TimeProvider _time = time ?? TimeProvider.System;
    private readonly ConcurrentDictionary<string, CertificatePool> _pools = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();
    private long _lastSweep = (time ?? TimeProvider.System).GetTimestamp();

    /// <summary>The pools for the options of a user. One who gives a transport has to say too how it presents a certificate.</summary>
    /// <param name="options">The options.</param>
    /// <param name="networks">What shared pools may reach.</param>
    public static CertificateTransports For(ConnectorOptions options, NetworkPolicy networks)
    {
        if (options.CertificateHandler is { } given)
        {
            return new CertificateTransports(given);
        }

        return options.HttpHandler is not null
            ? new CertificateTransports(static _ => throw NoHandler())
            : Shared.GetOrAdd(
                networks.Name,
                static (_, networks) => new CertificateTransports(certificate => SharedTransport.Presenting(certificate, networks), isOwn: true),
                networks);
    }

    /// <summary>The connections of who holds a certificate and its key.</summary>
    /// <exception cref="InteractorException"><see cref="ErrorCode.InputInvalid"/>: they are no certificate with its key.</exception>
    public CertificatePool PoolFor(string chain, string key)
    {
        string name = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes($"{chain}\0{key}")));
        return _pools.TryGetValue(name, out CertificatePool? pool) && pool.Use() is not null ? pool : Add(name, chain, key);
    }

    // Under a lock, so that two calls at a time do not open two pools. A request that is under way keeps the pool that it has.
    private CertificatePool Add(string name, string chain, string key)
    {
        lock (_lock)
        {
            if (_pools.TryGetValue(name, out CertificatePool? known) && known.Use() is not null)
            {
                return known;
            }

            _pools.TryRemove(name, out _);
            if (_pools.Count >= most && _pools.MinBy(static pair => pair.Value.LastUsed) is { Key: { } oldest } && _pools.TryRemove(oldest, out CertificatePool? left))
            {
                left.TryClose(JustUsed);
            }

            HttpMessageHandler handler = SharedTransport.Checked(make(CertificateText.Read(chain, key)), nameof(ConnectorOptions.CertificateHandler));
            return _pools[name] = new CertificatePool(new HttpMessageInvoker(handler, disposeHandler: isOwn), isOwn, _time);
        }
    }

    /// <summary>Closes pools that were not used for long; now and then, when some pool is used.</summary>
    public void Sweep()
    {
        if (_time.GetElapsedTime(Volatile.Read(ref _lastSweep)) < SweepInterval)
        {
            return;
        }

        Volatile.Write(ref _lastSweep, _time.GetTimestamp());
        foreach ((string name, CertificatePool pool) in _pools)
        {
            if (pool.TryClose(LongestUnused))
            {
                _pools.TryRemove(KeyValuePair.Create(name, pool));
            }
        }
    }

    private static InteractorException NoHandler() => new(
        ErrorCode.InputInvalid,
        "The account proves itself by a client certificate, and the handler in ConnectorOptions.HttpHandler cannot be given one. Set CertificateHandler too, or leave HttpHandler out.");
}

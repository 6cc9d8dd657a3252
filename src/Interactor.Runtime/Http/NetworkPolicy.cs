using System.Net;

namespace Interactor.Runtime.Http;

/// <summary>Which addresses a connector may reach: public ones that are not this machine's own, and the networks that its operator allows.</summary>
/// <param name="allowed">Networks of the operator's choice.</param>
/// <param name="own">The addresses of this machine; null for those of its network interfaces.</param>
internal sealed class NetworkPolicy(IReadOnlyList<IPNetwork> allowed, OwnAddresses? own = null)
{
    private readonly OwnAddresses _own = own ?? OwnAddresses.OfInterfaces;

    /// <summary>The loopback addresses of this machine.</summary>
    public static readonly IReadOnlyList<IPNetwork> Loopback = [IPNetwork.Parse("127.0.0.0/8"), IPNetwork.Parse("::1/128")];

    /// <summary>The same for two policies that allow the same networks.</summary>
    public string Name { get; } = string.Join(' ', allowed.Select(static network => network.ToString()).Distinct().Order(StringComparer.Ordinal));

    /// <summary>Whether an address may be reached. One that holds an IPv4 address is what it leads to.</summary>
    public bool Allows(IPAddress address)
    {
        IPAddress plain = PublicAddress.Plain(address);
        foreach (IPNetwork network in allowed)
        {
            if (network.Contains(plain) || network.Contains(address))
            {
                return true;
            }
        }

        return PublicAddress.Is(plain) && !_own.Contain(plain);
    }

    /// <summary>Whether a host of a URL may be reached as far as it says by itself, without a resolver being asked (RFC 6761, section 6.3).</summary>
    /// <param name="host">The host in ASCII. With a dot at its end it is the same host.</param>
    public bool AllowsHost(string host) => IPAddress.TryParse(host.AsSpan().TrimEnd('.'), out IPAddress? address)
        ? Allows(address)
        : !IsLocalName(host) || Allows(IPAddress.Loopback) || Allows(IPAddress.IPv6Loopback);

    /// <summary>Whether a host names this machine.</summary>
    public static bool IsLocalName(string host)
    {
        ReadOnlySpan<char> name = host.AsSpan().TrimEnd('.');
        return name.Equals("localhost", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase);
    }
}

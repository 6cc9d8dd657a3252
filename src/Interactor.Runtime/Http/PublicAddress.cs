using System.Net;
using System.Net.Sockets;

namespace Interactor.Runtime.Http;

/// <summary>
/// Which addresses anybody may reach. This machine, what only answers its neighbours (such as the metadata of a cloud's machine) and private networks are
/// none of them: whoever may choose a host would like to be led there.
/// </summary>
internal static class PublicAddress
{
    // All that is assigned to anybody on the internet (IANA, Internet Protocol Version 6 Address Space). What lies outside of it is of this machine, its link or
    // its network, or translated there, as in ::/96 and ::ffff:0:0:0/96 (RFC 2765, section 2.1).
    private static readonly IPNetwork Global = IPNetwork.Parse("2000::/3");

    // What the registries of special purposes do not call globally reachable (RFC 6890, section 2.2).
    private static readonly IPNetwork[] Special =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.168.0.0/16", "198.18.0.0/15", "224.0.0.0/3",

            // Answers each machine of one cloud by itself.
            "168.63.129.16/32",
            "2001::/23",

            // Stand in examples (RFC 5737; RFC 3849; RFC 9637), and lead nowhere unless somebody uses them for a network of their own.
            "192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24", "2001:db8::/32", "3fff::/20",
        }.Select(static network => IPNetwork.Parse(network)),
    ];

    /// <summary>Whether an address is neither of any machine itself, nor of its link, nor of a private network, nor of an example.</summary>
    public static bool Is(IPAddress address)
    {
        IPAddress plain = Plain(address);
        if (plain.AddressFamily == AddressFamily.InterNetworkV6 && !Global.Contains(plain))
        {
            return false;
        }

        foreach (IPNetwork network in Special)
        {
            if (network.Contains(plain))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>
    /// The IPv4 address that stands in an IPv6 one: mapped (RFC 4291, section 2.5.5.2), translated (RFC 6052, section 2.1), or of 6to4
    /// (RFC 3056, section 2); any other address as it is, without its zone.
    /// </summary>
    public static IPAddress Plain(IPAddress address)
    {
        if (address.AddressFamily != AddressFamily.InterNetworkV6)
        {
            return address;
        }

        byte[] bytes = address.GetAddressBytes();
        return address.IsIPv4MappedToIPv6 ? address.MapToIPv4()
            : bytes is [0, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0, ..] ? new IPAddress(bytes.AsSpan(12))
            : bytes is [0x20, 0x02, ..] ? new IPAddress(bytes.AsSpan(2, 4))
            : new IPAddress(bytes);
    }
}

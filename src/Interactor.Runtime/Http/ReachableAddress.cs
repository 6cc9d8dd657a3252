using System.Net;
using System.Net.Sockets;

namespace Interactor.Runtime.Http;

/// <summary>
/// Which addresses a connector may reach. This machine and what only answers its neighbours (such as the metadata of a cloud's machine) are none of
/// them: a provider does not live there, but whoever may choose a host would like to be led there.
/// </summary>
internal static class ReachableAddress
{
    /// <summary>Whether an address is neither of this machine nor of its own link (RFC 6890, section 2.2).</summary>
    public static bool IsFar(IPAddress address)
    {
        IPAddress plain = Embedded(address) ?? address;
        if (IPAddress.IsLoopback(plain) || plain.IsIPv6LinkLocal || plain.IsIPv6Multicast)
        {
            return false;
        }

        Span<byte> bytes = stackalloc byte[16];
        plain.TryWriteBytes(bytes, out _);
        return plain.AddressFamily == AddressFamily.InterNetwork
            ? bytes is not [0, ..] and not [169, 254, ..] and not [>= 224, ..]
            : !plain.Equals(IPAddress.IPv6Any);
    }

    /// <summary>Whether a host of a URL names this machine or its link by itself, without a resolver being asked (RFC 6761, section 6.3).</summary>
    public static bool IsNear(string host) => IPAddress.TryParse(host, out IPAddress? address)
        ? !IsFar(address)
        : IsLocalName(host.AsSpan().TrimEnd('.'));

    private static bool IsLocalName(ReadOnlySpan<char> host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase);

    // An IPv4 address may stand in an IPv6 one: mapped or compatible (RFC 4291, section 2.5.5), translated (RFC 6052, section 2.1), or of 6to4 (RFC 3056, section 2).
    private static IPAddress? Embedded(IPAddress address)
    {
        if (address.AddressFamily != AddressFamily.InterNetworkV6)
        {
            return null;
        }

        byte[] bytes = address.GetAddressBytes();
        bool isZero = !bytes.AsSpan(0, 10).ContainsAnyExcept((byte)0);
        return address.IsIPv4MappedToIPv6 ? address.MapToIPv4()
            : isZero && bytes is [.., 0, 0, > 0, _, _, _] ? new IPAddress(bytes.AsSpan(12))
            : bytes is [0, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0, ..] ? new IPAddress(bytes.AsSpan(12))
            : bytes is [0x20, 0x02, ..] ? new IPAddress(bytes.AsSpan(2, 4))
            : null;
    }
}

using System.Collections.Frozen;
using System.Net;
using System.Net.NetworkInformation;

namespace Interactor.Runtime.Http;

/// <summary>The addresses of this machine, which may be public and lead to it all the same. They are looked up again when they are asked for after a while.</summary>
/// <param name="read">Gives the addresses.</param>
/// <param name="time">The clock.</param>
internal sealed class OwnAddresses(Func<IEnumerable<IPAddress>> read, TimeProvider time)
{
    /// <summary>Those of the machine's network interfaces.</summary>
    public static readonly OwnAddresses OfInterfaces = new(ReadInterfaces, TimeProvider.System);

    // An address that the machine has just got is not known to others yet.
    private static readonly TimeSpan LongestKept = TimeSpan.FromSeconds(30);

    private volatile Reading? _last;

    /// <summary>Whether an address is one of them.</summary>
    /// <param name="plain">The address as <see cref="PublicAddress.Plain"/> gives it.</param>
    public bool Contain(IPAddress plain)
    {
        Reading? last = _last;
        if (last is null || time.GetElapsedTime(last.At) >= LongestKept)
        {
            _last = last = new Reading(ReadOr(last?.Addresses ?? []), time.GetTimestamp());
        }

        return last.Addresses.Contains(plain);
    }

    // Some systems do not tell their interfaces to everybody; what is known by itself to be this machine is refused there too.
    private FrozenSet<IPAddress> ReadOr(FrozenSet<IPAddress> known)
    {
        try
        {
            return read().Select(PublicAddress.Plain).ToFrozenSet();
        }
        catch (Exception e) when (e is NetworkInformationException or PlatformNotSupportedException)
        {
            return known;
        }
    }

    private static IEnumerable<IPAddress> ReadInterfaces() =>
        NetworkInterface.GetAllNetworkInterfaces().SelectMany(static network => network.GetIPProperties().UnicastAddresses).Select(static unicast => unicast.Address);

    private sealed record Reading(FrozenSet<IPAddress> Addresses, long At);
}

using System.Collections.Frozen;
using Interactor.Runtime;

namespace Interactor.Host.Connectors;

/// <summary>The connectors that the host serves, each with its versions. A change replaces the whole of it at once: requests see the old or the new one.</summary>
internal sealed class ConnectorCatalogue
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, string> _current = new(StringComparer.Ordinal);
    private State _state = State.Of(FrozenDictionary<string, HostedConnector[]>.Empty);

    /// <summary>The current version of each connector, in the order of their addresses: the same list until something changes.</summary>
    public IReadOnlyList<HostedConnector> Current => _state.Current;

    /// <summary>The versions of a connector, the current one first and then the newest; empty where there is none.</summary>
    public IReadOnlyList<HostedConnector> VersionsOf(string owner, string id) => _state.Versions.TryGetValue($"{owner}/{id}", out HostedConnector[]? versions) ? versions : [];

    /// <summary>Adds versions; one with the same number as another takes its place.</summary>
    public void Add(IEnumerable<HostedConnector> connectors)
    {
        lock (_gate)
        {
            Dictionary<string, HostedConnector[]> next = _state.Versions.ToDictionary(StringComparer.Ordinal);
            foreach (HostedConnector connector in connectors)
            {
                next[connector.Address] = Ordered(
                    connector.Address, (next.GetValueOrDefault(connector.Address) ?? []).Where(held => held.Descriptor.Version != connector.Descriptor.Version).Append(connector));
            }

            _state = State.Of(next.ToFrozenDictionary(StringComparer.Ordinal));
        }
    }

    /// <summary>Makes a version the one that callers get who pin none. Until then it is the newest.</summary>
    public void MakeCurrent(string address, string version)
    {
        lock (_gate)
        {
            if (_current.GetValueOrDefault(address) == version)
            {
                return;
            }

            _current[address] = version;
            if (_state.Versions.TryGetValue(address, out HostedConnector[]? held))
            {
                _state = State.Of(new Dictionary<string, HostedConnector[]>(_state.Versions, StringComparer.Ordinal) { [address] = Ordered(address, held) }.ToFrozenDictionary(StringComparer.Ordinal));
            }
        }
    }

    /// <summary>
    /// Finds an action: that of the current version of the connector, or, for a caller that pins a version, one of its major, which may be left in another
    /// version of the connector only.
    /// </summary>
    /// <param name="owner">The connector's owner.</param>
    /// <param name="id">The connector's id.</param>
    /// <param name="action">The action's id.</param>
    /// <param name="version">Null for the newest; <c>1</c> or <c>1.2.0</c> for the newest of that major.</param>
    public (HostedConnector Connector, ActionDescriptor Action)? Find(string owner, string id, string action, string? version)
    {
        int? major = VersionNumber.MajorOf(version);
        IReadOnlyList<HostedConnector> versions = VersionsOf(owner, id);
        for (int i = 0; i < (major is null ? Math.Min(1, versions.Count) : versions.Count); i++)
        {
            if (versions[i].Find(action, major) is { } found)
            {
                return (versions[i], found);
            }
        }

        return null;
    }

    private HostedConnector[] Ordered(string address, IEnumerable<HostedConnector> versions)
    {
        string? current = _current.GetValueOrDefault(address);
        return
        [
            .. versions
                .OrderByDescending(held => held.Descriptor.Version == current)
                .ThenByDescending(static held => VersionNumber.Of(held.Descriptor.Version)),
        ];
    }

    private sealed record State(FrozenDictionary<string, HostedConnector[]> Versions, IReadOnlyList<HostedConnector> Current)
    {
        public static State Of(FrozenDictionary<string, HostedConnector[]> versions) =>
            new(versions, [.. versions.Values.Select(static held => held[0]).OrderBy(static connector => connector.Address, StringComparer.Ordinal)]);
    }
}

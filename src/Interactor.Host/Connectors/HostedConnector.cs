using System.Collections.Frozen;
using Interactor.Runtime;
using Interactor.Testing.Loading;
using Interactor.Testing.Sandbox;

namespace Interactor.Host.Connectors;

/// <summary>One version of a connector that the host serves.</summary>
internal sealed class HostedConnector
{
    private readonly FrozenDictionary<string, ActionDescriptor[]> _actions;

    /// <summary>A connector whose code belongs to the application.</summary>
    public HostedConnector(ConnectorDescriptor descriptor)
    {
        Descriptor = descriptor;
        _actions = descriptor.Actions
            .GroupBy(static action => action.Id, StringComparer.Ordinal)
            .ToFrozenDictionary(static group => group.Key, static group => group.OrderByDescending(static action => VersionNumber.Of(action.Version)).ToArray(), StringComparer.Ordinal);
    }

    /// <summary>A connector that was compiled in this process.</summary>
    public HostedConnector(LoadedConnector loaded)
        : this(loaded.Descriptor)
    {
        Loaded = loaded;
        Sandbox = SandboxConnector.Of(loaded);
    }

    /// <summary>What the runtime executes by.</summary>
    public ConnectorDescriptor Descriptor { get; }

    /// <summary>What was compiled in this process and can be unloaded; null for code that belongs to the application.</summary>
    public LoadedConnector? Loaded { get; }

    /// <summary>What a sandbox plays it by; null where only the compiled code is there.</summary>
    public SandboxConnector? Sandbox { get; }

    /// <summary>What its definition says for catalogues.</summary>
    public ConnectorListing Listing { get; init; } = ConnectorListing.None;

    /// <summary>Whether it is a draft that is tried: a sandbox plays its provider on every host, so that nothing that an environment keeps comes near it.</summary>
    public bool IsTrial { get; init; }

    /// <summary>Whether whoever runs the host offers it to everybody, whatever its definition says.</summary>
    public bool IsForAll { get; init; }

    public string Address => Descriptor.Address;

    /// <summary>The newest version of an action; of a major, where one is named.</summary>
    public ActionDescriptor? Find(string action, int? major) =>
        _actions.TryGetValue(action, out ActionDescriptor[]? versions)
            ? major is { } number ? Array.Find(versions, version => VersionNumber.Of(version.Version).Major == number) : versions[0]
            : null;
}

namespace Interactor.Host.Workspace;

/// <summary>A part of an organization with accounts, values and a key of its own. Nothing of it is seen from another one.</summary>
public sealed class HostEnvironment
{
    /// <summary>Its id, which never changes.</summary>
    public required string Id { get; init; }

    /// <summary>The organization's name, which is the owner of the connectors that it publishes.</summary>
    public required string Organization { get; init; }

    /// <summary>Its name, unique in the organization.</summary>
    public required string Name { get; init; }

    /// <summary>Counts the changes of what its connectors are configured with.</summary>
    public long Revision { get; init; }

    /// <summary>Where people may be sent back to after they connected an account, a URL a line.</summary>
    public string RedirectUrls { get; init; } = "";
}

namespace Interactor.Host.Workspace;

/// <summary>Who owns environments, and the connectors that it publishes.</summary>
internal sealed class Organization
{
    public required string Id { get; init; }

    /// <summary>Its name: the owner in the addresses of its connectors.</summary>
    public required string Name { get; init; }

    public required long CreatedAt { get; init; }
}

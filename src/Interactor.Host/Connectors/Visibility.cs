namespace Interactor.Host.Connectors;

/// <summary>Who may see and call a connector with the key of an environment.</summary>
internal static class Visibility
{
    public const string Private = "private";
    public const string Public = "public";

    /// <summary>Whether a connector is there for an organization: its own are, those that are public, and those that whoever runs the host offers to all.</summary>
    /// <param name="connector">The connector.</param>
    /// <param name="organization">The organization of the environment; null for a person, who sees all of them.</param>
    public static bool IsSeenBy(this HostedConnector connector, string? organization) =>
        organization is null || connector.IsForAll || connector.Listing.Visibility == Public || connector.Descriptor.Owner == organization;
}

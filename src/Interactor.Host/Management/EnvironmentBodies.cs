using Interactor.Host.Workspace;

namespace Interactor.Host.Management;

/// <summary>An organization.</summary>
/// <param name="Id">The id, which never changes.</param>
/// <param name="Name">The name: the owner in the addresses of its connectors.</param>
/// <param name="CreatedAt">When it was made.</param>
public sealed record OrganizationBody(string Id, string Name, DateTimeOffset CreatedAt)
{
    internal static OrganizationBody Of(Organization organization) =>
        new(organization.Id, organization.Name, DateTimeOffset.FromUnixTimeMilliseconds(organization.CreatedAt));
}

/// <summary>A new organization, which gets the environments Development, Testing and Production.</summary>
/// <param name="Name">Its name: lower-case letters and digits, with dots and hyphens between them.</param>
public sealed record NewOrganizationBody(string Name);

/// <summary>An environment.</summary>
/// <param name="Id">The id, which never changes.</param>
/// <param name="Organization">The name of its organization.</param>
/// <param name="Name">The name.</param>
/// <param name="RedirectUrls">Where people may be sent back to after they connected an account.</param>
/// <param name="Key">What may be known of its key; null where it has none.</param>
public sealed record EnvironmentBody(string Id, string Organization, string Name, IReadOnlyList<string> RedirectUrls, KeyMarkBody? Key)
{
    internal static EnvironmentBody Of(HostEnvironment environment, KeyMark? key) => new(
        environment.Id,
        environment.Organization,
        environment.Name,
        environment.RedirectUrls.Split('\n', StringSplitOptions.RemoveEmptyEntries),
        key is null ? null : new KeyMarkBody(key.Id, DateTimeOffset.FromUnixTimeMilliseconds(key.CreatedAt)));
}

/// <summary>What may be known of the key of an environment.</summary>
/// <param name="Id">The part of its text that names it: <c>ik_</c>, the id, and the secret, which nobody knows any more.</param>
/// <param name="CreatedAt">When it was made.</param>
public sealed record KeyMarkBody(string Id, DateTimeOffset CreatedAt);

/// <summary>A new environment.</summary>
/// <param name="Organization">The name of its organization; left out for the only one.</param>
/// <param name="Name">Its name.</param>
public sealed record NewEnvironmentBody(string Name, string? Organization = null);

/// <summary>What changes of an environment; what is left out stays.</summary>
/// <param name="Name">The name.</param>
/// <param name="RedirectUrls">Where people may be sent back to: all of them.</param>
public sealed record EnvironmentChangeBody(string? Name = null, IReadOnlyList<string>? RedirectUrls = null);

/// <summary>The key of an environment. It is shown now or never.</summary>
/// <param name="Key">What requests send in the header <c>x-api-key</c>.</param>
public sealed record NewKeyBody(string Key);

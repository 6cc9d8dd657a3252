namespace Interactor.Host.People;

/// <summary>The provider of OpenID Connect at which people may sign in.</summary>
public sealed class OpenIdConnectSettings
{
    /// <summary>The issuer: its configuration is found below it (OpenID Connect Discovery 1.0, section 4).</summary>
    public required Uri Issuer { get; init; }

    /// <summary>The id of the host as a client.</summary>
    public required string ClientId { get; init; }

    /// <summary>The secret of the client; null for a public one, which PKCE protects.</summary>
    public string? ClientSecret { get; init; }

    /// <summary>The role of who signs in with an e-mail address that nobody has here; null refuses them.</summary>
    public Role? DefaultRole { get; init; }

    /// <summary>
    /// Whether an address counts that the provider does not say it verified (claim <c>email_verified</c>). Only for providers that give addresses to their users
    /// themselves: elsewhere anybody could take anybody's.
    /// </summary>
    public bool TrustsEmail { get; init; }
}

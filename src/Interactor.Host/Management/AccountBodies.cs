namespace Interactor.Host.Management;

/// <summary>A connected account: nothing of its credential.</summary>
/// <param name="Connector">The address of the connector, <c>owner/id</c>.</param>
/// <param name="Account">The application's name for its user.</param>
/// <param name="Method">The id of the security method.</param>
/// <param name="Status"><c>active</c>, <c>renewing</c>, or <c>needs_reauthorization</c> where it has to be connected again.</param>
/// <param name="Sandbox">Whether it is one of the sandbox and not of the provider.</param>
/// <param name="IdentityId">Whose it is, by the provider's id, as far as known.</param>
/// <param name="IdentityLabel">What a person recognises it by.</param>
/// <param name="CreatedAt">When it was connected first.</param>
/// <param name="UpdatedAt">When its credential last changed.</param>
public sealed record AccountBody(
    string Connector, string Account, string Method, string Status, bool Sandbox, string? IdentityId, string? IdentityLabel, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt);

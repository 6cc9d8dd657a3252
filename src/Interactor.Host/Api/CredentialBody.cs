namespace Interactor.Host.Api;

/// <summary>What may be known of a connected account: nothing secret.</summary>
/// <param name="Method">The id of the security method.</param>
/// <param name="Status"><c>active</c>, <c>renewing</c>, or <c>needs_reauthorization</c> where it has to be connected again.</param>
/// <param name="Scopes">The scopes that were granted, as far as known.</param>
/// <param name="Identity">Whose it is, as far as the provider says.</param>
/// <param name="ExpiresAt">When its access token ends, which the host renews by itself; null where it does not end, or nobody knows.</param>
public sealed record CredentialBody(string Method, string Status, IReadOnlyList<string> Scopes, IdentityBody? Identity, DateTimeOffset? ExpiresAt);

/// <summary>Whose an account is, in the provider's terms.</summary>
/// <param name="Id">The provider's id.</param>
/// <param name="Label">What a person recognises it by.</param>
public sealed record IdentityBody(string Id, string? Label);

/// <summary>Values to connect an account with.</summary>
/// <param name="Method">The id of a security method that sends nobody to the provider; null for the first of them.</param>
/// <param name="Values">The values of the variables that it asks for.</param>
public sealed record NewCredentialBody(string? Method = null, IReadOnlyDictionary<string, string>? Values = null);

/// <summary>What came of disconnecting an account.</summary>
/// <param name="Revoked">Whether the provider confirmed that it withdrew the grant.</param>
public sealed record DisconnectedBody(bool Revoked);

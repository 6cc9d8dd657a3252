namespace Interactor.Testing.Sandbox.Authorization;

/// <summary>What a code stands for (RFC 6749, section 4.1.2).</summary>
/// <param name="Challenge">The S256 challenge (RFC 7636); null without PKCE.</param>
internal sealed record AuthorizationCode(string Connector, string ClientId, string RedirectUri, string Scope, string? Challenge)
{
    public DateTimeOffset ExpiresAt { get; init; }
}

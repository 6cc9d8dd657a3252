using System.Text.Json;

namespace Interactor.Runtime.Security;

/// <summary>A JWT that the client signs with a key of its own (RFC 7519; RFC 7515), as data.</summary>
public sealed class JwtAssertion
{
    /// <summary>The private key as PEM (PKCS#8, PKCS#1 or SEC 1) or JWK (RFC 7517); for the HMAC algorithms the secret's text.</summary>
    public required Func<ActionContext, string> Key { get; init; }

    /// <summary>The algorithm (RFC 7518, section 3.1).</summary>
    public string Algorithm { get; init; } = "RS256";

    /// <summary>The header <c>kid</c>; null leaves it out.</summary>
    public Func<ActionContext, string?>? KeyId { get; init; }

    /// <summary>The claim <c>iss</c>; null for what the use of the assertion gives.</summary>
    public Func<ActionContext, string?>? Issuer { get; init; }

    /// <summary>The claim <c>sub</c>; null for what the use of the assertion gives.</summary>
    public Func<ActionContext, string?>? Subject { get; init; }

    /// <summary>The claim <c>aud</c>; null for what the use of the assertion gives.</summary>
    public Func<ActionContext, string?>? Audience { get; init; }

    /// <summary>The time from <c>iat</c> to <c>exp</c>.</summary>
    public TimeSpan Lifetime { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>The claim that carries the scopes; null where the token request carries them.</summary>
    public string? ScopeClaim { get; init; }

    /// <summary>Writes an object with further claims, which replace those of the same name.</summary>
    public Action<Utf8JsonWriter, ActionContext>? Claims { get; init; }
}

namespace Interactor.Runtime.Security;

/// <summary>A token of a connection. Its text is a secret; <see cref="ToString"/> does not show it.</summary>
public sealed record Token
{
    /// <summary>What is sent to the provider (RFC 6749, section 1.4).</summary>
    public required string Value { get; init; }

    /// <summary>What obtains the next token (section 1.5); null where the grant gives none.</summary>
    public string? Refresh { get; init; }

    /// <summary>What requests are signed with beside it, for kinds that sign (RFC 5849, section 1.1); null for all others.</summary>
    public string? Secret { get; init; }

    /// <summary>When it stops being good; null where the provider did not say.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>When it was obtained; null where that is not known, as in connections that were stored without it.</summary>
    public DateTimeOffset? ObtainedAt { get; init; }

    /// <summary>The scopes that were granted, as far as known.</summary>
    public IReadOnlyList<string> Scopes { get; init; } = [];

    /// <summary>Counts the tokens that held this name in the connection; by it a caller sees that another one refreshed already.</summary>
    public long Generation { get; init; } = 1;

    /// <summary>The named tokens that came with it; a connection keeps them beside it.</summary>
    internal IReadOnlyDictionary<string, Token>? Others { get; init; }

    /// <summary>
    /// Why the answer that should have given another token gave none that can be used. What it said of the refresh token is kept, and then the call ends.
    /// </summary>
    internal InteractorException? Fault { get; init; }

    /// <summary>Says when it expires, and nothing that is secret.</summary>
    public override string ToString() => $"Token {{ Generation = {Generation}, ExpiresAt = {ExpiresAt?.ToString("O") ?? "unknown"} }}";
}

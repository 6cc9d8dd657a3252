namespace Interactor.Host.Audit;

/// <summary>Who did what to which subject, when, and from where.</summary>
internal sealed class AuditEntry
{
    /// <summary>Its id, which sorts by time.</summary>
    public required string Id { get; init; }

    /// <summary>When, in milliseconds since 1970.</summary>
    public required long At { get; init; }

    /// <summary><c>person</c>, <c>key</c>, <c>anonymous</c> or <c>system</c>.</summary>
    public required string ActorKind { get; init; }

    /// <summary>The id of the person, or of the key.</summary>
    public string? Actor { get; init; }

    /// <summary>What the actor was called then.</summary>
    public string? ActorName { get; init; }

    /// <summary>One of <see cref="AuditAction"/>.</summary>
    public required string Action { get; init; }

    /// <summary>What it was done to.</summary>
    public string? Subject { get; init; }

    public string? Environment { get; init; }

    /// <summary>The network address that the request came from.</summary>
    public string? Address { get; init; }
}

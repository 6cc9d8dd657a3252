namespace Interactor.Runtime;

/// <summary>What one call of an action may set apart from the connector's options.</summary>
public sealed class ActionOptions
{
    /// <summary>The account to act for: its key in the credential store. Null takes <see cref="ConnectorOptions.Account"/>.</summary>
    public string? Account { get; init; }

    /// <summary>The time that each attempt may take, in place of the action's own. <see cref="System.Threading.Timeout.InfiniteTimeSpan"/> removes the limit.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>
    /// The key by which the provider recognises a repetition of this call, for an action whose idempotency is <see cref="ActionIdempotency.Key"/>.
    /// Null sends a new UUID; every attempt of one call carries the same key.
    /// </summary>
    public string? IdempotencyKey { get; init; }
}

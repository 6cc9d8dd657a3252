using Interactor.Runtime.Execution;

namespace Interactor.Runtime;

/// <summary>What one call of an action may set apart from the connector's options.</summary>
public sealed class ActionOptions
{
    /// <summary>The account to act for: its key in the credential store. Null takes <see cref="ConnectorOptions.Account"/>; an empty one is refused.</summary>
    public string? Account { get; init; }

    /// <summary>The time that each attempt may take, in place of the action's own. <see cref="System.Threading.Timeout.InfiniteTimeSpan"/> removes the limit.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The time is zero, negative, or longer than a timer can run (about 49 days).</exception>
    public TimeSpan? Timeout
    {
        get;
        init => field = value is { } time ? TimerLimit.Check(time) : null;
    }

    /// <summary>
    /// The key by which the provider recognises a repetition of this call, for an action whose idempotency is <see cref="ActionIdempotency.Key"/>.
    /// Null sends a new UUID; every attempt of one call carries the same key.
    /// </summary>
    public string? IdempotencyKey { get; init; }

    /// <summary>
    /// A job that an earlier call of the same action began and did not see to its end (<see cref="InteractorException.Job"/>): the call goes on with that one and
    /// begins none. The input is that of the earlier call. Null begins a job.
    /// </summary>
    public PendingJob? Job { get; init; }
}

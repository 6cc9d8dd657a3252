using Interactor.Host.Api;

namespace Interactor.Host.Executing;

/// <summary>How an execution ended.</summary>
/// <param name="RequestId">The id by which its record is found.</param>
/// <param name="Output">The output as UTF-8 JSON; empty where it was refused.</param>
/// <param name="Refusal">Why there is no output; null where there is.</param>
internal sealed record ActionOutcome(string RequestId, ReadOnlyMemory<byte> Output, Refusal? Refusal)
{
    /// <summary>Whether it is that of an earlier call with the same idempotency key.</summary>
    public bool IsReplay { get; init; }
}

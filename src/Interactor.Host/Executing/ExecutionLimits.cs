using System.Threading.RateLimiting;
using Interactor.Host.Api;
using Interactor.Runtime;

namespace Interactor.Host.Executing;

/// <summary>How many calls may be under way at a time, of one account and of one connector in an environment. Some more wait their turn.</summary>
internal sealed class ExecutionLimits(HostSettings settings) : IAsyncDisposable
{
    // The account first: who waits for its own turn takes no place of the connector from others.
    private readonly PartitionedRateLimiter<ActionCall> _limiter = PartitionedRateLimiter.CreateChained(
        PartitionedRateLimiter.Create<ActionCall, (string, string, string)>(call => Partition((call.Environment.Id, call.Connector.Address, call.Account ?? ""), settings.MostCallsOfAccount)),
        PartitionedRateLimiter.Create<ActionCall, (string, string)>(call => Partition((call.Environment.Id, call.Connector.Address), settings.MostCallsOfConnector)));

    /// <summary>What a call is told that finds no place to wait in.</summary>
    public static Refusal Full { get; } = new(429, "Too many calls of this account or connector are under way. Try again when some have ended.", ErrorCode.RateLimited) { RetryAfter = TimeSpan.FromSeconds(1) };

    /// <summary>Waits for a call's turn, which lasts until the lease is disposed of; a lease that was not acquired found no place to wait in.</summary>
    public ValueTask<RateLimitLease> EnterAsync(ActionCall call, CancellationToken cancellationToken) => _limiter.AcquireAsync(call, 1, cancellationToken);

    public ValueTask DisposeAsync() => _limiter.DisposeAsync();

    private static RateLimitPartition<TKey> Partition<TKey>(TKey key, int most) => RateLimitPartition.GetConcurrencyLimiter(
        key, _ => new ConcurrencyLimiterOptions { PermitLimit = most, QueueLimit = most * 4, QueueProcessingOrder = QueueProcessingOrder.OldestFirst });
}

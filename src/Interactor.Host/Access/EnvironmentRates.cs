using System.Threading.RateLimiting;
using Interactor.Host.Api;
using Interactor.Runtime;

namespace Interactor.Host.Access;

/// <summary>Limits how many requests the key of each environment makes in a minute, where the host is told to.</summary>
internal sealed class EnvironmentRates : IDisposable
{
    private readonly PartitionedRateLimiter<string>? _limiter;

    public EnvironmentRates(HostSettings settings) => _limiter = settings.RequestsPerMinute is { } most
        ? PartitionedRateLimiter.Create<string, string>(environment => RateLimitPartition.GetSlidingWindowLimiter(environment, _ => new SlidingWindowRateLimiterOptions
        {
            PermitLimit = most,
            Window = TimeSpan.FromMinutes(1),
            SegmentsPerWindow = 6,
        }))
        : null;

    /// <summary>Counts a request.</summary>
    /// <exception cref="RefusalException">It is one too many.</exception>
    public void Check(string environment)
    {
        if (_limiter?.AttemptAcquire(environment) is { IsAcquired: false })
        {
            throw new RefusalException(new Refusal(429, "The key of the environment made too many requests. Try again later.", ErrorCode.RateLimited) { RetryAfter = TimeSpan.FromSeconds(10) });
        }
    }

    public void Dispose() => _limiter?.Dispose();
}

using System.Net;
using System.Threading.RateLimiting;
using Interactor.Host.Api;
using Interactor.Runtime;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Interactor.Host.Access;

/// <summary>Limits how often one address may call what everybody may call.</summary>
internal static class PublicRates
{
    /// <summary>Of signing in, and of links that are good once.</summary>
    public const string SignIn = "sign-in";

    /// <summary>Of the pages on which people connect accounts.</summary>
    public const string Pages = "pages";

    public static IServiceCollection AddPublicRates(this IServiceCollection services, HostSettings settings) => services.AddRateLimiter(options =>
    {
        options.AddPolicy(SignIn, context => PartitionOf(context, settings.SignInsPerMinute));
        options.AddPolicy(Pages, context => PartitionOf(context, settings.PagesPerMinute));
        options.OnRejected = static (rejected, _) => new ValueTask(RefusalWriter.WriteAsync(
            rejected.HttpContext,
            new Refusal(429, "Too many requests from this address. Try again in a minute.", ErrorCode.RateLimited) { RetryAfter = TimeSpan.FromMinutes(1) },
            NewId.Of(rejected.HttpContext.RequestServices.GetRequiredService<TimeProvider>())));
    });

    private static RateLimitPartition<IPAddress> PartitionOf(HttpContext context, int most) => RateLimitPartition.GetSlidingWindowLimiter(
        context.Connection.RemoteIpAddress ?? IPAddress.None,
        _ => new SlidingWindowRateLimiterOptions { PermitLimit = most, Window = TimeSpan.FromMinutes(1), SegmentsPerWindow = 6 });
}

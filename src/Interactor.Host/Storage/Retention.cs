using System.Data.Common;
using Interactor.Host.Executing;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Interactor.Host.Storage;

/// <summary>Removes what was kept long enough, a few rows at a time, so that nobody waits for it.</summary>
internal sealed partial class Retention(Database database, ExecutionStore executions, HostSettings settings, TimeProvider time, ILogger<Retention> log) : BackgroundService
{
    /// <summary>How many rows one transaction removes.</summary>
    public const int MostAtOnce = 500;

    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(10);

    // What is forgotten because it ended.
    private static readonly string[] Ended =
    [
        "DELETE FROM pending_connection WHERE id IN (SELECT id FROM pending_connection WHERE expires_at < @now LIMIT @MostAtOnce)",
        "DELETE FROM idempotent_call WHERE id IN (SELECT id FROM idempotent_call WHERE expires_at < @now LIMIT @MostAtOnce)",
        "DELETE FROM person_link WHERE id IN (SELECT id FROM person_link WHERE expires_at < @now LIMIT @MostAtOnce)",
        "DELETE FROM sign_in_failure WHERE subject IN (SELECT subject FROM sign_in_failure WHERE first_at < @dayAgo LIMIT @MostAtOnce)",
    ];

    /// <summary>Removes all that was kept long enough.</summary>
    /// <returns>How many executions.</returns>
    public async Task<int> SweepAsync(CancellationToken cancellationToken)
    {
        DateTimeOffset now = time.GetUtcNow();
        foreach (string sql in Ended)
        {
            await InSlicesAsync(() => database.ChangeAsync(
                sql, new { now = now.ToUnixTimeMilliseconds(), dayAgo = now.AddDays(-1).ToUnixTimeMilliseconds(), MostAtOnce }, cancellationToken)).ConfigureAwait(false);
        }

        return await InSlicesAsync(() => executions.RemoveAsync(now - settings.ExecutionRetention, MostAtOnce, cancellationToken)).ConfigureAwait(false);
    }

    private static async Task<int> InSlicesAsync(Func<Task<int>> remove)
    {
        int total = 0;
        int removed;
        do
        {
            removed = await remove().ConfigureAwait(false);
            total += removed;
        }
        while (removed == MostAtOnce);
        return total;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using PeriodicTimer timer = new(Pause, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false))
            {
                try
                {
                    await SweepAsync(stoppingToken).ConfigureAwait(false);
                }
                catch (DbException e)
                {
                    LogFailure(log, e.GetType().Name);
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops.
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "Old records could not be removed ({Type}); the next try is in ten minutes.")]
    private static partial void LogFailure(ILogger logger, string type);
}

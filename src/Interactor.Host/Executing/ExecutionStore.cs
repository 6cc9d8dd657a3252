using Interactor.Host.Storage;

namespace Interactor.Host.Executing;

/// <summary>Reads the records of executions, and removes those that are too old.</summary>
internal sealed class ExecutionStore(Database database)
{
    private const string Columns = "id, connector, action, version, account, started_at, duration_us, status, code, trace_id";

    /// <summary>A page of the executions of an environment, the newest first.</summary>
    public Task<IReadOnlyList<ExecutionRow>> ListAsync(string environment, ExecutionFilter filter, string? before, int limit, CancellationToken cancellationToken) => database.ListAsync<ExecutionRow>(
        $"""
        SELECT {Columns} FROM execution
        WHERE environment = @environment
          AND (CAST(@before AS TEXT) IS NULL OR id < @before)
          AND (CAST(@Connector AS TEXT) IS NULL OR connector = @Connector)
          AND (CAST(@Action AS TEXT) IS NULL OR action = @Action)
          AND (CAST(@Account AS TEXT) IS NULL OR account = @Account)
          AND (CAST(@Code AS TEXT) IS NULL OR code = @Code)
          AND (CAST(@hasFailed AS BIGINT) IS NULL OR (code IS NOT NULL AND @hasFailed = 1) OR (code IS NULL AND @hasFailed = 0))
          AND (CAST(@from AS BIGINT) IS NULL OR started_at >= @from)
          AND (CAST(@to AS BIGINT) IS NULL OR started_at < @to)
        ORDER BY id DESC LIMIT @limit
        """,
        new
        {
            environment,
            before,
            filter.Connector,
            filter.Action,
            filter.Account,
            filter.Code,
            hasFailed = filter.HasFailed is { } failed ? failed ? 1L : 0L : (long?)null,
            from = filter.From?.ToUnixTimeMilliseconds(),
            to = filter.To?.ToUnixTimeMilliseconds(),
            limit,
        },
        cancellationToken);

    /// <summary>One execution with its attempts.</summary>
    public Task<ExecutionRow?> FindAsync(string environment, string id, CancellationToken cancellationToken) =>
        database.FindAsync<ExecutionRow>($"SELECT {Columns}, attempts FROM execution WHERE environment = @environment AND id = @id", new { environment, id }, cancellationToken);

    /// <summary>Removes the oldest ones that began before a time.</summary>
    /// <returns>How many.</returns>
    public Task<int> RemoveAsync(DateTimeOffset before, int most, CancellationToken cancellationToken) => database.ChangeAsync(
        "DELETE FROM execution WHERE id IN (SELECT id FROM execution WHERE started_at < @end ORDER BY started_at LIMIT @most)", new { end = before.ToUnixTimeMilliseconds(), most }, cancellationToken);
}

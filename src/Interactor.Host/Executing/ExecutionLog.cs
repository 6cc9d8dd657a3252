using System.Text.Json;
using System.Threading.Channels;
using Dapper;
using Interactor.Host.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Interactor.Host.Executing;

/// <summary>
/// Writes the records of executions, many in one transaction, so that no call waits for the disk. Those of the last moment are lost with a process that is killed;
/// one that stops writes them all.
/// </summary>
internal sealed partial class ExecutionLog(Database database, ILogger<ExecutionLog> log) : BackgroundService
{
    private const int MostWaiting = 20_000;
    private const int MostAtOnce = 1_000;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    private readonly Channel<ExecutionRecord> _records = Channel.CreateBounded<ExecutionRecord>(new BoundedChannelOptions(MostWaiting) { SingleReader = true });

    /// <summary>Takes a record; it waits only where the database is far behind.</summary>
    public ValueTask AddAsync(ExecutionRecord record) => _records.Writer.WriteAsync(record);

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        _records.Writer.TryComplete();
        if (ExecuteTask is { } writing)
        {
            await writing.WaitAsync(cancellationToken).ConfigureAwait(false);
        }

        await base.StopAsync(cancellationToken).ConfigureAwait(false);
    }

    // The token of the host ends nothing here: the end of the records does.
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        List<ExecutionRecord> batch = [];
        while (await _records.Reader.WaitToReadAsync(CancellationToken.None).ConfigureAwait(false))
        {
            while (batch.Count < MostAtOnce && _records.Reader.TryRead(out ExecutionRecord? record))
            {
                batch.Add(record);
            }

            await WriteAsync(batch).ConfigureAwait(false);
            batch.Clear();
            if (!_records.Reader.Completion.IsCompleted && _records.Reader.Count < MostAtOnce)
            {
                await Task.WhenAny(Task.Delay(Pause, CancellationToken.None), _records.Reader.Completion).ConfigureAwait(false);
            }
        }
    }

    private async Task WriteAsync(List<ExecutionRecord> batch)
    {
        try
        {
            await database.ChangeAsync(
                (connection, transaction) => connection.ExecuteAsync(
                    """
                    INSERT INTO execution (id, environment, connector, action, version, account, started_at, duration_us, status, code, trace_id, attempts)
                    SELECT @Id, @Environment, @Connector, @Action, @Version, @Account, @StartedAt, @DurationUs, @Status, @Code, @TraceId, @Attempts
                    WHERE EXISTS (SELECT 1 FROM environment WHERE id = @Environment)
                    """,
                    batch.Select(static record => new
                    {
                        record.Id,
                        record.Environment,
                        record.Connector,
                        record.Action,
                        record.Version,
                        record.Account,
                        record.StartedAt,
                        record.DurationUs,
                        record.Status,
                        record.Code,
                        record.TraceId,
                        Attempts = JsonSerializer.Serialize(record.Attempts, ExecutionJson.Default.IReadOnlyCollectionExecutionAttempt),
                    }),
                    transaction),
                CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // Executions go on without their records rather than fail for them.
            LogLost(log, batch.Count, e);
        }
    }

    [LoggerMessage(1, LogLevel.Error, "{Count} records of executions could not be written and are lost.")]
    private static partial void LogLost(ILogger logger, int count, Exception exception);
}

using System.Data.Common;
using System.Text.Json;
using Dapper;
using Interactor.Host.Storage;

namespace Interactor.Host.Executing;

/// <summary>Writes records of executions: all that are given, or none. Those of an environment that is gone are left out, and what is there already is no error.</summary>
internal sealed class ExecutionWriter(Database database)
{
    private const string Columns = "id, environment, connector, action, version, account, started_at, duration_us, status, code, trace_id, attempts";

    // One round trip, however many there are.
    private const string ByArrays =
        $"""
        INSERT INTO execution ({Columns})
        SELECT {Columns} FROM unnest(
            @Ids, @Environments, @Connectors, @Actions, @Versions, @Accounts, @StartedAts, @DurationsUs, @Statuses, @Codes, @TraceIds, @Attempts) AS given ({Columns})
        WHERE EXISTS (SELECT 1 FROM environment WHERE environment.id = given.environment)
        ON CONFLICT (id) DO NOTHING
        """;

    private const string OneByOne =
        $"""
        INSERT INTO execution ({Columns})
        SELECT @Id, @Environment, @Connector, @Action, @Version, @Account, @StartedAt, @DurationUs, @Status, @Code, @TraceId, @Attempts
        WHERE EXISTS (SELECT 1 FROM environment WHERE id = @Environment)
        ON CONFLICT (id) DO NOTHING
        """;

    public Task WriteAsync(IReadOnlyList<ExecutionRecord> records) => database.ChangeAsync(
        (connection, transaction) => database.TakesArrays ? WriteArraysAsync(connection, transaction, records) : WriteRowsAsync(connection, transaction, records),
        CancellationToken.None);

    private static Task<int> WriteArraysAsync(DbConnection connection, DbTransaction transaction, IReadOnlyList<ExecutionRecord> records) => connection.ExecuteAsync(
        ByArrays,
        new
        {
            Ids = ArrayOf(records, static record => record.Id),
            Environments = ArrayOf(records, static record => record.Environment),
            Connectors = ArrayOf(records, static record => record.Connector),
            Actions = ArrayOf(records, static record => record.Action),
            Versions = ArrayOf(records, static record => record.Version),
            Accounts = ArrayOf(records, static record => record.Account),
            StartedAts = ArrayOf(records, static record => record.StartedAt),
            DurationsUs = ArrayOf(records, static record => record.DurationUs),
            Statuses = ArrayOf(records, static record => record.Status),
            Codes = ArrayOf(records, static record => record.Code),
            TraceIds = ArrayOf(records, static record => record.TraceId),
            Attempts = ArrayOf(records, AttemptsOf),
        },
        transaction);

    private static Task<int> WriteRowsAsync(DbConnection connection, DbTransaction transaction, IReadOnlyList<ExecutionRecord> records) => connection.ExecuteAsync(
        OneByOne,
        records.Select(static record => new
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
            Attempts = AttemptsOf(record),
        }),
        transaction);

    private static T[] ArrayOf<T>(IReadOnlyList<ExecutionRecord> records, Func<ExecutionRecord, T> value) => [.. records.Select(value)];

    private static string AttemptsOf(ExecutionRecord record) => JsonSerializer.Serialize(record.Attempts, ExecutionJson.Default.IReadOnlyCollectionExecutionAttempt);
}

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

    // Made once and prepared: SQLite is in the process, where a row is a call and no round trip.
    private const string ByRow =
        $"""
        INSERT INTO execution ({Columns})
        SELECT @Id, @Environment, @Connector, @Action, @Version, @Account, @StartedAt, @DurationUs, @Status, @Code, @TraceId, @Attempts
        WHERE EXISTS (SELECT 1 FROM environment WHERE environment.id = @Environment)
        ON CONFLICT (id) DO NOTHING
        """;

    private static readonly (string Name, Func<ExecutionRecord, object?> Of)[] Values =
    [
        ("@Id", static record => record.Id),
        ("@Environment", static record => record.Environment),
        ("@Connector", static record => record.Connector),
        ("@Action", static record => record.Action),
        ("@Version", static record => record.Version),
        ("@Account", static record => record.Account),
        ("@StartedAt", static record => record.StartedAt),
        ("@DurationUs", static record => record.DurationUs),
        ("@Status", static record => record.Status),
        ("@Code", static record => record.Code),
        ("@TraceId", static record => record.TraceId),
        ("@Attempts", AttemptsOf),
    ];

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

    private static async Task<int> WriteRowsAsync(DbConnection connection, DbTransaction transaction, IReadOnlyList<ExecutionRecord> records)
    {
        DbCommand command = connection.CreateCommand();
        await using (command.ConfigureAwait(false))
        {
            command.CommandText = ByRow;
            command.Transaction = transaction;
            foreach ((string name, _) in Values)
            {
                DbParameter parameter = command.CreateParameter();
                parameter.ParameterName = name;
                command.Parameters.Add(parameter);
            }

            int written = 0;
            foreach (ExecutionRecord record in records)
            {
                for (int i = 0; i < Values.Length; i++)
                {
                    command.Parameters[i].Value = Values[i].Of(record) ?? DBNull.Value;
                }

                written += await command.ExecuteNonQueryAsync().ConfigureAwait(false);
            }

            return written;
        }
    }

    private static T[] ArrayOf<T>(IReadOnlyList<ExecutionRecord> records, Func<ExecutionRecord, T> value) => [.. records.Select(value)];

    private static string AttemptsOf(ExecutionRecord record) => JsonSerializer.Serialize(record.Attempts, ExecutionJson.Default.ImmutableArrayExecutionAttempt);
}

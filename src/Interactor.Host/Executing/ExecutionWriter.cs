using System.Buffers;
using System.Data.Common;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Dapper;
using Interactor.Host.Storage;

namespace Interactor.Host.Executing;

/// <summary>Writes records of executions: all that are given, or none. Those of an environment that is gone are left out, and what is there already is no error.</summary>
internal sealed class ExecutionWriter(Database database)
{
    private const string Columns = "id, environment, connector, action, version, account, started_at, duration_us, status, code, trace_id, attempts";

    // Texts of more would be large objects, which only the collection of everything takes away.
    private const int MostInText = 100;

    // One round trip, however many there are.
    private const string ByArrays =
        $"""
        INSERT INTO execution ({Columns})
        SELECT {Columns} FROM unnest(
            @Ids, @Environments, @Connectors, @Actions, @Versions, @Accounts, @StartedAts, @DurationsUs, @Statuses, @Codes, @TraceIds, @Attempts) AS given ({Columns})
        WHERE EXISTS (SELECT 1 FROM environment WHERE environment.id = given.environment)
        ON CONFLICT (id) DO NOTHING
        """;

    // Binding a dozen values for each row costs more than SQLite's own reading of all of them.
    private const string ByJson =
        $"""
        INSERT INTO execution ({Columns})
        SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6, value ->> 7, value ->> 8, value ->> 9, value ->> 10, value ->> 11
        FROM json_each(@rows)
        WHERE EXISTS (SELECT 1 FROM environment WHERE environment.id = value ->> 1)
        ON CONFLICT (id) DO NOTHING
        """;

    public Task WriteAsync(IReadOnlyList<ExecutionRecord> records) => database.ChangeAsync(
        (connection, transaction) => database.TakesArrays ? WriteArraysAsync(connection, transaction, records) : WriteJsonAsync(connection, transaction, records),
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

    private static async Task<int> WriteJsonAsync(DbConnection connection, DbTransaction transaction, IReadOnlyList<ExecutionRecord> records)
    {
        int written = 0;
        foreach (ExecutionRecord[] some in records.Chunk(MostInText))
        {
            written += await connection.ExecuteAsync(ByJson, new { rows = JsonOf(some) }, transaction).ConfigureAwait(false);
        }

        return written;
    }

    private static string JsonOf(IReadOnlyList<ExecutionRecord> records)
    {
        ArrayBufferWriter<byte> text = new(records.Count * 512);
        using (Utf8JsonWriter json = new(text, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true }))
        {
            json.WriteStartArray();
            foreach (ExecutionRecord record in records)
            {
                json.WriteStartArray();
                json.WriteStringValue(record.Id);
                json.WriteStringValue(record.Environment);
                json.WriteStringValue(record.Connector);
                json.WriteStringValue(record.Action);
                json.WriteStringValue(record.Version);
                json.WriteStringValue(record.Account);
                json.WriteNumberValue(record.StartedAt);
                json.WriteNumberValue(record.DurationUs);
                json.WriteNumberValue(record.Status);
                json.WriteStringValue(record.Code);
                json.WriteStringValue(record.TraceId);
                JsonSerializer.Serialize(json, record.Attempts, ExecutionJson.Default.ImmutableArrayExecutionAttempt);
                json.WriteEndArray();
            }

            json.WriteEndArray();
        }

        return Encoding.UTF8.GetString(text.WrittenSpan);
    }

    private static T[] ArrayOf<T>(IReadOnlyList<ExecutionRecord> records, Func<ExecutionRecord, T> value) => [.. records.Select(value)];

    private static string AttemptsOf(ExecutionRecord record) => JsonSerializer.Serialize(record.Attempts, ExecutionJson.Default.ImmutableArrayExecutionAttempt);
}

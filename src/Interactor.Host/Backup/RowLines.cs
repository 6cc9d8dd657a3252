using System.Data.Common;
using System.Text.Json;

namespace Interactor.Host.Backup;

/// <summary>Rows as lines of JSON: an array each, in the order of the columns; bytes are Base64 (RFC 4648).</summary>
internal static class RowLines
{
    /// <summary>Writes all rows of a table.</summary>
    /// <returns>How many there are.</returns>
    public static async Task<long> WriteAsync(DbConnection connection, DbTransaction transaction, TableShape table, Stream output, CancellationToken cancellationToken)
    {
        DbCommand command = connection.CreateCommand();
        await using (command.ConfigureAwait(false))
        {
            command.Transaction = transaction;
            command.CommandTimeout = 0;
            command.CommandText = $"SELECT {table.ColumnList} FROM {table.Name}";
            DbDataReader rows = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            await using (rows.ConfigureAwait(false))
            {
                using Utf8JsonWriter writer = new(output);
                long count = 0;
                for (; await rows.ReadAsync(cancellationToken).ConfigureAwait(false); count++)
                {
                    WriteRow(writer, table, rows);
                    await writer.FlushAsync(cancellationToken).ConfigureAwait(false);
                    writer.Reset();
                    output.WriteByte((byte)'\n');
                }

                return count;
            }
        }
    }

    /// <summary>The values of each line, in the order of the columns.</summary>
    /// <exception cref="HostException">A line is no row of the table.</exception>
    public static async IAsyncEnumerable<object[]> ReadAsync(Stream input, TableShape table)
    {
        using StreamReader lines = new(input);
        while (await lines.ReadLineAsync().ConfigureAwait(false) is { } line)
        {
            yield return RowOf(line, table);
        }
    }

    private static void WriteRow(Utf8JsonWriter writer, TableShape table, DbDataReader row)
    {
        writer.WriteStartArray();
        for (int i = 0; i < table.Columns.Count; i++)
        {
            switch (table.Columns[i].Kind)
            {
                case var _ when row.IsDBNull(i):
                    writer.WriteNullValue();
                    break;
                case ColumnKind.Text:
                    writer.WriteStringValue(row.GetString(i));
                    break;
                case ColumnKind.Number:
                    writer.WriteNumberValue(row.GetInt64(i));
                    break;
                case ColumnKind.Bytes:
                    writer.WriteBase64StringValue(row.GetFieldValue<byte[]>(i));
                    break;
            }
        }

        writer.WriteEndArray();
    }

    private static object[] RowOf(string line, TableShape table)
    {
        try
        {
            using JsonDocument row = JsonDocument.Parse(line);
            return row.RootElement.GetArrayLength() == table.Columns.Count
                ? [.. row.RootElement.EnumerateArray().Zip(table.Columns, static (value, column) => ValueOf(value, column.Kind))]
                : throw NoRow(table, null);
        }
        catch (Exception e) when (e is JsonException or FormatException or InvalidOperationException)
        {
            throw NoRow(table, e);
        }
    }

    private static object ValueOf(JsonElement value, ColumnKind kind) => (value.ValueKind, kind) switch
    {
        (JsonValueKind.Null, _) => DBNull.Value,
        (_, ColumnKind.Text) => value.GetString()!,
        (_, ColumnKind.Number) => value.GetInt64(),
        _ => value.GetBytesFromBase64(),
    };

    private static HostException NoRow(TableShape table, Exception? inner) => new($"The backup is damaged: a line of the table '{table.Name}' is no row of it.", inner);
}

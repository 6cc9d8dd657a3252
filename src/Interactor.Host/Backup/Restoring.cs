using System.Data.Common;
using Dapper;
using Interactor.Host.Storage;

namespace Interactor.Host.Backup;

/// <summary>Restores a backup within a transaction: makes the schema that it is of, fills it, and brings it to that of this version.</summary>
internal sealed class Restoring(string shown, DbConnection connection, DbTransaction transaction, TimeProvider time)
{
    /// <returns>How many rows there were.</returns>
    /// <exception cref="HostException">The database is not empty and may not be replaced, or the archive is damaged.</exception>
    public async Task<long> RunAsync(BackupArchive archive, bool replaces, CancellationToken cancellationToken)
    {
        long there = await Migrator.LastAsync(connection, transaction, cancellationToken).ConfigureAwait(false);
        if (there > 0)
        {
            await ClearAsync(there, replaces, cancellationToken).ConfigureAwait(false);
        }

        DatabaseShape shape = await DatabaseShape.OfAsync(archive.Manifest.Schema, cancellationToken).ConfigureAwait(false);
        await Migrator.ApplyAsync(connection, transaction, 0, shape.Schema, time, cancellationToken).ConfigureAwait(false);

        if (archive.Manifest.Tables.Keys.FirstOrDefault(name => shape.Tables.All(table => table.Name != name)) is { } unknown)
        {
            throw new HostException($"The backup is damaged: its manifest names the schema {shape.Schema}, which has no table '{unknown}'.");
        }

        // Migrations may have put rows of their own into what they made.
        foreach (TableShape table in shape.Tables.Reverse())
        {
            await ExecuteAsync($"DELETE FROM {table.Name}", cancellationToken).ConfigureAwait(false);
        }

        long rows = 0;
        foreach (TableShape table in shape.Tables)
        {
            long count = await FillAsync(table, archive, cancellationToken).ConfigureAwait(false);
            if (count != archive.Manifest.Tables.GetValueOrDefault(table.Name, -1))
            {
                throw new HostException($"The backup is damaged: the table '{table.Name}' has {count} rows in it, and the manifest says otherwise.");
            }

            rows += count;
        }

        await Migrator.ApplyAsync(connection, transaction, shape.Schema, Migrator.Newest, time, cancellationToken).ConfigureAwait(false);
        return rows;
    }

    // Only what migrations made is dropped: others may have tables in the same database.
    private async Task ClearAsync(long schema, bool replaces, CancellationToken cancellationToken)
    {
        if (!replaces)
        {
            throw new HostException($"{shown} is not empty. --replace throws away what is in it.");
        }

        if (schema > Migrator.Newest)
        {
            throw Migrator.TooNew(shown, schema);
        }

        foreach (TableShape table in (await DatabaseShape.OfAsync(schema, cancellationToken).ConfigureAwait(false)).Tables.Reverse())
        {
            await ExecuteAsync($"DROP TABLE {table.Name}", cancellationToken).ConfigureAwait(false);
        }

        await ExecuteAsync("DELETE FROM migration", cancellationToken).ConfigureAwait(false);
    }

    private async Task<long> FillAsync(TableShape table, BackupArchive archive, CancellationToken cancellationToken)
    {
        DbCommand insert = connection.CreateCommand();
        await using (insert.ConfigureAwait(false))
        {
            insert.Transaction = transaction;
            insert.CommandText = $"INSERT INTO {table.Name} ({table.ColumnList}) VALUES ({string.Join(", ", table.Columns.Select(static (_, index) => $"@p{index}"))})";
            for (int i = 0; i < table.Columns.Count; i++)
            {
                DbParameter parameter = insert.CreateParameter();
                parameter.ParameterName = $"p{i}";
                parameter.DbType = table.Columns[i].Kind switch
                {
                    ColumnKind.Text => System.Data.DbType.String,
                    ColumnKind.Number => System.Data.DbType.Int64,
                    _ => System.Data.DbType.Binary,
                };
                insert.Parameters.Add(parameter);
            }

            long count = 0;
            await foreach (object[] row in archive.RowsAsync(table).WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                for (int i = 0; i < row.Length; i++)
                {
                    insert.Parameters[i].Value = row[i];
                }

                await insert.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
                count++;
            }

            return count;
        }
    }

    private Task<int> ExecuteAsync(string sql, CancellationToken cancellationToken) => connection.ExecuteAsync(Database.Command(sql, null, transaction, cancellationToken));
}

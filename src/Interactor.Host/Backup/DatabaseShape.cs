using Dapper;
using Interactor.Host.Storage;
using Microsoft.Data.Sqlite;

namespace Interactor.Host.Backup;

/// <summary>The tables of a schema of the host with their columns, each behind those that it refers to.</summary>
/// <param name="Schema">The number of the schema's last migration.</param>
/// <param name="Tables">The tables but that of the migrations.</param>
internal sealed record DatabaseShape(long Schema, IReadOnlyList<TableShape> Tables)
{
    /// <summary>The shape that the migrations up to a number make. It is the same in every kind of database, so that the one in memory says it.</summary>
    public static async Task<DatabaseShape> OfAsync(long schema, CancellationToken cancellationToken)
    {
        SqliteConnection connection = new("Data Source=:memory:");
        await using (connection.ConfigureAwait(false))
        {
            await connection.OpenAsync(cancellationToken).ConfigureAwait(false);
            await Migrator.ApplyAsync(connection, null, 0, schema, TimeProvider.System, cancellationToken).ConfigureAwait(false);
            Dictionary<string, string[]> parents = new(StringComparer.Ordinal);
            foreach (string table in await connection.QueryAsync<string>("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name <> 'migration' ORDER BY rowid").ConfigureAwait(false))
            {
                parents[table] = [.. (await connection.QueryAsync<string>("SELECT \"table\" FROM pragma_foreign_key_list(@table)", new { table }).ConfigureAwait(false)).Where(parent => parent != table)];
            }

            List<TableShape> tables = [];
            while (tables.Count < parents.Count)
            {
                string next = parents.Keys.First(table => !tables.Exists(known => known.Name == table) && parents[table].All(parent => tables.Exists(known => known.Name == parent)));
                IEnumerable<(string Name, string Type)> columns = await connection.QueryAsync<(string, string)>("SELECT name, type FROM pragma_table_info(@next)", new { next }).ConfigureAwait(false);
                tables.Add(new TableShape(next, [.. columns.Select(static column => new ColumnShape(column.Name, ColumnShape.KindOf(column.Type)))]));
            }

            return new DatabaseShape(schema, tables);
        }
    }
}

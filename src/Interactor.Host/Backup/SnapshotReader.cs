using System.Data;
using System.Data.Common;
using Dapper;
using Interactor.Host.Storage;
using Microsoft.Data.Sqlite;

namespace Interactor.Host.Backup;

/// <summary>
/// A database as it is at one moment, while others go on changing it: REPEATABLE READ in PostgreSQL, and in SQLite a transaction that reads the write-ahead log up to where it
/// began. Nobody waits for it, and it needs no right that a host has.
/// </summary>
internal sealed class SnapshotReader : IAsyncDisposable
{
    private readonly Database? _database;

    private SnapshotReader(string shown, DbConnection connection, DbTransaction transaction, Database? database)
    {
        Shown = shown;
        Connection = connection;
        Transaction = transaction;
        _database = database;
    }

    /// <summary>What the database is called in messages, without a password.</summary>
    public string Shown { get; }

    public DbConnection Connection { get; }

    public DbTransaction Transaction { get; }

    /// <exception cref="HostException">There is no database.</exception>
    public static Task<SnapshotReader> OpenAsync(HostSettings settings, CancellationToken cancellationToken) => settings.Connection is { } connection
        ? OpenPostgresAsync(connection, cancellationToken)
        : OpenSqliteAsync(SqliteDatabase.ExistingIn(settings.DataDirectory), cancellationToken);

    /// <summary>The number of the schema.</summary>
    /// <exception cref="HostException">A newer version wrote it, or it is not the host's.</exception>
    public async Task<long> SchemaAsync(CancellationToken cancellationToken)
    {
        try
        {
            long schema = await Connection.QueryFirstAsync<long>(Database.Command("SELECT COALESCE(MAX(number), 0) FROM migration", null, Transaction, cancellationToken)).ConfigureAwait(false);
            return schema <= Migrator.Newest ? schema : throw Migrator.TooNew(Shown, schema);
        }
        catch (DbException e)
        {
            throw new HostException($"{Shown} has nothing of a host: {e.Message}", e);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Transaction.DisposeAsync().ConfigureAwait(false);
        await Connection.DisposeAsync().ConfigureAwait(false);
        await (_database?.DisposeAsync() ?? ValueTask.CompletedTask).ConfigureAwait(false);
    }

    private static async Task<SnapshotReader> OpenPostgresAsync(string connectionString, CancellationToken cancellationToken)
    {
        PostgresDatabase database = await PostgresDatabase.OpenAsync(connectionString, cancellationToken).ConfigureAwait(false);
        DbConnection connection = await database.OpenAsync(cancellationToken).ConfigureAwait(false);
        return new SnapshotReader(database.Shown, connection, await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken).ConfigureAwait(false), database);
    }

    private static async Task<SnapshotReader> OpenSqliteAsync(string path, CancellationToken cancellationToken)
    {
        SqliteConnection connection = new(new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadWrite, Pooling = false, DefaultTimeout = 30 }.ToString());
        await connection.OpenAsync(cancellationToken).ConfigureAwait(false);
        return new SnapshotReader(path, connection, connection.BeginTransaction(deferred: true), database: null);
    }
}

using System.Buffers.Binary;
using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace Interactor.Host.Storage;

/// <summary>A PostgreSQL database, which any number of hosts share.</summary>
internal sealed class PostgresDatabase : Database
{
    private const int MostLeases = 16;

    // With the leases 32, so that three hosts find room in the 100 that a server takes unless told otherwise. What the string of the operator says comes later and counts.
    private const string Usual = "Maximum Pool Size=16;";

    private readonly NpgsqlDataSource _source;

    // Rights are held by connections, and who waits for one must not keep those from working that hold it.
    private readonly NpgsqlDataSource _locks;

    // Of those in this process who want one right, one asks the server for it; and of all rights together it has this many connections at a time.
    private readonly ProcessLeases _own = new();
    private readonly SemaphoreSlim _places = new(MostLeases);

    private PostgresDatabase(NpgsqlConnectionStringBuilder settings)
    {
        Shown = $"PostgreSQL at {settings.Host}/{settings.Database}";
        _source = NpgsqlDataSource.Create(settings);
        _locks = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(settings.ConnectionString) { Pooling = false, KeepAlive = 10 });
    }

    public override string Shown { get; }

    public override bool TakesArrays => true;

    /// <summary>Opens the database of a connection string.</summary>
    /// <exception cref="HostException">The string is none, or the server cannot be reached.</exception>
    public static async Task<PostgresDatabase> OpenAsync(string connectionString, CancellationToken cancellationToken)
    {
        PostgresDatabase database;
        try
        {
            database = new PostgresDatabase(new NpgsqlConnectionStringBuilder(Usual + connectionString) { MaxAutoPrepare = 40 });
        }
        catch (Exception e) when (e is ArgumentException or FormatException)
        {
            throw new HostException("The connection string of PostgreSQL is not valid. It looks like 'Host=db.internal;Username=interactor;Password=…;Database=interactor'.", e);
        }

        try
        {
            DbConnection connection = await database.OpenAsync(cancellationToken).ConfigureAwait(false);
            await connection.DisposeAsync().ConfigureAwait(false);
            return database;
        }
        catch (NpgsqlException e)
        {
            await database.DisposeAsync().ConfigureAwait(false);
            throw new HostException($"{database.Shown} cannot be opened: {e.Message}", e);
        }
    }

    public override async ValueTask<DbConnection> OpenAsync(CancellationToken cancellationToken) =>
        await _source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);

    public override ValueTask<IAsyncDisposable> LockSchemaAsync(CancellationToken cancellationToken) => LeaseAsync("schema", cancellationToken);

    public override async ValueTask DisposeAsync()
    {
        await _source.DisposeAsync().ConfigureAwait(false);
        await _locks.DisposeAsync().ConfigureAwait(false);
    }

    protected override async ValueTask<IAsyncDisposable> TakeLeaseAsync(string name, CancellationToken cancellationToken)
    {
        IAsyncDisposable own = await _own.TakeAsync(name, cancellationToken).ConfigureAwait(false);
        try
        {
            await _places.WaitAsync(cancellationToken).ConfigureAwait(false);
            try
            {
                return new PostgresLease(await LockAsync(name, cancellationToken).ConfigureAwait(false), _places, own);
            }
            catch
            {
                _places.Release();
                throw;
            }
        }
        catch
        {
            await own.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    // The end of the connection is the end of the lock, also when the process is killed.
    private async Task<NpgsqlConnection> LockAsync(string name, CancellationToken cancellationToken)
    {
        NpgsqlConnection connection = await _locks.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            NpgsqlCommand command = new("SELECT pg_advisory_lock($1)", connection) { CommandTimeout = 0, Parameters = { new NpgsqlParameter<long> { TypedValue = KeyOf(name) } } };
            await using (command.ConfigureAwait(false))
            {
                await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
            }

            return connection;
        }
        catch
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    private static long KeyOf(string name) => BinaryPrimitives.ReadInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes("interactor/" + name)));
}

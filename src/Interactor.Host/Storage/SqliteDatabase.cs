using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Interactor.Host.Storage;

/// <summary>A SQLite file, which one host at a time has: its lock file says which.</summary>
internal sealed class SqliteDatabase : Database
{
    private const string FileName = "interactor.db";
    private const UnixFileMode PrivateFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly string _connectionString;
    private readonly FileStream _owner;
    private readonly ProcessLeases _leases = new();

    // SQLite has one writer at a time and lets the others sleep; a queue of our own wakes them at once.
    private readonly SemaphoreSlim _writer = new(1);

    private long _revision;

    private SqliteDatabase(string path, FileStream owner)
    {
        _owner = owner;
        Shown = path;
        _connectionString = new SqliteConnectionStringBuilder { DataSource = path, ForeignKeys = true, DefaultTimeout = 30 }.ToString();
    }

    public override string Shown { get; }

    public override long? Revision => Volatile.Read(ref _revision);

    public override bool TakesArrays => false;

    /// <summary>The file in a directory.</summary>
    public static string PathIn(string directory) => Path.Combine(directory, FileName);

    /// <summary>The file in a directory, where it is there already.</summary>
    /// <exception cref="HostException">It is not.</exception>
    public static string ExistingIn(string directory) => PathIn(directory) is var path && File.Exists(path)
        ? path
        : throw new HostException($"There is no database '{path}'. Name its directory with --data, or a PostgreSQL database with --connection.");

    /// <summary>Opens the file in a directory, both of which are made where there are none.</summary>
    /// <exception cref="HostException">Another host has it, or it is no database.</exception>
    public static async Task<SqliteDatabase> OpenAsync(string directory, CancellationToken cancellationToken)
    {
        string path = PathIn(Make(directory).FullName);
        SqliteDatabase database = new(path, Own(path));
        try
        {
            KeepPrivate(path);
            DbConnection connection = await database.OpenAsync(cancellationToken).ConfigureAwait(false);
            await using (connection.ConfigureAwait(false))
            {
                // Readers do not wait for the writer. A change is on the disk before it counts: SQLite's default, said because grants depend on it.
                DbCommand command = connection.CreateCommand();
                await using (command.ConfigureAwait(false))
                {
                    command.CommandText = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;";
                    await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
                }
            }

            return database;
        }
        catch (Exception e) when (e is SqliteException or IOException or UnauthorizedAccessException)
        {
            await database.DisposeAsync().ConfigureAwait(false);
            throw new HostException($"'{path}' cannot be opened as a database of the host: {e.Message}", e);
        }
    }

    public override async ValueTask<DbConnection> OpenAsync(CancellationToken cancellationToken)
    {
        SqliteConnection connection = new(_connectionString);
        await connection.OpenAsync(cancellationToken).ConfigureAwait(false);
        return connection;
    }

    public override async Task<T> ChangeAsync<T>(Func<DbConnection, DbTransaction, Task<T>> change, CancellationToken cancellationToken)
    {
        await _writer.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            // SQLite waits for the disk on the thread that it is called on, which requests do not have to spare.
            return await Task.Factory.StartNew(
                () => base.ChangeAsync(change, cancellationToken), cancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default).Unwrap().ConfigureAwait(false);
        }
        finally
        {
            // Also after a failure, of which nobody knows how far it came.
            Interlocked.Increment(ref _revision);
            _writer.Release();
        }
    }

    // Only the host that owns the file changes its schema.
    public override ValueTask<IAsyncDisposable> LockSchemaAsync(CancellationToken cancellationToken) => LeaseAsync("schema", cancellationToken);

    public override async ValueTask DisposeAsync()
    {
        SqliteConnection.ClearPool(new SqliteConnection(_connectionString));
        _writer.Dispose();
        await _owner.DisposeAsync().ConfigureAwait(false);
    }

    protected override ValueTask<IAsyncDisposable> TakeLeaseAsync(string name, CancellationToken cancellationToken) => _leases.TakeAsync(name, cancellationToken);

    // A directory that was there may be for more than the host, and stays as it is.
    private static DirectoryInfo Make(string directory) =>
        OperatingSystem.IsWindows() ? Directory.CreateDirectory(directory) : Directory.CreateDirectory(directory, PrivateFile | UnixFileMode.UserExecute);

    // The files beside it, which SQLite makes, get the mode that it has.
    private static void KeepPrivate(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        Open(path, FileShare.ReadWrite).Dispose();
        foreach (string file in (string[])[path, path + "-wal", path + "-shm"])
        {
            if (File.Exists(file) && File.GetUnixFileMode(file) != PrivateFile)
            {
                File.SetUnixFileMode(file, PrivateFile);
            }
        }
    }

    // The operating system ends the lock with its process, however that ends.
    private static FileStream Own(string path)
    {
        try
        {
            return Open(path + ".lock", FileShare.None);
        }
        catch (IOException e)
        {
            throw new HostException($"'{path}' is in use by another host. Stop that one, name another --data directory, or let several hosts share PostgreSQL with --connection.", e);
        }
    }

    private static FileStream Open(string path, FileShare share)
    {
        FileStreamOptions options = new() { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = share, BufferSize = 0 };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = PrivateFile;
        }

        return new FileStream(path, options);
    }
}

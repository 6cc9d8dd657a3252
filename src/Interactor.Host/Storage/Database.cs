using System.Data.Common;
using Dapper;

namespace Interactor.Host.Storage;

/// <summary>The database of the host. The same SQL runs on each of its kinds.</summary>
internal abstract class Database : IAsyncDisposable
{
    private readonly OpenLeases _leases = new();

    static Database() => DefaultTypeMap.MatchNamesWithUnderscores = true;

    /// <summary>What it is called in messages, without a password.</summary>
    public abstract string Shown { get; }

    /// <summary>Counts the changes, where nobody else can make some; null where others write too.</summary>
    public virtual long? Revision => null;

    /// <summary>Whether a statement takes an array as a value.</summary>
    public abstract bool TakesArrays { get; }

    /// <summary>Opens a connection, which goes back to its pool when it is disposed of.</summary>
    public abstract ValueTask<DbConnection> OpenAsync(CancellationToken cancellationToken);

    /// <summary>Takes the exclusive right to change the schema, until it is disposed of.</summary>
    public abstract ValueTask<IAsyncDisposable> LockSchemaAsync(CancellationToken cancellationToken);

    /// <summary>Takes a right that one holder has at a time, of all hosts that share the database. It ends with its holder.</summary>
    public async ValueTask<IAsyncDisposable> LeaseAsync(string name, CancellationToken cancellationToken)
    {
        _leases.Begin();
        try
        {
            return new CountedLease(await TakeLeaseAsync(name, cancellationToken).ConfigureAwait(false), _leases);
        }
        catch
        {
            _leases.End();
            throw;
        }
    }

    /// <summary>Waits until nobody holds or wants a right: a new token that a provider gave under one may be known to nobody else until it is stored.</summary>
    /// <param name="most">How long it waits.</param>
    /// <returns>Whether they all ended.</returns>
    public async Task<bool> SettleAsync(TimeSpan most)
    {
        try
        {
            await _leases.EndedAsync().WaitAsync(most).ConfigureAwait(false);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    /// <summary>Changes in one transaction: all of them are on the disk when the task ends, or none is.</summary>
    public virtual async Task<T> ChangeAsync<T>(Func<DbConnection, DbTransaction, Task<T>> change, CancellationToken cancellationToken)
    {
        DbConnection connection = await OpenAsync(cancellationToken).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            DbTransaction transaction = await connection.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
            await using (transaction.ConfigureAwait(false))
            {
                T result = await change(connection, transaction).ConfigureAwait(false);
                await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
                return result;
            }
        }
    }

    public async Task<int> ChangeAsync(string sql, object? values, CancellationToken cancellationToken) =>
        await ChangeAsync((connection, transaction) => connection.ExecuteAsync(Command(sql, values, transaction, cancellationToken)), cancellationToken).ConfigureAwait(false);

    public async Task<T?> FindAsync<T>(string sql, object? values, CancellationToken cancellationToken)
    {
        DbConnection connection = await OpenAsync(cancellationToken).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            return await connection.QueryFirstOrDefaultAsync<T>(Command(sql, values, null, cancellationToken)).ConfigureAwait(false);
        }
    }

    public async Task<IReadOnlyList<T>> ListAsync<T>(string sql, object? values, CancellationToken cancellationToken)
    {
        DbConnection connection = await OpenAsync(cancellationToken).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            return (await connection.QueryAsync<T>(Command(sql, values, null, cancellationToken)).ConfigureAwait(false)).AsList();
        }
    }

    /// <summary>A statement with its values, which are never part of its text.</summary>
    public static CommandDefinition Command(string sql, object? values, DbTransaction? transaction, CancellationToken cancellationToken) =>
        new(sql, values, transaction, cancellationToken: cancellationToken);

    public abstract ValueTask DisposeAsync();

    /// <summary>Takes the right that <see cref="LeaseAsync"/> counts.</summary>
    protected abstract ValueTask<IAsyncDisposable> TakeLeaseAsync(string name, CancellationToken cancellationToken);
}

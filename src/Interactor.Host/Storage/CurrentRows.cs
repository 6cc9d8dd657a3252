using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;

namespace Interactor.Host.Storage;

/// <summary>
/// Rows that were read before and are still so: known from memory as long as nothing in the database changed since, which a database knows that nobody else
/// writes to. Where others write, each read asks the database.
/// </summary>
/// <param name="database">The database.</param>
/// <param name="most">How many rows are remembered; those go first that were not asked for the longest.</param>
internal sealed class CurrentRows<TKey, TRow>(Database database, int most) : IDisposable
    where TKey : notnull
    where TRow : class
{
    private readonly MemoryCache _rows = new(Options.Create(new MemoryCacheOptions { SizeLimit = most }));

    /// <summary>The row of a key.</summary>
    /// <param name="key">Which one.</param>
    /// <param name="read">Reads it. The second argument is what was remembered of it, which may be out of date; null is a row that there is not.</param>
    public ValueTask<TRow?> GetAsync(TKey key, Func<TKey, TRow?, ValueTask<TRow?>> read)
    {
        Remembered? known = _rows.Get<Remembered>(key);
        return known is { Revision: { } revision } && revision == database.Revision ? new ValueTask<TRow?>(known.Row) : ReadAsync(key, known?.Row, read);
    }

    public void Forget(TKey key) => _rows.Remove(key);

    public void Dispose() => _rows.Dispose();

    private async ValueTask<TRow?> ReadAsync(TKey key, TRow? known, Func<TKey, TRow?, ValueTask<TRow?>> read)
    {
        // Asked before the row is read: what changes meanwhile makes the row one of yesterday.
        long? revision = database.Revision;
        TRow? row = await read(key, known).ConfigureAwait(false);
        if (row is null)
        {
            _rows.Remove(key);
        }
        else
        {
            _rows.Set(key, new Remembered(revision, row), new MemoryCacheEntryOptions { Size = 1 });
        }

        return row;
    }

    private sealed record Remembered(long? Revision, TRow Row);
}

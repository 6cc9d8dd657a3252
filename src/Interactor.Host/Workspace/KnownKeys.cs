using System.Collections.Concurrent;
using Interactor.Host.Storage;

namespace Interactor.Host.Workspace;

/// <summary>
/// The environments of the keys that were shown last, so that not every call asks the database. Who changes a key or an environment says so here afterwards. Where other
/// hosts change them too, what is known is good for a second.
/// </summary>
internal sealed class KnownKeys(Database database, TimeProvider time)
{
    /// <summary>For how long a host goes by what it read where it is not the only one.</summary>
    public static readonly TimeSpan SharedLifetime = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private readonly ConcurrentDictionary<string, Known> _known = new(StringComparer.Ordinal);
    private long _changes;

    /// <summary>Counts the changes, to notice those that happen while a key is looked up.</summary>
    public long Changes => Interlocked.Read(ref _changes);

    /// <summary>The environment of a key; null where it is not known.</summary>
    public HostEnvironment? Find(ApiKey key) =>
        _known.TryGetValue(key.Id, out Known? known) && key.Matches(known.Hash) && (database.IsExclusive || time.GetElapsedTime(known.ReadAt) < SharedLifetime) ? known.Environment : null;

    /// <summary>The time to read at, for <see cref="Add"/>.</summary>
    public long Now => time.GetTimestamp();

    /// <summary>Keeps what was read, unless something changed since the reading began.</summary>
    public void Add(ApiKey key, HostEnvironment environment, long readAt, long changesBefore)
    {
        lock (_gate)
        {
            if (changesBefore == _changes)
            {
                _known[key.Id] = new Known(key.Hash, environment, readAt);
            }
        }
    }

    /// <summary>Forgets all of them: changes are rare.</summary>
    public void Forget()
    {
        lock (_gate)
        {
            Interlocked.Increment(ref _changes);
            _known.Clear();
        }
    }

    private sealed record Known(byte[] Hash, HostEnvironment Environment, long ReadAt);
}

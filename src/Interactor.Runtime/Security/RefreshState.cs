using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace Interactor.Runtime.Security;

/// <summary>What this process knows about the refreshes of a store's accounts. It belongs to the store, so that executors that share one share its refreshes.</summary>
internal sealed class RefreshState
{
    private static readonly ConditionalWeakTable<ICredentialStore, RefreshState> States = [];

    private readonly ConcurrentDictionary<ConnectionKey, UnsavedToken> _unsaved = new();

    /// <summary>The refreshes under way.</summary>
    public ConcurrentDictionary<ConnectionKey, Task<Connection>> Flights { get; } = new();

    public static RefreshState Of(ICredentialStore store) => States.GetOrCreateValue(store);

    /// <summary>Whether a token newer than the session's waits here for the store.</summary>
    public bool HasNewer(Session session) =>
        !_unsaved.IsEmpty
        && _unsaved.TryGetValue(session.Key, out UnsavedToken? unsaved)
        && unsaved.Follows(session.Connection!);

    /// <summary>The stored connection with the token that the store could not keep, where there is one.</summary>
    public Connection Complete(ConnectionKey key, Connection stored)
    {
        if (!_unsaved.TryGetValue(key, out UnsavedToken? unsaved))
        {
            return stored;
        }

        if (unsaved.Follows(stored))
        {
            return stored.With(Connection.MainToken, unsaved.Token);
        }

        // The account was connected again, or another process refreshed: what the store holds decides. An older token is a late answer and decides nothing.
        if (stored.GenerationOf(Connection.MainToken) >= unsaved.Token.Generation)
        {
            Forget(key);
        }

        return stored;
    }

    public void Remember(ConnectionKey key, Connection stored, Token token) => _unsaved[key] = new UnsavedToken(stored.Token(Connection.MainToken), token);

    public void Forget(ConnectionKey key) => _unsaved.TryRemove(key, out _);
}

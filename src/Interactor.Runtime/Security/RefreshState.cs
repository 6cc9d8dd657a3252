using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace Interactor.Runtime.Security;

/// <summary>What this process knows about the refreshes of a store's accounts. It belongs to the store, so that executors that share one share its refreshes.</summary>
internal sealed class RefreshState
{
    private static readonly ConditionalWeakTable<ICredentialStore, RefreshState> States = [];

    private readonly ConcurrentDictionary<TokenKey, UnsavedToken> _unsaved = new();

    /// <summary>The refreshes under way.</summary>
    public ConcurrentDictionary<TokenKey, Task<Connection>> Flights { get; } = new();

    public static RefreshState Of(ICredentialStore store) => States.GetOrCreateValue(store);

    /// <summary>Whether a token newer than the session's waits here for the store.</summary>
    public bool HasNewer(Session session, string name) =>
        !_unsaved.IsEmpty
        && _unsaved.TryGetValue(new TokenKey(session.Key, name), out UnsavedToken? unsaved)
        && unsaved.Follows(session.Connection!);

    /// <summary>The stored connection with the tokens that the store could not keep, where there are any.</summary>
    public Connection Complete(ConnectionKey key, Connection stored)
    {
        if (_unsaved.IsEmpty)
        {
            return stored;
        }

        // The main token first: one that came with it may have been refreshed since, and never the other way round.
        Connection completed = stored;
        foreach ((TokenKey token, UnsavedToken unsaved) in _unsaved.Where(pair => pair.Key.Account == key).OrderBy(static pair => pair.Key.Name != Connection.MainToken))
        {
            if (unsaved.Follows(stored))
            {
                completed = completed.With(token.Name, unsaved.Token);
            }
            else if (stored.GenerationOf(token.Name) >= unsaved.Token.Generation)
            {
                // The account was connected again, or another process refreshed: what the store holds decides. An older token is a late answer and decides nothing.
                Forget(token);
            }
        }

        return completed;
    }

    public void Remember(TokenKey key, Connection stored, Token token)
    {
        foreach (string other in token.Others?.Keys ?? [])
        {
            Forget(key with { Name = other });
        }

        _unsaved[key] = new UnsavedToken(key.Name, stored.Token(key.Name), token);
    }

    public void Forget(TokenKey key) => _unsaved.TryRemove(key, out _);

    /// <summary>Forgets all tokens of an account.</summary>
    public void Forget(ConnectionKey account)
    {
        foreach (TokenKey key in _unsaved.Keys.Where(key => key.Account == account))
        {
            Forget(key);
        }
    }
}

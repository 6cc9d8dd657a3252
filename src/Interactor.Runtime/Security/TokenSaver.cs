using Interactor.Runtime.Execution;
using Interactor.Runtime.Telemetry;

namespace Interactor.Runtime.Security;

/// <summary>
/// Brings a new token into the store. The provider may have withdrawn the old one already, so a store that fails is asked again, and where
/// it goes on failing this process keeps the token and the call goes on with it.
/// </summary>
internal sealed class TokenSaver(ConnectorRuntime runtime)
{
    /// <summary>How often a store may refuse a change before it is one that never takes any.</summary>
    public const int MostRefusals = 8;

    private static readonly TimeSpan[] Waits = [TimeSpan.FromMilliseconds(50), TimeSpan.FromMilliseconds(200), TimeSpan.FromMilliseconds(500)];

    /// <summary>
    /// Says in the store that the refresh token is about to be spent, so that whoever comes after a crash does not take the token for a good one.
    /// Where the store does not take that, the refresh token is not spent.
    /// </summary>
    /// <returns>What the store holds now; where its token is newer, that is the one to use.</returns>
    public Task<Connection> MarkAsync(Session session, string name, Connection stored) =>
        TryAgainAsync(() => TakeTurnsAsync(session, name, stored, held => held.BeginRenewing(name)));

    /// <summary>Takes the mark back, because the refresh token was not spent; a failure to do so costs one refresh.</summary>
    public async Task UnmarkAsync(Session session, string name, Connection stored)
    {
        try
        {
            await session.Store!.ReplaceAsync(session.Key, stored.EndRenewing(name), stored.Generation, CancellationToken.None).ConfigureAwait(false);
        }
        catch (InteractorException e) when (IsOfStore(e))
        {
            // The mark asks for a refresh before the next use, no more.
        }
    }

    /// <summary>Keeps a new token; the answer is the connection to go on with, which another process may have made.</summary>
    /// <param name="stored">What the store held when the token was asked for.</param>
    public async Task<Connection> SaveAsync(Session session, string name, Connection stored, Token token)
    {
        RefreshState state = session.Refreshes!;
        TokenKey key = new(session.Key, name);

        // From here on the token must not get lost, whatever the store does.
        state.Remember(key, stored, token);
        try
        {
            Connection saved = await TryAgainAsync(() => TakeTurnsAsync(session, name, stored, held => held.With(name, token))).ConfigureAwait(false);
            state.Forget(key);
            return state.Complete(session.Key, saved);
        }
        catch (InteractorException e) when (IsOfStore(e))
        {
            RuntimeLog.TokenNotStored(runtime.Log, runtime.Connector.Address);
            return state.Complete(session.Key, stored);
        }
        catch (InteractorException e) when (e.Code == ErrorCode.AuthDenied && stored.Token(name) is null)
        {
            // What replaced no token would follow any connection without one, also that of another grant. A token that replaced one waits for it: the store may have given a late answer.
            state.Forget(key);
            throw;
        }
    }

    /// <summary>Tries once more to keep the tokens that the store could not keep; they are used in any case.</summary>
    public async Task<Connection> SaveAgainAsync(Session session, Connection stored, Connection completed)
    {
        try
        {
            if (await session.Store!.ReplaceAsync(session.Key, completed, stored.Generation, CancellationToken.None).ConfigureAwait(false))
            {
                session.Refreshes!.Forget(session.Key);
            }
        }
        catch (InteractorException e) when (e.Code == ErrorCode.Transient)
        {
            RuntimeLog.TokenNotStored(runtime.Log, runtime.Connector.Address);
        }

        return completed;
    }

    /// <summary>Tries once to keep when a token expires; the answer is the connection to go on with.</summary>
    public static async Task<Connection> SaveEndAsync(Session session, string name, Connection saved, Token token)
    {
        try
        {
            Connection changed = saved.WithEndOf(name, token);
            return await session.Store!.ReplaceAsync(session.Key, changed, saved.Generation, CancellationToken.None).ConfigureAwait(false) ? changed : saved;
        }
        catch (InteractorException e) when (IsOfStore(e))
        {
            // It is asked for again with the next token.
            return saved;
        }
    }

    private async Task<Connection> TryAgainAsync(Func<Task<Connection>> change)
    {
        for (int failures = 0; ; failures++)
        {
            try
            {
                return await change().ConfigureAwait(false);
            }
            catch (InteractorException e) when (IsOfStore(e) && failures < Waits.Length)
            {
                await Task.Delay(Waits[failures], runtime.Time).ConfigureAwait(false);
            }
        }
    }

    private static bool IsOfStore(InteractorException e) => e is { Code: ErrorCode.Transient, InnerException: not null };

    private static async Task<Connection> TakeTurnsAsync(Session session, string name, Connection stored, Func<Connection, Connection> change)
    {
        Connection begun = stored;
        for (int refusals = 0; refusals < MostRefusals; refusals++)
        {
            Connection changed = change(stored);
            if (await session.Store!.ReplaceAsync(session.Key, changed, stored.Generation, CancellationToken.None).ConfigureAwait(false))
            {
                return changed;
            }

            stored = await TokenRenewal.ReadAgainAsync(session, name, begun).ConfigureAwait(false);
            if (stored.GenerationOf(name) > begun.GenerationOf(name))
            {
                return stored;
            }
        }

        throw StoreCalls.NeverTakes();
    }
}

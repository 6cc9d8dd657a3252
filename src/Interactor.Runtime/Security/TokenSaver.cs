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

    /// <summary>Keeps a new token; the answer is the connection to go on with, which another process may have made.</summary>
    /// <param name="stored">What the store held when the token was asked for.</param>
    public async Task<Connection> SaveAsync(Session session, Connection stored, Token token)
    {
        RefreshState state = session.Refreshes!;

        // From here on the token must not get lost, whatever the store does.
        state.Remember(session.Key, stored, token);
        for (int failures = 0; ; failures++)
        {
            try
            {
                Connection saved = await TakeTurnsAsync(session, stored, token).ConfigureAwait(false);
                state.Forget(session.Key);
                return saved;
            }
            catch (InteractorException e) when (e is { Code: ErrorCode.Transient, InnerException: not null })
            {
                if (failures == Waits.Length)
                {
                    RuntimeLog.TokenNotStored(runtime.Log, runtime.Connector.Address);
                    return stored.With(Connection.MainToken, token);
                }
            }

            await Task.Delay(Waits[failures], runtime.Time).ConfigureAwait(false);
        }
    }

    /// <summary>Tries once more to keep a token that the store could not keep; it is used in any case.</summary>
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

    private static async Task<Connection> TakeTurnsAsync(Session session, Connection stored, Token token)
    {
        long seen = stored.GenerationOf(Connection.MainToken);
        for (int refusals = 0; refusals < MostRefusals; refusals++)
        {
            Connection changed = stored.With(Connection.MainToken, token);
            if (await session.Store!.ReplaceAsync(session.Key, changed, stored.Generation, CancellationToken.None).ConfigureAwait(false))
            {
                return changed;
            }

            await Task.Yield();
            stored = await TokenKeeper.ReadAsync(session).ConfigureAwait(false);
            if (stored.GenerationOf(Connection.MainToken) > seen)
            {
                return stored;
            }
        }

        throw StoreCalls.NeverTakes();
    }
}

using System.Collections.Concurrent;
using Interactor.Runtime.Execution;
using Interactor.Runtime.Telemetry;

namespace Interactor.Runtime.Security;

/// <summary>
/// Keeps tokens good. Of all calls in the process that want a new token of one account, one asks for it and the others wait for its answer. What the
/// store holds decides: a generation that moved is used, a new token is written with its refresh token by compare-and-swap, and a call that lost deletes nothing.
/// </summary>
internal sealed class TokenKeeper(ConnectorRuntime runtime)
{
    private static readonly TimeSpan Skew = TimeSpan.FromSeconds(60);

    // A store that answers from a replica is behind for a moment.
    private static readonly TimeSpan[] StaleWaits = [TimeSpan.FromMilliseconds(50), TimeSpan.FromMilliseconds(200), TimeSpan.FromMilliseconds(500)];

    private readonly TokenSaver _saver = new(runtime);

    /// <summary>Whether the token is about to expire, or was never obtained, and another one can be had.</summary>
    public bool IsDue(Session session)
    {
        if (!session.Authenticator.IssuesTokens || !session.CanRenew)
        {
            return false;
        }

        if (session.Refreshes!.HasNewer(session))
        {
            return true;
        }

        return session.MainToken is not { } token || (token.ExpiresAt is { } expiresAt && !session.IsFresh && IsNear(session, expiresAt));
    }

    private bool IsNear(Session session, DateTimeOffset expiresAt)
    {
        TimeSpan left = expiresAt - Skew - runtime.Time.GetUtcNow();
        if (left > TimeSpan.Zero && ReferenceEquals(runtime.Time, TimeProvider.System))
        {
            session.StaysFresh(left);
        }

        return left <= TimeSpan.Zero;
    }

    /// <summary>Replaces a token that is about to expire. While it is still good, a failure to do so does not fail the call.</summary>
    public async ValueTask RenewBeforeUseAsync(ActionContext context)
    {
        Session session = context.Session;
        Token? token = session.MainToken;
        try
        {
            context.Session = await RenewAsync(session, context.CancellationToken).ConfigureAwait(false);
        }
        catch (InteractorException e) when (e.Code != ErrorCode.AuthRevoked && token?.ExpiresAt > runtime.Time.GetUtcNow())
        {
            RuntimeLog.RefreshPostponed(runtime.Log, runtime.Connector.Address, e.CodeText);
        }
    }

    /// <summary>The session with a token newer than the one that <paramref name="session"/> has.</summary>
    public async ValueTask<Session> RenewAsync(Session session, CancellationToken cancellationToken)
    {
        ConcurrentDictionary<ConnectionKey, Task<Connection>> flights = session.Refreshes!.Flights;
        long seen = session.Connection!.GenerationOf(Connection.MainToken);
        for (int i = 0; i < TokenSaver.MostRefusals; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Task<Connection> flight = Join(flights, session);
            try
            {
                Connection connection = await flight.WaitAsync(cancellationToken).ConfigureAwait(false);

                // A flight that began before this session's token was issued has nothing newer for it.
                if (connection.GenerationOf(Connection.MainToken) > seen)
                {
                    return connection.Method == session.Connection.Method
                        ? session.With(connection)
                        : throw new InteractorException(ErrorCode.AuthDenied, "The account was connected by another method while the call was under way.");
                }
            }
            catch (InteractorException e)
            {
                // Everyone who waited gets an exception of their own, to name their own action in.
                throw e.Copy();
            }
        }

        throw StoreCalls.NeverTakes();
    }

    private Task<Connection> Join(ConcurrentDictionary<ConnectionKey, Task<Connection>> flights, Session session)
    {
        TaskCompletionSource<Connection> source = new(TaskCreationOptions.RunContinuationsAsynchronously);
        Task<Connection> flight = flights.GetOrAdd(session.Key, source.Task);
        if (ReferenceEquals(flight, source.Task))
        {
            // The flight outlives the caller that began it: a token that the provider has already replaced must reach the store.
            _ = FlyAsync(flights, session, source);
        }

        return flight;
    }

    private async Task FlyAsync(ConcurrentDictionary<ConnectionKey, Task<Connection>> flights, Session session, TaskCompletionSource<Connection> source)
    {
        try
        {
            Connection connection = await RenewNowAsync(session).ConfigureAwait(false);
            flights.TryRemove(session.Key, out _);
            source.SetResult(connection);
        }
        catch (Exception e)
        {
            flights.TryRemove(session.Key, out _);
            source.SetException(e);

            // Every caller may have given up meanwhile; the failure is then nobody's.
            _ = source.Task.Exception;
        }
    }

    private async Task<Connection> RenewNowAsync(Session session)
    {
        long seen = session.Connection!.GenerationOf(Connection.MainToken);
        Connection stored = await ReadAtLeastAsync(session, seen).ConfigureAwait(false);
        Connection held = session.Refreshes!.Complete(session.Key, stored);
        if (held.GenerationOf(Connection.MainToken) > seen)
        {
            return ReferenceEquals(held, stored) ? held : await _saver.SaveAgainAsync(session, stored, held).ConfigureAwait(false);
        }

        if (held.Status == ConnectionStatus.NeedsReauthorization)
        {
            throw Revoked();
        }

        Session current = session.With(held);
        Token token;
        try
        {
            ActionContext context = new(runtime, action: null, current, options: null, CancellationToken.None) { CarriesCredential = true };
            token = await current.Authenticator.RenewAsync(context, held.Token(Connection.MainToken)).ConfigureAwait(false);
        }
        catch (InteractorException e)
        {
            RuntimeLog.RefreshFailed(runtime.Log, runtime.Connector.Address, e.CodeText, e.ProviderCode);
            RuntimeTelemetry.CountRefresh(runtime.Connector.Address, e.CodeText);
            if (e.Code == ErrorCode.AuthRevoked)
            {
                return await RevokeAsync(session, stored, seen, e).ConfigureAwait(false);
            }

            throw;
        }

        RuntimeTelemetry.CountRefresh(runtime.Connector.Address, error: null);
        return await _saver.SaveAsync(session, stored, token).ConfigureAwait(false);
    }

    private async Task<Connection> RevokeAsync(Session session, Connection stored, long seen, InteractorException cause)
    {
        for (int i = 0; i < TokenSaver.MostRefusals; i++)
        {
            Connection changed = stored with { Status = ConnectionStatus.NeedsReauthorization, Generation = stored.Generation + 1 };
            if (await session.Store!.ReplaceAsync(session.Key, changed, stored.Generation, CancellationToken.None).ConfigureAwait(false))
            {
                session.Refreshes!.Forget(session.Key);
                RuntimeLog.Revoked(runtime.Log, runtime.Connector.Address);
                throw cause;
            }

            // Another process may have used the refresh token first, which is why the provider refuses it here; then its token is the one to use.
            await Task.Yield();
            stored = await ReadAsync(session).ConfigureAwait(false);
            if (stored.GenerationOf(Connection.MainToken) > seen)
            {
                return stored;
            }
        }

        throw StoreCalls.NeverTakes();
    }

    /// <summary>What the store holds. An older token than the one that is known already is a late answer, whose refresh token may not be used again.</summary>
    private async Task<Connection> ReadAtLeastAsync(Session session, long seen)
    {
        RefreshState state = session.Refreshes!;
        for (int i = 0; ; i++)
        {
            Connection stored = await ReadAsync(session).ConfigureAwait(false);
            if (state.Complete(session.Key, stored).GenerationOf(Connection.MainToken) >= seen)
            {
                return stored;
            }

            if (i == StaleWaits.Length)
            {
                throw new InteractorException(ErrorCode.Transient, "The credential store gives an older token than the one that it held before.");
            }

            await Task.Delay(StaleWaits[i], runtime.Time).ConfigureAwait(false);
        }
    }

    /// <summary>What the store holds now.</summary>
    /// <exception cref="InteractorException"><see cref="ErrorCode.AuthDenied"/>: nothing. <see cref="ErrorCode.Transient"/>: it failed.</exception>
    public static async Task<Connection> ReadAsync(Session session) =>
        await session.Store!.ReadAsync(session.Key, CancellationToken.None).ConfigureAwait(false)
        ?? throw new InteractorException(ErrorCode.AuthDenied, "The account is no longer connected.");

    private static InteractorException Revoked() => new(ErrorCode.AuthRevoked, "The grant of the account is gone. Connect it again.");
}

using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
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

    // Flights belong to the store, so that executors that share one also share its refreshes.
    private static readonly ConditionalWeakTable<ICredentialStore, ConcurrentDictionary<ConnectionKey, Task<Connection>>> FlightsByStore = [];

    /// <summary>Whether the token is about to expire, or was never obtained, and another one can be had.</summary>
    public bool IsDue(Session session)
    {
        if (!session.Authenticator.IssuesTokens || !session.CanRenew)
        {
            return false;
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
        ConcurrentDictionary<ConnectionKey, Task<Connection>> flights = FlightsByStore.GetOrCreateValue(session.Store!);
        long seen = session.Connection!.GenerationOf(Connection.MainToken);
        while (true)
        {
            Task<Connection> flight = Join(flights, session);
            try
            {
                Connection connection = await flight.WaitAsync(cancellationToken).ConfigureAwait(false);

                // A flight that began before this session's token was issued has nothing newer for it.
                if (connection.GenerationOf(Connection.MainToken) != seen)
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
        Connection held = await ReadAsync(session).ConfigureAwait(false);
        if (held.GenerationOf(Connection.MainToken) != seen)
        {
            return held;
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
            token = await current.Authenticator.RenewAsync(context, current.Method!.OAuth!, held.Token(Connection.MainToken)).ConfigureAwait(false);
        }
        catch (InteractorException e)
        {
            RuntimeLog.RefreshFailed(runtime.Log, runtime.Connector.Address, e.CodeText, e.ProviderCode);
            RuntimeTelemetry.CountRefresh(runtime.Connector.Address, e.CodeText);
            if (e.Code == ErrorCode.AuthRevoked)
            {
                return await RevokeAsync(session, held, seen, e).ConfigureAwait(false);
            }

            throw;
        }

        RuntimeTelemetry.CountRefresh(runtime.Connector.Address, error: null);
        return await StoreAsync(session, held, seen, token).ConfigureAwait(false);
    }

    private static async Task<Connection> StoreAsync(Session session, Connection held, long seen, Token token)
    {
        while (true)
        {
            Connection changed = held.With(Connection.MainToken, token);
            if (await session.Store!.TryReplaceAsync(session.Key, changed, held.Generation, CancellationToken.None).ConfigureAwait(false))
            {
                return changed;
            }

            held = await ReadAsync(session).ConfigureAwait(false);
            if (held.GenerationOf(Connection.MainToken) != seen)
            {
                return held;
            }
        }
    }

    private async Task<Connection> RevokeAsync(Session session, Connection held, long seen, InteractorException cause)
    {
        while (true)
        {
            Connection changed = held with { Status = ConnectionStatus.NeedsReauthorization, Generation = held.Generation + 1 };
            if (await session.Store!.TryReplaceAsync(session.Key, changed, held.Generation, CancellationToken.None).ConfigureAwait(false))
            {
                RuntimeLog.Revoked(runtime.Log, runtime.Connector.Address);
                throw cause;
            }

            // Another process may have used the refresh token first, which is why the provider refuses it here; then its token is the one to use.
            held = await ReadAsync(session).ConfigureAwait(false);
            if (held.GenerationOf(Connection.MainToken) != seen)
            {
                return held;
            }
        }
    }

    private static async Task<Connection> ReadAsync(Session session) =>
        await session.Store!.GetAsync(session.Key, CancellationToken.None).ConfigureAwait(false)
        ?? throw new InteractorException(ErrorCode.AuthDenied, "The account is no longer connected.");

    private static InteractorException Revoked() => new(ErrorCode.AuthRevoked, "The grant of the account is gone. Connect it again.");
}

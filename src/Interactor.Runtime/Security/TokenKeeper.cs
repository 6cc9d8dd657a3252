using System.Collections.Concurrent;
using Interactor.Runtime.Execution;
using Interactor.Runtime.Telemetry;

namespace Interactor.Runtime.Security;

/// <summary>
/// Keeps tokens good. Of all calls in the process that want the next of one token, one asks for it and the others wait for its answer.
/// </summary>
internal sealed class TokenKeeper(ConnectorRuntime runtime)
{
    private readonly TokenRenewal _renewal = new(runtime);

    /// <summary>Whether a token is about to expire, or was never obtained, and another one can be had.</summary>
    public bool IsDue(Session session)
    {
        if (!session.KeepsTokens)
        {
            return false;
        }

        if (IsDue(session, Connection.MainToken))
        {
            return true;
        }

        // Each call comes here, so without an enumerator.
        IReadOnlyList<NamedToken> others = session.Method!.NamedTokens;
        for (int i = 0; i < others.Count; i++)
        {
            if (IsDue(session, others[i].Name))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsDue(Session session, string name)
    {
        if (!session.CanRenew(name))
        {
            return false;
        }

        if (session.Refreshes!.HasNewer(session, name))
        {
            return true;
        }

        bool isMain = name == Connection.MainToken;
        return (isMain ? session.MainToken : session.Connection!.Token(name)) is not { } token
            || session.Connection!.IsRenewing(name)
            || (token.ExpiresAt is { } expiresAt && !(isMain && session.IsFresh) && IsNear(session, isMain, expiresAt, TokenLifetime.MarginOf(token)));
    }

    private bool IsNear(Session session, bool isMain, DateTimeOffset expiresAt, TimeSpan margin)
    {
        // Two times always have a time between them; a time before a time need not be one.
        TimeSpan left = expiresAt - runtime.Time.GetUtcNow() - margin;
        if (isMain && left > TimeSpan.Zero && ReferenceEquals(runtime.Time, TimeProvider.System))
        {
            session.StaysFresh(left);
        }

        return left <= TimeSpan.Zero;
    }

    /// <summary>Replaces tokens that are about to expire. While one is still good, a failure to do so does not fail the call.</summary>
    public async ValueTask RenewBeforeUseAsync(ActionContext context)
    {
        // The main token first: others may be had by it.
        foreach (string name in context.Session.Method!.NamedTokens.Select(static named => named.Name).Prepend(Connection.MainToken))
        {
            Session session = context.Session;
            if (!IsDue(session, name))
            {
                continue;
            }

            try
            {
                context.Session = await RenewAsync(session, name, context.CancellationToken).ConfigureAwait(false);
            }
            catch (InteractorException e) when (e.Code != ErrorCode.AuthRevoked && session.Connection!.Token(name)?.ExpiresAt > runtime.Time.GetUtcNow())
            {
                RuntimeLog.RefreshPostponed(runtime.Log, runtime.Connector.Address, e.CodeText);
            }
        }
    }

    /// <summary>The session with newer tokens than those that a response called expired.</summary>
    public async ValueTask<Session> RenewCarriedAsync(Session refused, CancellationToken cancellationToken)
    {
        Session session = refused;
        foreach (string name in refused.Carried())
        {
            // The renewal of the one before may have found that another process renewed this one meanwhile.
            if (session.Connection!.GenerationOf(name) == refused.Connection!.GenerationOf(name))
            {
                session = await RenewAsync(session, name, cancellationToken).ConfigureAwait(false);
            }
        }

        return session;
    }

    /// <summary>The session with a newer token of a name. Where the main token is not good enough to ask for it, that is renewed first.</summary>
    private async ValueTask<Session> RenewAsync(Session session, string name, CancellationToken cancellationToken)
    {
        try
        {
            return await RenewOneAsync(session, name, cancellationToken).ConfigureAwait(false);
        }
        catch (InteractorException e) when (e.Code == ErrorCode.AuthExpired && name != Connection.MainToken && session.AsksFor(name) && session.CanRenew(Connection.MainToken))
        {
            Session renewed = await RenewOneAsync(session, Connection.MainToken, cancellationToken).ConfigureAwait(false);
            return await RenewOneAsync(renewed, name, cancellationToken).ConfigureAwait(false);
        }
    }

    private async ValueTask<Session> RenewOneAsync(Session session, string name, CancellationToken cancellationToken)
    {
        ConcurrentDictionary<TokenKey, Task<Connection>> flights = session.Refreshes!.Flights;
        long seen = session.Connection!.GenerationOf(name);
        for (int i = 0; i < TokenSaver.MostRefusals; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Task<Connection> flight = Join(flights, session, name);
            try
            {
                Connection connection = await flight.WaitAsync(cancellationToken).ConfigureAwait(false);

                // A flight that began before this session's token was issued has nothing newer for it.
                if (connection.GenerationOf(name) > seen)
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

    private Task<Connection> Join(ConcurrentDictionary<TokenKey, Task<Connection>> flights, Session session, string name)
    {
        TaskCompletionSource<Connection> source = new(TaskCreationOptions.RunContinuationsAsynchronously);
        TokenKey key = new(session.Key, name);
        Task<Connection> flight = flights.GetOrAdd(key, source.Task);
        if (ReferenceEquals(flight, source.Task))
        {
            // The flight outlives the caller that began it: a token that the provider has already replaced must reach the store.
            _ = FlyAsync(flights, session, key, source);
        }

        return flight;
    }

    private async Task FlyAsync(ConcurrentDictionary<TokenKey, Task<Connection>> flights, Session session, TokenKey key, TaskCompletionSource<Connection> source)
    {
        try
        {
            Connection connection = await _renewal.RenewAsync(session, key.Name).ConfigureAwait(false);
            flights.TryRemove(key, out _);
            source.SetResult(connection);
        }
        catch (Exception e)
        {
            flights.TryRemove(key, out _);
            source.SetException(e);

            // Every caller may have given up meanwhile; the failure is then nobody's.
            _ = source.Task.Exception;
        }
    }
}

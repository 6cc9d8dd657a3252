using System.Collections.Concurrent;
using Interactor.Runtime.Execution;
using Interactor.Runtime.Telemetry;

namespace Interactor.Runtime.Security;

/// <summary>
/// Keeps tokens good. Of all calls in the process that want a new token of one account, one asks for it and the others wait for its answer.
/// </summary>
internal sealed class TokenKeeper(ConnectorRuntime runtime)
{
    private static readonly TimeSpan Skew = TimeSpan.FromSeconds(60);

    private readonly TokenRenewal _renewal = new(runtime);

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

        return session.MainToken is not { } token
            || session.Connection!.Status == ConnectionStatus.Renewing
            || (token.ExpiresAt is { } expiresAt && !session.IsFresh && IsNear(session, expiresAt));
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
            Connection connection = await _renewal.RenewAsync(session).ConfigureAwait(false);
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
}

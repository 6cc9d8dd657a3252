using Interactor.Runtime.Execution;
using Interactor.Runtime.Telemetry;

namespace Interactor.Runtime.Security;

/// <summary>
/// Replaces a token at the provider, in an order that loses no grant whoever dies when: the lease of the account, what the store holds now, a mark
/// in the store that a refresh token is about to be spent, the request, the new token in the store with its refresh token, the end of the lease.
/// </summary>
internal sealed class TokenRenewal(ConnectorRuntime runtime)
{
    // A store that answers from a replica is behind for a moment.
    private static readonly TimeSpan[] StaleWaits = [TimeSpan.FromMilliseconds(50), TimeSpan.FromMilliseconds(200), TimeSpan.FromMilliseconds(500)];

    private readonly TokenSaver _saver = new(runtime);
    private int _hasWarned;

    /// <summary>The connection with a token newer than the session's of that name: the provider's, or one that another process got meanwhile.</summary>
    public async Task<Connection> RenewAsync(Session session, string name)
    {
        IAsyncDisposable lease = await session.Store!.TakeLeaseAsync(session.Key, CancellationToken.None).ConfigureAwait(false);
        try
        {
            return await RenewAloneAsync(session, name).ConfigureAwait(false);
        }
        finally
        {
            await lease.ReleaseAsync(runtime).ConfigureAwait(false);
        }
    }

    private async Task<Connection> RenewAloneAsync(Session session, string name)
    {
        long seen = session.Connection!.GenerationOf(name);
        Connection stored = await ReadAtLeastAsync(session, name, seen).ConfigureAwait(false);
        Connection held = session.Refreshes!.Complete(session.Key, stored);
        if (held.GenerationOf(name) > seen)
        {
            return ReferenceEquals(held, stored) ? held : await _saver.SaveAgainAsync(session, stored, held).ConfigureAwait(false);
        }

        if (held.Status == ConnectionStatus.NeedsReauthorization)
        {
            throw Revoked();
        }

        // A mark that is there already is of someone who died after it, or of a refresh without an answer: it stays until an answer is stored.
        bool isMarkedHere = session.SpendsRefresh(name, held.Token(name)) && !stored.IsRenewing(name);
        if (isMarkedHere)
        {
            stored = await _saver.MarkAsync(session, name, stored).ConfigureAwait(false);
            if (stored.GenerationOf(name) > seen)
            {
                return stored;
            }
        }

        return await RequestAsync(session, name, stored, held, isMarkedHere).ConfigureAwait(false);
    }

    private async Task<Connection> RequestAsync(Session session, string name, Connection stored, Connection held, bool isMarkedHere)
    {
        Session current = session.With(held);
        Token token;
        try
        {
            ActionContext context = new(runtime, action: null, current, options: null, CancellationToken.None) { CarriesCredential = true };
            token = await current.RenewAsync(context, name).ConfigureAwait(false);
        }
        catch (InteractorException e)
        {
            RuntimeLog.RefreshFailed(runtime.Log, runtime.Connector.Address, e.CodeText, e.ProviderCode);
            RuntimeTelemetry.CountRefresh(runtime.Connector.Address, e.CodeText);
            if (e.Code == ErrorCode.AuthRevoked)
            {
                return await RevokeAsync(session, name, stored, e).ConfigureAwait(false);
            }

            // A refusal spends nothing; a failure of the provider may have.
            if (isMarkedHere && e.Status is >= 400 and < 500)
            {
                await _saver.UnmarkAsync(session, name, stored).ConfigureAwait(false);
            }

            throw;
        }

        RuntimeTelemetry.CountRefresh(runtime.Connector.Address, token.Fault?.CodeText);
        WarnOfLoss(current, name, token);
        Connection saved = await _saver.SaveAsync(session, name, stored, token).ConfigureAwait(false);
        if (token.Fault is { } fault)
        {
            RuntimeLog.RefreshFailed(runtime.Log, runtime.Connector.Address, fault.CodeText, fault.ProviderCode);
            throw fault;
        }

        return await LearnEndAsync(session, name, saved).ConfigureAwait(false);
    }

    // What the application gave holds a refresh token that is spent from now on, and the next one is in no store that outlives the client.
    private void WarnOfLoss(Session session, string name, Token next)
    {
        bool isLost = !ReferenceEquals(session.Store, runtime.Store)
            && !session.Authenticator.ObtainsFirstToken
            && session.Connection!.Token(name)?.Refresh is { } spent
            && next.Refresh != spent;
        if (isLost && Interlocked.Exchange(ref _hasWarned, 1) == 0)
        {
            RuntimeLog.RotationNotStored(runtime.Log, runtime.Connector.Address);
        }
    }

    // Only once the token is safe: a question to the provider takes time, in which a process may end.
    private async Task<Connection> LearnEndAsync(Session session, string name, Connection saved)
    {
        Session current = session.With(saved);
        if (!OAuth2Introspection.AppliesTo(current, name))
        {
            return saved;
        }

        ActionContext context = new(runtime, action: null, current, options: null, CancellationToken.None) { CarriesCredential = true };
        Token token = await OAuth2Introspection.CompleteAsync(context, saved.Token(name)!).ConfigureAwait(false);
        return token.ExpiresAt is null ? saved : await TokenSaver.SaveEndAsync(session, name, saved, token).ConfigureAwait(false);
    }

    private async Task<Connection> RevokeAsync(Session session, string name, Connection stored, InteractorException cause)
    {
        Connection begun = stored;
        for (int i = 0; i < TokenSaver.MostRefusals; i++)
        {
            Connection changed = stored with { Status = ConnectionStatus.NeedsReauthorization, RenewingTokens = null, Generation = stored.Generation + 1 };
            if (await session.Store!.ReplaceAsync(session.Key, changed, stored.Generation, CancellationToken.None).ConfigureAwait(false))
            {
                session.Refreshes!.Forget(session.Key);
                RuntimeLog.Revoked(runtime.Log, runtime.Connector.Address);
                throw cause;
            }

            // Another process may have used the refresh token first, which is why the provider refuses it here; then its token is the one to use.
            stored = await ReadAgainAsync(session, name, begun).ConfigureAwait(false);
            if (stored.GenerationOf(name) > begun.GenerationOf(name))
            {
                return stored;
            }
        }

        throw StoreCalls.NeverTakes();
    }

    /// <summary>What the store holds. An older token than the one that is known already is a late answer, whose refresh token may not be used again.</summary>
    private async Task<Connection> ReadAtLeastAsync(Session session, string name, long seen)
    {
        RefreshState state = session.Refreshes!;
        for (int i = 0; ; i++)
        {
            Connection stored = await ReadAsync(session).ConfigureAwait(false);
            if (state.Complete(session.Key, stored).GenerationOf(name) >= seen)
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

    /// <summary>What the store holds after it refused a change: a newer token than the one that was begun with, or that one still.</summary>
    /// <exception cref="InteractorException"><see cref="ErrorCode.AuthDenied"/>: the connection of another grant, of which the answer to this one says nothing; or none.</exception>
    public static async Task<Connection> ReadAgainAsync(Session session, string name, Connection begun)
    {
        await Task.Yield();
        Connection stored = await ReadAsync(session).ConfigureAwait(false);
        return stored.GenerationOf(name) > begun.GenerationOf(name) || stored.IsOfGrant(begun, name)
            ? stored
            : throw new InteractorException(ErrorCode.AuthDenied, "The account was connected anew while its token was renewed. Try again.");
    }

    /// <summary>What the store holds now.</summary>
    /// <exception cref="InteractorException"><see cref="ErrorCode.AuthDenied"/>: nothing. <see cref="ErrorCode.Transient"/>: it failed.</exception>
    public static async Task<Connection> ReadAsync(Session session) =>
        await session.Store!.ReadAsync(session.Key, CancellationToken.None).ConfigureAwait(false)
        ?? throw new InteractorException(ErrorCode.AuthDenied, "The account is no longer connected.");

    private static InteractorException Revoked() => new(ErrorCode.AuthRevoked, "The grant of the account is gone. Connect it again.");
}

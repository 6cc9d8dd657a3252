using Interactor.Runtime.Execution;
using Interactor.Runtime.Telemetry;

namespace Interactor.Runtime.Security;

/// <summary>Calls of a credential store. It is the application's and may throw anything; a call that fails may work later.</summary>
internal static class StoreCalls
{
    /// <summary>The connection of an account, or null where there is none.</summary>
    public static async ValueTask<Connection?> ReadAsync(this ICredentialStore store, ConnectionKey key, CancellationToken cancellationToken)
    {
        try
        {
            return await store.GetAsync(key, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (IsFailure(e, cancellationToken))
        {
            throw Failure(e);
        }
    }

    /// <summary>Replaces the connection if the one that is held has the expected generation.</summary>
    public static async ValueTask<bool> ReplaceAsync(
        this ICredentialStore store, ConnectionKey key, Connection connection, long expectedGeneration, CancellationToken cancellationToken)
    {
        try
        {
            return await store.TryReplaceAsync(key, connection, expectedGeneration, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (IsFailure(e, cancellationToken))
        {
            throw Failure(e);
        }
    }

    /// <summary>Forgets the connection of an account.</summary>
    public static async ValueTask ForgetAsync(this ICredentialStore store, ConnectionKey key, CancellationToken cancellationToken)
    {
        try
        {
            await store.DeleteAsync(key, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (IsFailure(e, cancellationToken))
        {
            throw Failure(e);
        }
    }

    /// <summary>Waits for the lease of an account.</summary>
    public static async ValueTask<IAsyncDisposable> TakeLeaseAsync(this ICredentialStore store, ConnectionKey key, CancellationToken cancellationToken)
    {
        try
        {
            return await store.LeaseAsync(key, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (IsFailure(e, cancellationToken))
        {
            throw Failure(e);
        }
    }

    /// <summary>Ends a lease. A failure is logged, not thrown: what was done under the lease is done.</summary>
    public static async ValueTask ReleaseAsync(this IAsyncDisposable lease, ConnectorRuntime runtime)
    {
        try
        {
            await lease.DisposeAsync().ConfigureAwait(false);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            RuntimeLog.LeaseNotReleased(runtime.Log, runtime.Connector.Address);
        }
    }

    /// <summary>Whether a store's exception is a failure: not the caller's own cancellation, and not one that says itself what it means.</summary>
    public static bool IsFailure(Exception e, CancellationToken cancellationToken) =>
        e is not (InteractorException or OutOfMemoryException) && !(e is OperationCanceledException && cancellationToken.IsCancellationRequested);

    /// <summary>What a store's exception becomes; its own message stays with the inner exception, because it may quote what it could not keep.</summary>
    public static InteractorException Failure(Exception e) => new(ErrorCode.Transient, "The credential store failed.", e);

    /// <summary>What a store becomes that refuses every change and yet never shows another one.</summary>
    public static InteractorException NeverTakes() =>
        new(ErrorCode.Transient, "The credential store takes no change of the connection, because its generation moved each time.");
}

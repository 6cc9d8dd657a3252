using Interactor.Runtime;
using Interactor.Runtime.Security;
using Interactor.Testing.Sandbox;

namespace Interactor.Host.Connectors;

/// <summary>The accounts of a draft that is tried. Any name is an account, which the sandbox consents to when it is first wanted; they live in memory.</summary>
internal sealed class TrialAccounts(SandboxServer sandbox, ConnectorDescriptor connector) : ICredentialStore
{
    private readonly InMemoryCredentialStore _connected = new();

    /// <inheritdoc/>
    public async ValueTask<Connection?> GetAsync(ConnectionKey key, CancellationToken cancellationToken)
    {
        if (await _connected.GetAsync(key, cancellationToken).ConfigureAwait(false) is { } held)
        {
            return held;
        }

        if (connector.Methods.FirstOrDefault(static method => method.Kind is not (SecurityKind.None or SecurityKind.OAuth2Device)) is not { } first)
        {
            return null;
        }

        try
        {
            Connection connection = await SandboxAccount.ConnectAsync(sandbox, connector, first.Id, cancellation: cancellationToken).ConfigureAwait(false);
            await _connected.TryReplaceAsync(key, connection, expectedGeneration: 0, cancellationToken).ConfigureAwait(false);
        }
        catch (SandboxException)
        {
            // The sandbox does not play this method: then the account is one that is not connected.
        }

        return await _connected.GetAsync(key, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public ValueTask<bool> TryReplaceAsync(ConnectionKey key, Connection connection, long expectedGeneration, CancellationToken cancellationToken) =>
        _connected.TryReplaceAsync(key, connection, expectedGeneration, cancellationToken);

    /// <inheritdoc/>
    public ValueTask DeleteAsync(ConnectionKey key, CancellationToken cancellationToken) => _connected.DeleteAsync(key, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<IAsyncDisposable> LeaseAsync(ConnectionKey key, CancellationToken cancellationToken) => _connected.LeaseAsync(key, cancellationToken);
}

namespace Interactor.Runtime.Security;

/// <content>Consent on another device (RFC 8628).</content>
public sealed partial class ConnectionFlow
{
    /// <summary>Begins the device authorization grant: the person enters a code at the provider, on any device.</summary>
    /// <param name="method">The id of a method of kind <see cref="SecurityKind.OAuth2Device"/>.</param>
    /// <param name="variables">The values that the person gave; those of the options need not be repeated.</param>
    /// <param name="account">The account to keep the connection under; null to only return it.</param>
    /// <param name="scopes">The scopes to ask for; null for all that the method's actions need.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="InteractorException"><see cref="ErrorCode.InputInvalid"/>: the method or a variable is not valid. Other codes: the provider gave no code.</exception>
    public async Task<DeviceStart> BeginDeviceAsync(
        string method,
        IReadOnlyDictionary<string, string>? variables = null,
        string? account = null,
        IReadOnlyList<string>? scopes = null,
        CancellationToken cancellationToken = default)
    {
        NamedAccount.Check(account, _runtime);
        SecurityMethod security = MethodOf(method);
        if (security is not { Kind: SecurityKind.OAuth2Device, OAuth: { DeviceUrl: not null } settings })
        {
            throw Invalid($"The method '{method}' has no consent on another device.");
        }

        Session session = SessionOf(security, variables ?? new Dictionary<string, string>());
        PendingDevice draft = new()
        {
            Connector = _runtime.Connector.Address,
            Method = method,
            Account = account,
            DeviceCode = "",
            Interval = TimeSpan.Zero,
            Scopes = scopes ?? ScopeSet.Of(_runtime.Connector, security),
            Variables = session.Connection!.Variables,
            ExpiresAt = _runtime.Time.GetUtcNow() + PendingTime,
        };
        try
        {
            return await OAuth2DeviceAuthenticator.BeginAsync(_requests.ContextOf(session, cancellationToken), settings, draft).ConfigureAwait(false);
        }
        catch (InteractorException e)
        {
            e.Locate(_runtime.Connector.Address, action: null);
            throw;
        }
    }

    /// <summary>Waits until the person consented, learns facts, verifies, and keeps the connection.</summary>
    /// <param name="pending">What <see cref="BeginDeviceAsync"/> gave. The caller makes sure that it is used once.</param>
    /// <param name="cancellationToken">Ends the wait; it may be begun again until the code is no longer good.</param>
    /// <exception cref="InteractorException"><see cref="ErrorCode.AuthDenied"/>: the person refused, or did not consent in time. Other codes: a request failed.</exception>
    public async Task<Connection> CompleteDeviceAsync(PendingDevice pending, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(pending);
        SecurityMethod security = MethodOf(pending.Method);
        if (security is not { Kind: SecurityKind.OAuth2Device, OAuth: { } settings } || pending.Connector != _runtime.Connector.Address)
        {
            throw Invalid("What is pending belongs to another connector or method.");
        }

        try
        {
            PendingRules.Check(pending);
            NamedAccount.Check(pending.Account, _runtime);
            Session session = SessionOf(security, pending.Variables);
            Token token = await OAuth2DeviceAuthenticator.WaitAsync(_requests.ContextOf(session, cancellationToken), settings, pending).ConfigureAwait(false);
            return await EstablishAsync(WithToken(session, Connection.MainToken, token), pending.Account, cancellationToken).ConfigureAwait(false);
        }
        catch (InteractorException e)
        {
            e.Locate(_runtime.Connector.Address, action: null);
            throw;
        }
    }
}

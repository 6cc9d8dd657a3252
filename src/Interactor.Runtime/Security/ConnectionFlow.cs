using System.Security.Cryptography;
using System.Text;
using Interactor.Runtime.Execution;

namespace Interactor.Runtime.Security;

/// <summary>
/// Connects and disconnects accounts of one connector: begin, acquire, learn facts, verify, keep. Nothing is kept before all of it worked.
/// </summary>
public sealed partial class ConnectionFlow
{
    /// <summary>How long a person may take at the provider.</summary>
    private static readonly TimeSpan PendingTime = TimeSpan.FromMinutes(15);

    private readonly ConnectorRuntime _runtime;
    private readonly ConnectionRequests _requests;

    /// <summary>The flows of a connector with the options of its user. <see cref="ConnectorOptions.CredentialStore"/> is where connections are kept.</summary>
    public ConnectionFlow(ConnectorDescriptor connector, ConnectorOptions options)
    {
        _runtime = new ConnectorRuntime(connector, options);
        _requests = new ConnectionRequests(_runtime);
    }

    /// <summary>Begins the authorization code grant (RFC 6749, section 4.1) with PKCE (RFC 7636), or that of OAuth 1.0 (RFC 5849, section 2).</summary>
    /// <param name="method">The id of a method of kind <see cref="SecurityKind.OAuth2Code"/>, or <see cref="SecurityKind.OAuth1"/> with endpoints.</param>
    /// <param name="redirectUri">Where the provider sends the person back to: absolute, without fragment. The application checks that it is one of its own.</param>
    /// <param name="variables">The values that the person gave; those of the options need not be repeated.</param>
    /// <param name="account">The account to keep the connection under; null to only return it.</param>
    /// <param name="scopes">The scopes to ask for; null for all that the method's actions need.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="InteractorException">
    /// <see cref="ErrorCode.InputInvalid"/>: the method, the redirect URI, the account or a variable is not valid. <see cref="ErrorCode.AuthDenied"/>: an account is named,
    /// but no store is set. Other codes: OAuth 1.0 asks the provider.
    /// </exception>
    public async ValueTask<AuthorizationStart> BeginAsync(
        string method,
        Uri redirectUri,
        IReadOnlyDictionary<string, string>? variables = null,
        string? account = null,
        IReadOnlyList<string>? scopes = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(redirectUri);
        cancellationToken.ThrowIfCancellationRequested();
        NamedAccount.Check(account, _runtime);
        SecurityMethod security = MethodOf(method);
        if (!security.NeedsPerson || security.Kind == SecurityKind.OAuth2Device)
        {
            throw Invalid($"The method '{method}' does not send a person to the provider.");
        }

        if (!redirectUri.IsAbsoluteUri || redirectUri.Fragment.Length > 0)
        {
            throw Invalid("The redirect URI is not absolute, or has a fragment (RFC 6749, section 3.1.2).");
        }

        Session session = SessionOf(security, variables ?? new Dictionary<string, string>());
        PendingConnection pending = new()
        {
            Connector = _runtime.Connector.Address,
            Method = method,
            Account = account,
            RedirectUri = redirectUri.OriginalString,
            State = Pkce.NewSecret(),
            CodeVerifier = security.OAuth is { Pkce: true } ? Pkce.NewSecret() : null,
            Scopes = scopes ?? ScopeSet.Of(_runtime.Connector, security),
            Variables = session.Connection!.Variables,
            ExpiresAt = _runtime.Time.GetUtcNow() + PendingTime,
        };
        try
        {
            ActionContext context = _requests.ContextOf(session, cancellationToken);
            return security.OAuth1 is { } oauth1
                ? await OAuth1Flow.BeginAsync(context, oauth1, pending).ConfigureAwait(false)
                : new AuthorizationStart(AuthorizationUrl.Of(security.OAuth!, pending, context), pending);
        }
        catch (InteractorException e)
        {
            e.Locate(_runtime.Connector.Address, action: null);
            throw;
        }
    }

    /// <summary>Completes what <see cref="BeginAsync"/> began: checks the callback, exchanges the code, learns facts, verifies, and keeps the connection.</summary>
    /// <param name="pending">What <see cref="BeginAsync"/> gave. The caller makes sure that it is used once.</param>
    /// <param name="callbackQuery">The query of the callback as it came, with or without its <c>?</c>.</param>
    /// <param name="cancellationToken">Ends the wait; a connection that was not kept yet is lost.</param>
    /// <exception cref="InteractorException">
    /// <see cref="ErrorCode.AuthDenied"/>: the callback is late, not ours, or says that the person or the provider refused; or there is no store for the account.
    /// Other codes: a request failed.
    /// </exception>
    public async Task<Connection> CompleteAsync(PendingConnection pending, string callbackQuery, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(pending);
        ArgumentNullException.ThrowIfNull(callbackQuery);
        try
        {
            PendingRules.Check(pending);
            NamedAccount.Check(pending.Account, _runtime);
            SecurityMethod security = MethodOf(pending.Method);
            string code = CodeOf(pending, new CallbackQuery(callbackQuery), security.OAuth1 is not null);
            Session session = SessionOf(security, pending.Variables);
            ActionContext context = _requests.ContextOf(session, cancellationToken);
            Token token = security.OAuth1 is { } oauth1
                ? await OAuth1Flow.ExchangeAsync(context, oauth1, code, pending).ConfigureAwait(false)
                : await OAuth2CodeAuthenticator.ExchangeAsync(context, security.OAuth!, code, pending).ConfigureAwait(false);
            return await EstablishAsync(WithToken(session, Connection.MainToken, token), pending.Account, cancellationToken).ConfigureAwait(false);
        }
        catch (InteractorException e)
        {
            e.Locate(_runtime.Connector.Address, action: null);
            throw;
        }
    }

    /// <summary>Connects with values that are given: a key, a user name and password, a token, or a client's own credentials.</summary>
    /// <param name="method">The id of a method of any kind that sends no person to the provider.</param>
    /// <param name="variables">The values; those of the options need not be repeated.</param>
    /// <param name="account">The account to keep the connection under; null to only return it.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="InteractorException">
    /// <see cref="ErrorCode.InputInvalid"/>: the account is empty, or a variable is missing or not valid. Other codes: there is no store for the account, the provider
    /// refused, or a request failed.
    /// </exception>
    public async Task<Connection> ConnectAsync(
        string method, IReadOnlyDictionary<string, string> variables, string? account = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(variables);
        try
        {
            NamedAccount.Check(account, _runtime);
            SecurityMethod security = MethodOf(method);
            if (security.NeedsPerson)
            {
                throw Invalid($"The method '{method}' needs a person at the provider.");
            }

            Session session = SessionOf(security, variables);
            if (session.Authenticator.ObtainsFirstToken)
            {
                ActionContext context = _requests.ContextOf(session, cancellationToken);
                session = WithToken(session, Connection.MainToken, await session.Authenticator.RenewAsync(context, current: null).ConfigureAwait(false));
            }

            return await EstablishAsync(session, account, cancellationToken).ConfigureAwait(false);
        }
        catch (InteractorException e)
        {
            e.Locate(_runtime.Connector.Address, action: null);
            throw;
        }
    }

    /// <summary>Withdraws the grant at the provider, where the method has a request for that, and forgets the connection in any case.</summary>
    /// <returns>Whether the provider confirmed; false where it failed or has no such request, or where the account was not connected.</returns>
    /// <exception cref="InteractorException">
    /// <see cref="ErrorCode.InputInvalid"/>: the account is empty. <see cref="ErrorCode.AuthDenied"/>: no store is set. <see cref="ErrorCode.Transient"/>: the store failed.
    /// </exception>
    public async Task<bool> DisconnectAsync(string account, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(account);
        ICredentialStore store = NamedAccount.StoreOf(account, _runtime);
        ConnectionKey key = new(_runtime.Connector.Address, account);
        IAsyncDisposable settled = await store.TakeLeaseAsync(key, cancellationToken).ConfigureAwait(false);
        await settled.ReleaseAsync(_runtime).ConfigureAwait(false);

        // A request of the definition's carries a token, which is renewed where it expired: that takes the lease itself.
        bool isWithdrawn = await WithdrawAsync(key, store, isRevocation: false, cancellationToken).ConfigureAwait(false);

        // A refresh that is under way ends first: its token is the one to revoke, and is not written over what is connected next.
        IAsyncDisposable lease = await store.TakeLeaseAsync(key, cancellationToken).ConfigureAwait(false);
        try
        {
            isWithdrawn |= await WithdrawAsync(key, store, isRevocation: true, cancellationToken).ConfigureAwait(false);
            await store.ForgetAsync(key, cancellationToken).ConfigureAwait(false);
            RefreshState.Of(store).Forget(key);
        }
        finally
        {
            await lease.ReleaseAsync(_runtime).ConfigureAwait(false);
        }

        return isWithdrawn;
    }

    // By the request that its method has: the standard's (RFC 7009), or one of the definition's.
    private async Task<bool> WithdrawAsync(ConnectionKey key, ICredentialStore store, bool isRevocation, CancellationToken cancellationToken)
    {
        Connection? stored = await store.ReadAsync(key, cancellationToken).ConfigureAwait(false);
        if (stored is null || _runtime.Connector.FindMethod(stored.Method) is not { } method || method.OAuth?.RevokeUrl is not null != isRevocation)
        {
            return false;
        }

        Connection held = RefreshState.Of(store).Complete(key, stored);
        return await _requests.TryDisconnectAsync(new Session(held, method, true, key, store), cancellationToken).ConfigureAwait(false);
    }

    private async Task<Connection> EstablishAsync(Session session, string? account, CancellationToken cancellationToken)
    {
        session = await FurnishAsync(session, cancellationToken).ConfigureAwait(false);
        Connection connection = await _requests.LearnAsync(session, cancellationToken).ConfigureAwait(false);
        if (account is null)
        {
            return connection;
        }

        ICredentialStore store = NamedAccount.StoreOf(account, _runtime);
        ConnectionKey key = new(_runtime.Connector.Address, account);
        for (int i = 0; i < TokenSaver.MostRefusals; i++)
        {
            Connection? held = await store.ReadAsync(key, cancellationToken).ConfigureAwait(false);
            Connection next = Succeed(connection, held);
            if (await store.ReplaceAsync(key, next, held?.Generation ?? 0, cancellationToken).ConfigureAwait(false))
            {
                return next;
            }

            await Task.Yield();
        }

        throw StoreCalls.NeverTakes();
    }

    // The tokens that are asked for by themselves, and when those expire whose answers did not say.
    private async Task<Session> FurnishAsync(Session session, CancellationToken cancellationToken)
    {
        foreach (NamedToken named in session.Method!.NamedTokens.Where(named => named.Request is not null && session.Connection!.Token(named.Name) is null))
        {
            Token token = await named.RenewAsync(_requests.ContextOf(session, cancellationToken), current: null).ConfigureAwait(false);
            session = WithToken(session, named.Name, token);
        }

        foreach (string name in session.Connection!.Tokens.Keys.Where(name => OAuth2Introspection.AppliesTo(session, name)).ToArray())
        {
            Token token = await OAuth2Introspection.CompleteAsync(_requests.ContextOf(session, cancellationToken), session.Connection!.Token(name)!).ConfigureAwait(false);
            session = session.With(session.Connection!.WithEndOf(name, token) with { Generation = session.Connection.Generation });
        }

        return session;
    }

    // Generations go on counting, so that a refresh of the earlier connection that is under way sees that it lost.
    private static Connection Succeed(Connection connection, Connection? held) => held is null ? connection : connection with
    {
        Generation = held.Generation + 1,
        Tokens = connection.Tokens.ToDictionary(static pair => pair.Key, pair => pair.Value with { Generation = held.GenerationOf(pair.Key) + 1 }),
    };

    private static Session WithToken(Session session, string name, Token token) =>
        session.With(session.Connection!.With(name, token) with { Generation = session.Connection.Generation });

    private string CodeOf(PendingConnection pending, CallbackQuery callback, bool isOAuth1)
    {
        // OAuth 1.0 has no state; its temporary token does the same. Providers that let a person refuse send it back under a name of its own.
        string? state = isOAuth1 ? callback["oauth_token"] ?? callback["denied"] : callback["state"];
        bool isOurs = CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(state ?? ""), Encoding.UTF8.GetBytes(pending.State));
        if (!isOurs || pending.Connector != _runtime.Connector.Address)
        {
            throw new InteractorException(ErrorCode.AuthDenied, "The callback does not belong to this authorization (its state differs).");
        }

        if (_runtime.Time.GetUtcNow() > pending.ExpiresAt)
        {
            throw new InteractorException(ErrorCode.AuthDenied, "The callback came too late. Begin again.");
        }

        if (callback["error"] is { } error)
        {
            ActionContext context = _requests.ContextOf(SessionOf(MethodOf(pending.Method), pending.Variables), default);
            throw new InteractorException(ErrorCode.AuthDenied, "The provider or the person refused the authorization.")
            {
                ProviderCode = error.Length <= 100 ? SecretRedactor.Redact(error, context) : null,
            };
        }

        if (callback["denied"] is not null && isOAuth1)
        {
            throw new InteractorException(ErrorCode.AuthDenied, "The person refused the authorization.");
        }

        return callback[isOAuth1 ? "oauth_verifier" : "code"] ?? throw new InteractorException(ErrorCode.AuthDenied, "The callback has neither a code nor an error.");
    }

    private SecurityMethod MethodOf(string id) =>
        _runtime.Connector.FindMethod(id) ?? throw Invalid($"The connector has no security method '{id}'.");

    private Session SessionOf(SecurityMethod method, IReadOnlyDictionary<string, string> variables)
    {
        VariableChecker.Check(_runtime.Connector, method.Id, variable =>
            (variable.Scope == VariableScope.Account ? variables.GetValueOrDefault(variable.Name) : null)
            ?? _runtime.Values.GetValueOrDefault(variable.Name)
            ?? variable.Default);
        Connection draft = new()
        {
            Method = method.Id,
            Variables = variables
                .Where(pair => _runtime.Connector.FindVariable(pair.Key) is not { Scope: VariableScope.App })
                .ToDictionary(static pair => pair.Key, static pair => pair.Value),
        };
        return new Session(draft, method, appliesCredential: true, default, store: null);
    }

    private InteractorException Invalid(string message) => new(ErrorCode.InputInvalid, message) { Connector = _runtime.Connector.Address };
}

using Interactor.Runtime.Http;

namespace Interactor.Runtime.Security;

/// <summary>A connection in use: what it is, how it authorises, and where its changes are kept.</summary>
internal sealed class Session(Connection? connection, SecurityMethod? method, bool appliesCredential, ConnectionKey key, ICredentialStore? store)
{
    /// <summary>No connection at all.</summary>
    public static readonly Session Anonymous = new(null, null, appliesCredential: false, default, null);

    // Which tokens requests asked for, where the method names others than the main one: that is bit 0.
    private int _carried;
    private long _freshUntil;
    private DigestChallenge? _challenge;
    private ActionDescriptor? _allowed;
    private CertificatePool? _connections;

    public Connection? Connection { get; } = connection;

    public SecurityMethod? Method { get; } = method;

    /// <summary>Whether requests carry the credential; an action that needs none may still read variables and facts of the account.</summary>
    public bool AppliesCredential { get; } = appliesCredential;

    public ConnectionKey Key { get; } = key;

    /// <summary>Where a refreshed token goes; null for a connection that is still being made.</summary>
    public ICredentialStore? Store { get; } = store;

    /// <summary>What this process knows about the store's refreshes; null where there is no store.</summary>
    public RefreshState? Refreshes { get; } = store is null ? null : RefreshState.Of(store);

    /// <summary>The token that the OAuth 2.0 kinds keep.</summary>
    public Token? MainToken { get; } = connection?.Token(Connection.MainToken);

    /// <summary>What the provider last said about how to prove oneself, for kinds that answer a challenge.</summary>
    public DigestChallenge? Challenge
    {
        get => Volatile.Read(ref _challenge);
        set => Volatile.Write(ref _challenge, value);
    }

    public Authenticator Authenticator { get; } = Authenticator.For(method);

    /// <summary>Whether tokens are kept good: they carry requests, expire, and another one has a place to go.</summary>
    public bool KeepsTokens => Authenticator.IssuesTokens && AppliesCredential && Store is not null && Connection is not null;

    /// <summary>Whether another token of that name can be had without asking a person.</summary>
    public bool CanRenew(string name) => AppliesCredential && Store is not null && Connection is not null
        && (name == Connection.MainToken ? Authenticator.CanRenew(MainToken) : Named(name)?.CanRenew(Connection.Token(name)) ?? false);

    /// <summary>Whether another one can be had for a token that a request carried.</summary>
    public bool CanRenewCarried => Carried().Any();

    /// <summary>The tokens to renew where a response says that one which it carried expired: those themselves, or the main one, which brings them.</summary>
    public IEnumerable<string> Carried()
    {
        IReadOnlyList<NamedToken> others = Method?.NamedTokens ?? [];
        int carried = Volatile.Read(ref _carried);
        bool needsMain = others.Count == 0 || carried == 0 || (carried & 1) != 0;
        List<string> names = [];
        for (int i = 0; i < others.Count; i++)
        {
            if ((carried & BitOf(i)) != 0)
            {
                if (CanRenew(others[i].Name))
                {
                    names.Add(others[i].Name);
                }
                else
                {
                    needsMain = true;
                }
            }
        }

        return needsMain && CanRenew(Connection.MainToken) ? names.Prepend(Connection.MainToken) : names;
    }

    /// <summary>Whether the token is had by a request of its own.</summary>
    public bool AsksFor(string name) => Named(name)?.Request is not null;

    /// <summary>Whether a renewal spends the refresh token that is held.</summary>
    public bool SpendsRefresh(string name, Token? current) => name == Connection.MainToken ? current?.Refresh is not null : Named(name)?.Spends(current) ?? false;

    /// <summary>Obtains another token of a name from the provider.</summary>
    public ValueTask<Token> RenewAsync(ActionContext context, string name) => name == Connection.MainToken
        ? Authenticator.RenewAsync(context, MainToken)
        : Named(name)!.RenewAsync(context, Connection!.Token(name));

    /// <summary>A token for a request, which carries it from then on.</summary>
    public Token? Token(string name)
    {
        if (Method is { NamedTokens: { Count: > 0 } others })
        {
            int bit = name == Connection.MainToken ? 1 : BitOf(IndexOf(others, name));
            if ((Volatile.Read(ref _carried) & bit) != bit)
            {
                Interlocked.Or(ref _carried, bit);
            }
        }

        return name == Connection.MainToken ? MainToken : Connection?.Token(name);
    }

    public bool IsExpiredBy(ProviderResponse response)
    {
        if (Method?.Expired is not { } expired)
        {
            return Authenticator.IssuesTokens && response.Status == 401;
        }

        try
        {
            return expired(response);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // A condition that the response has no members for does not hold.
            return false;
        }
    }

    /// <summary>Refuses an action whose scopes the token is known to lack.</summary>
    /// <exception cref="InteractorException"><see cref="ErrorCode.InsufficientScope"/>: one was not granted.</exception>
    public void CheckScopes(ActionDescriptor action)
    {
        // Most calls in a row are of one action.
        if (ReferenceEquals(action, _allowed) || Method?.OAuth is not { } settings)
        {
            return;
        }

        if (ScopeSet.Lacking(action.Scopes, MainToken?.Scopes ?? [], settings.ScopeIncludes) is { } scope)
        {
            throw new InteractorException(
                ErrorCode.InsufficientScope, $"The account was connected without the scope '{scope}', which the action needs. Connect it again with that scope.");
        }

        _allowed = action;
    }

    /// <summary>What presents the connection's certificate. A connection is a value, so it is looked up once.</summary>
    public HttpMessageInvoker InvokerOver(CertificateTransports transports, ClientCertificate certificate, ActionContext context)
    {
        transports.Sweep();
        while (true)
        {
            if (_connections?.Use() is { } invoker)
            {
                return invoker;
            }

            _connections = transports.PoolFor(certificate.Chain(context), certificate.Key(context));
        }
    }

    /// <summary>Whether the token was found far from its end a moment ago: reading the coarse clock costs a tenth of reading the time.</summary>
    public bool IsFresh => Environment.TickCount64 < Volatile.Read(ref _freshUntil);

    /// <summary>Remembers for at most a second that the token is far from its end.</summary>
    public void StaysFresh(TimeSpan left) => Volatile.Write(ref _freshUntil, Environment.TickCount64 + (long)Math.Min(left.TotalMilliseconds, 1000));

    // From the thirtieth on they share a bit: then one that is refused renews them all.
    private static int BitOf(int index) => index < 0 ? 0 : 2 << Math.Min(index, 29);

    private static int IndexOf(IReadOnlyList<NamedToken> others, string name)
    {
        for (int i = 0; i < others.Count; i++)
        {
            if (others[i].Name == name)
            {
                return i;
            }
        }

        return -1;
    }

    private NamedToken? Named(string name) => Method?.NamedTokens.FirstOrDefault(token => token.Name == name);

    /// <summary>The same for a request that obtains the credential and so cannot carry it.</summary>
    public Session WithoutCredential() => new(Connection, Method, appliesCredential: false, Key, Store);

    /// <summary>The same use of a changed connection.</summary>
    public Session With(Connection changed) => new(changed, Method, AppliesCredential, Key, Store);
}

using Interactor.Runtime.Http;

namespace Interactor.Runtime.Security;

/// <summary>A connection in use: what it is, how it authorises, and where its changes are kept.</summary>
internal sealed class Session(Connection? connection, SecurityMethod? method, bool appliesCredential, ConnectionKey key, ICredentialStore? store)
{
    /// <summary>No connection at all.</summary>
    public static readonly Session Anonymous = new(null, null, appliesCredential: false, default, null);

    private long _freshUntil;
    private DigestChallenge? _challenge;
    private ActionDescriptor? _allowed;

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

    public Authenticator Authenticator { get; } = Authenticator.For(method?.Kind ?? SecurityKind.None);

    /// <summary>Whether another token can be had without asking a person.</summary>
    public bool CanRenew => AppliesCredential && Store is not null && Connection is not null && Authenticator.CanRenew(MainToken);

    public Token? Token(string name) => name == Connection.MainToken ? MainToken : Connection?.Token(name);

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

    /// <summary>Whether the token was found far from its end a moment ago: reading the coarse clock costs a tenth of reading the time.</summary>
    public bool IsFresh => Environment.TickCount64 < Volatile.Read(ref _freshUntil);

    /// <summary>Remembers for at most a second that the token is far from its end.</summary>
    public void StaysFresh(TimeSpan left) => Volatile.Write(ref _freshUntil, Environment.TickCount64 + (long)Math.Min(left.TotalMilliseconds, 1000));

    /// <summary>The same for a request that obtains the credential and so cannot carry it.</summary>
    public Session WithoutCredential() => new(Connection, Method, appliesCredential: false, Key, Store);

    /// <summary>The same use of a changed connection.</summary>
    public Session With(Connection changed) => new(changed, Method, AppliesCredential, Key, Store);
}

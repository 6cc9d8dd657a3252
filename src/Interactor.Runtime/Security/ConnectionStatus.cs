namespace Interactor.Runtime.Security;

/// <summary>Whether a connection can be used.</summary>
public enum ConnectionStatus
{
    /// <summary>Calls use it.</summary>
    Active,

    /// <summary>The provider withdrew the grant; the account has to be connected again.</summary>
    NeedsReauthorization,

    /// <summary>
    /// A refresh of its token began and has not ended. The token that is held may be dead: the next call refreshes before anything else, with the refresh
    /// token that is held, which the provider takes again or refuses for good.
    /// </summary>
    Renewing,
}

namespace Interactor.Runtime.Security;

/// <summary>Whether a connection can be used.</summary>
public enum ConnectionStatus
{
    /// <summary>Calls use it.</summary>
    Active,

    /// <summary>The provider withdrew the grant; the account has to be connected again.</summary>
    NeedsReauthorization,
}

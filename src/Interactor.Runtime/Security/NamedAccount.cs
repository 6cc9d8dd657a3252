using Interactor.Runtime.Execution;

namespace Interactor.Runtime.Security;

/// <summary>An account that the caller names, which has to have a place where its connection is kept.</summary>
internal static class NamedAccount
{
    /// <summary>Where the connection of the account is kept.</summary>
    /// <exception cref="InteractorException">
    /// <see cref="ErrorCode.InputInvalid"/>: the name is empty, so that whoever leaves it out would share one connection. <see cref="ErrorCode.AuthDenied"/>: no store is set.
    /// </exception>
    public static ICredentialStore StoreOf(string account, ConnectorRuntime runtime)
    {
        if (account.Length == 0)
        {
            throw new InteractorException(ErrorCode.InputInvalid, "The account is empty. Name one, or give null for none.") { Connector = runtime.Connector.Address };
        }

        return runtime.Store
            ?? throw new InteractorException(ErrorCode.AuthDenied, "An account is named, but no credential store is set.") { Connector = runtime.Connector.Address };
    }

    /// <summary>Refuses an account that could not be kept, before anything is sent for it; null is none.</summary>
    public static void Check(string? account, ConnectorRuntime runtime)
    {
        if (account is not null)
        {
            StoreOf(account, runtime);
        }
    }
}

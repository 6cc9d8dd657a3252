using System.Collections.Concurrent;
using Interactor.Host.Secrets;
using Interactor.Host.Storage;

namespace Interactor.Host.Connectors;

/// <summary>The credential stores of environments, one for the accounts of providers and one for those of sandboxes. What the runtime knows of refreshes that are under way belongs to a store, so that one outlives changes of the configuration.</summary>
internal sealed class CredentialStores(Database database, Vault vault, TimeProvider time)
{
    private readonly ConcurrentDictionary<(string Environment, string Provider), DatabaseCredentialStore> _stores = new();

    public DatabaseCredentialStore Of(string environment, bool isSandbox) =>
        _stores.GetOrAdd((environment, isSandbox ? "sandbox" : "live"), key => new DatabaseCredentialStore(database, vault, key.Environment, key.Provider, time));

    /// <summary>Forgets an environment that is gone.</summary>
    public void Forget(string environment)
    {
        _stores.TryRemove((environment, "sandbox"), out _);
        _stores.TryRemove((environment, "live"), out _);
    }
}

using Interactor.Host.Storage;

namespace Interactor.Host.Management;

/// <summary>Reads which accounts are connected.</summary>
internal sealed class AccountStore(Database database, KnownCredentials known)
{
    private const string Columns = "provider, connector, account, method, status, identity_id, identity_label, created_at, updated_at";

    /// <summary>A page of the accounts of an environment, in the order of connectors and accounts.</summary>
    /// <param name="environment">The id of the environment.</param>
    /// <param name="connector">The address of a connector; null for any.</param>
    /// <param name="status">The status in the database; null for any.</param>
    /// <param name="pattern">A pattern of the account's name or identity; null for any.</param>
    /// <param name="after">The key of the last row before the page.</param>
    /// <param name="limit">The most rows.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<IReadOnlyList<AccountRow>> ListAsync(string environment, string? connector, string? status, string? pattern, string[]? after, int limit, CancellationToken cancellationToken) =>
        database.ListAsync<AccountRow>(
            $"""
            SELECT {Columns} FROM credential
            WHERE environment = @environment
              AND (CAST(@connector AS TEXT) IS NULL OR connector = @connector)
              AND (CAST(@status AS TEXT) IS NULL OR status = @status)
              AND (CAST(@pattern AS TEXT) IS NULL OR LOWER(account) LIKE @pattern ESCAPE '\' OR LOWER(COALESCE(identity_label, '')) LIKE @pattern ESCAPE '\' OR LOWER(COALESCE(identity_id, '')) LIKE @pattern ESCAPE '\')
              AND (CAST(@first AS TEXT) IS NULL OR (connector, account, provider) > (@first, @second, @third))
            ORDER BY connector, account, provider LIMIT @limit
            """,
            new { environment, connector, status, pattern, first = after?[0], second = after?[1], third = after?[2], limit },
            cancellationToken);

    /// <summary>What is known of one account, of the provider's and of the sandbox's.</summary>
    public Task<IReadOnlyList<AccountRow>> FindAsync(string environment, string connector, string account, CancellationToken cancellationToken) => database.ListAsync<AccountRow>(
        $"SELECT {Columns} FROM credential WHERE environment = @environment AND connector = @connector AND account = @account", new { environment, connector, account }, cancellationToken);

    /// <summary>Erases an account without asking the provider.</summary>
    public async Task EraseAsync(string environment, AccountRow row, CancellationToken cancellationToken)
    {
        CredentialPlace place = new(environment, row.Provider, row.Connector, row.Account);
        try
        {
            await database.ChangeAsync(
                "DELETE FROM credential WHERE environment = @Environment AND provider = @Provider AND connector = @Connector AND account = @Account", place, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            known.Forget(place);
        }
    }
}

using System.Security.Cryptography;
using Interactor.Host.Secrets;
using Interactor.Runtime.Security;

namespace Interactor.Host.Storage;

/// <summary>Keeps the connections of one environment in the database, encrypted and bound to their rows.</summary>
/// <param name="database">The database.</param>
/// <param name="vault">What encrypts.</param>
/// <param name="known">What was opened before.</param>
/// <param name="environment">The environment's id.</param>
/// <param name="provider">Whose accounts they are: those of the real provider, or of the sandbox.</param>
/// <param name="time">The clock.</param>
internal sealed class DatabaseCredentialStore(Database database, Vault vault, KnownCredentials known, string environment, string provider, TimeProvider time) : ICredentialStore
{
    /// <inheritdoc/>
    public ValueTask<Connection?> GetAsync(ConnectionKey key, CancellationToken cancellationToken)
    {
        CredentialPlace place = PlaceOf(key);
        (byte[] Sealed, Connection Connection)? found = known.Find(place);
        return found is { } held && database.IsExclusive ? new ValueTask<Connection?>(held.Connection) : ReadAsync(place, found, cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask<bool> TryReplaceAsync(ConnectionKey key, Connection connection, long expectedGeneration, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(connection);
        CredentialPlace place = PlaceOf(key);
        byte[] text = connection.ToJson();
        byte[] bytes = vault.Seal(text, SealOf(place));
        CryptographicOperations.ZeroMemory(text);
        try
        {
            return await database.ChangeAsync(
                expectedGeneration == 0
                    ? """
                      INSERT INTO credential (environment, provider, connector, account, generation, method, status, identity_id, identity_label, sealed, created_at, updated_at)
                      VALUES (@Environment, @Provider, @Connector, @Account, @Generation, @Method, @Status, @Id, @Label, @bytes, @now, @now)
                      ON CONFLICT (environment, provider, connector, account) DO NOTHING
                      """
                    : """
                      UPDATE credential SET generation = @Generation, method = @Method, status = @Status, identity_id = @Id, identity_label = @Label, sealed = @bytes, updated_at = @now
                      WHERE environment = @Environment AND provider = @Provider AND connector = @Connector AND account = @Account AND generation = @expectedGeneration
                      """,
                new
                {
                    place.Environment,
                    place.Provider,
                    place.Connector,
                    place.Account,
                    connection.Generation,
                    connection.Method,
                    Status = connection.Status.ToString(),
                    Id = Shown(connection.Identity?.Id),
                    Label = Shown(connection.Identity?.Label),
                    bytes,
                    now = time.GetUtcNow().ToUnixTimeMilliseconds(),
                    expectedGeneration,
                },
                cancellationToken).ConfigureAwait(false) == 1;
        }
        finally
        {
            // Also where it failed, because it may have been done all the same, and where it was refused, because somebody else was first.
            known.Forget(place);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DeleteAsync(ConnectionKey key, CancellationToken cancellationToken)
    {
        CredentialPlace place = PlaceOf(key);
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

    /// <inheritdoc/>
    public ValueTask<IAsyncDisposable> LeaseAsync(ConnectionKey key, CancellationToken cancellationToken) =>
        database.LeaseAsync(string.Join('\n', SealOf(PlaceOf(key))), cancellationToken);

    private async ValueTask<Connection?> ReadAsync(CredentialPlace place, (byte[] Sealed, Connection Connection)? before, CancellationToken cancellationToken)
    {
        long changes = known.Changes;
        byte[]? bytes = await database.FindAsync<byte[]>(
            "SELECT sealed FROM credential WHERE environment = @Environment AND provider = @Provider AND connector = @Connector AND account = @Account", place, cancellationToken).ConfigureAwait(false);
        if (bytes is null)
        {
            return null;
        }

        // Where other processes change it too, the row says whether what was opened before is what it holds.
        if (before is { } held && bytes.AsSpan().SequenceEqual(held.Sealed))
        {
            return held.Connection;
        }

        byte[] text = vault.Open(bytes, SealOf(place));
        Connection connection = Connection.FromJson(text);
        CryptographicOperations.ZeroMemory(text);
        known.Add(place, bytes, connection, changes);
        return connection;
    }

    private CredentialPlace PlaceOf(ConnectionKey key) => new(environment, provider, key.Connector, key.Account);

    private static string[] SealOf(CredentialPlace place) => ["credential", place.Environment, place.Provider, place.Connector, place.Account];

    // What a provider says may have the one character that PostgreSQL keeps in no text; the sealed text has it as it was said.
    private static string? Shown(string? text) => text?.Replace("\0", "", StringComparison.Ordinal);
}

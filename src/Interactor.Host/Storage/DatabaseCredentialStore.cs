using System.Collections.Concurrent;
using System.Security.Cryptography;
using Interactor.Host.Secrets;
using Interactor.Runtime.Security;

namespace Interactor.Host.Storage;

/// <summary>Keeps the connections of one environment in the database, encrypted and bound to their rows.</summary>
/// <param name="database">The database.</param>
/// <param name="vault">What encrypts.</param>
/// <param name="environment">The environment's id.</param>
/// <param name="provider">Whose accounts they are: those of the real provider, or of the sandbox.</param>
/// <param name="time">The clock.</param>
internal sealed class DatabaseCredentialStore(Database database, Vault vault, string environment, string provider, TimeProvider time) : ICredentialStore
{
    private const int MostKnown = 4096;

    // What is in the row is compared with what was opened before, so that another host's change is seen and the same bytes are not decrypted again.
    private readonly ConcurrentDictionary<ConnectionKey, (byte[] Sealed, Connection Connection)> _opened = new();

    /// <inheritdoc/>
    public async ValueTask<Connection?> GetAsync(ConnectionKey key, CancellationToken cancellationToken)
    {
        byte[]? bytes = await database.FindAsync<byte[]>(
            "SELECT sealed FROM credential WHERE environment = @environment AND provider = @provider AND connector = @Connector AND account = @Account",
            new { environment, provider, key.Connector, key.Account },
            cancellationToken).ConfigureAwait(false);
        if (bytes is null)
        {
            return null;
        }

        if (_opened.TryGetValue(key, out (byte[] Sealed, Connection Connection) known) && bytes.AsSpan().SequenceEqual(known.Sealed))
        {
            return known.Connection;
        }

        byte[] text = vault.Open(bytes, PlaceOf(key));
        Connection connection = Connection.FromJson(text);
        CryptographicOperations.ZeroMemory(text);
        Remember(key, bytes, connection);
        return connection;
    }

    /// <inheritdoc/>
    public async ValueTask<bool> TryReplaceAsync(ConnectionKey key, Connection connection, long expectedGeneration, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(connection);
        byte[] text = connection.ToJson();
        byte[] bytes = vault.Seal(text, PlaceOf(key));
        CryptographicOperations.ZeroMemory(text);
        int changed = await database.ChangeAsync(
            expectedGeneration == 0
                ? """
                  INSERT INTO credential (environment, provider, connector, account, generation, method, status, identity_id, identity_label, sealed, created_at, updated_at)
                  VALUES (@environment, @provider, @Connector, @Account, @Generation, @Method, @Status, @Id, @Label, @bytes, @now, @now)
                  ON CONFLICT (environment, provider, connector, account) DO NOTHING
                  """
                : """
                  UPDATE credential SET generation = @Generation, method = @Method, status = @Status, identity_id = @Id, identity_label = @Label, sealed = @bytes, updated_at = @now
                  WHERE environment = @environment AND provider = @provider AND connector = @Connector AND account = @Account AND generation = @expectedGeneration
                  """,
            new
            {
                environment,
                provider,
                key.Connector,
                key.Account,
                connection.Generation,
                connection.Method,
                Status = connection.Status.ToString(),
                connection.Identity?.Id,
                connection.Identity?.Label,
                bytes,
                now = time.GetUtcNow().ToUnixTimeMilliseconds(),
                expectedGeneration,
            },
            cancellationToken).ConfigureAwait(false);
        if (changed == 1)
        {
            Remember(key, bytes, connection);
        }

        return changed == 1;
    }

    /// <inheritdoc/>
    public async ValueTask DeleteAsync(ConnectionKey key, CancellationToken cancellationToken)
    {
        await database.ChangeAsync(
            "DELETE FROM credential WHERE environment = @environment AND provider = @provider AND connector = @Connector AND account = @Account",
            new { environment, provider, key.Connector, key.Account },
            cancellationToken).ConfigureAwait(false);
        _opened.TryRemove(key, out _);
    }

    /// <inheritdoc/>
    public ValueTask<IAsyncDisposable> LeaseAsync(ConnectionKey key, CancellationToken cancellationToken) =>
        database.LeaseAsync(string.Join('\n', PlaceOf(key)), cancellationToken);

    private string[] PlaceOf(ConnectionKey key) => ["credential", environment, provider, key.Connector, key.Account];

    private void Remember(ConnectionKey key, byte[] bytes, Connection connection)
    {
        if (_opened.Count >= MostKnown)
        {
            _opened.Clear();
        }

        _opened[key] = (bytes, connection);
    }
}

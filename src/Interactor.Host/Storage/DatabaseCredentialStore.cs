using System.Security.Cryptography;
using Interactor.Host.Secrets;
using Interactor.Runtime;
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
    private const int MostKnown = 10_000;

    private readonly CurrentRows<ConnectionKey, Opened> _opened = new(database, MostKnown);

    /// <inheritdoc/>
    public async ValueTask<Connection?> GetAsync(ConnectionKey key, CancellationToken cancellationToken) =>
        (await _opened.GetAsync(key, (key, known) => ReadAsync(key, known, cancellationToken)).ConfigureAwait(false))?.Connection;

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
                Id = Shown(connection.Identity?.Id),
                Label = Shown(connection.Identity?.Label),
                bytes,
                now = time.GetUtcNow().ToUnixTimeMilliseconds(),
                expectedGeneration,
            },
            cancellationToken).ConfigureAwait(false);
        return changed == 1;
    }

    /// <inheritdoc/>
    public async ValueTask DeleteAsync(ConnectionKey key, CancellationToken cancellationToken)
    {
        await database.ChangeAsync(
            "DELETE FROM credential WHERE environment = @environment AND provider = @provider AND connector = @Connector AND account = @Account",
            new { environment, provider, key.Connector, key.Account },
            cancellationToken).ConfigureAwait(false);
        _opened.Forget(key);
    }

    /// <inheritdoc/>
    public ValueTask<IAsyncDisposable> LeaseAsync(ConnectionKey key, CancellationToken cancellationToken) =>
        database.LeaseAsync(string.Join('\n', PlaceOf(key)), cancellationToken);

    private string[] PlaceOf(ConnectionKey key) => ["credential", environment, provider, key.Connector, key.Account];

    private async ValueTask<Opened?> ReadAsync(ConnectionKey key, Opened? known, CancellationToken cancellationToken)
    {
        byte[]? bytes = await database.FindAsync<byte[]>(
            "SELECT sealed FROM credential WHERE environment = @environment AND provider = @provider AND connector = @Connector AND account = @Account",
            new { environment, provider, key.Connector, key.Account },
            cancellationToken).ConfigureAwait(false);
        if (bytes is null)
        {
            return null;
        }

        // The same bytes are not decrypted again.
        if (known is not null && bytes.AsSpan().SequenceEqual(known.Sealed))
        {
            return known;
        }

        byte[] text = vault.Open(bytes, PlaceOf(key));
        try
        {
            return new Opened(bytes, Connection.FromJson(text));
        }
        catch (InteractorException e)
        {
            throw new InteractorException(ErrorCode.AuthDenied, "What is stored of the account cannot be read: it is no connection that this version understands.", e);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(text);
        }
    }

    // What a provider says may have the one character that PostgreSQL keeps in no text; the sealed text has it as it was said.
    private static string? Shown(string? text) => text?.Replace("\0", "", StringComparison.Ordinal);

    private sealed record Opened(byte[] Sealed, Connection Connection);
}

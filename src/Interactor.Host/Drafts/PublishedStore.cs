using System.Data.Common;
using Dapper;
using Interactor.Host.Storage;

namespace Interactor.Host.Drafts;

/// <summary>Keeps what was published, and which version of each connector is the current one.</summary>
internal sealed class PublishedStore(Database database, TimeProvider time)
{
    /// <summary>Counts the changes of everything published.</summary>
    public Task<long> RevisionAsync(CancellationToken cancellationToken) => database.FindAsync<long>("SELECT revision FROM catalogue_revision", null, cancellationToken);

    /// <summary>Every published version, without its files, the latest first.</summary>
    public Task<IReadOnlyList<PublishedVersion>> ListAsync(CancellationToken cancellationToken) => database.ListAsync<PublishedVersion>(
        """
        SELECT v.owner, v.connector, v.version, v.published_at, CASE WHEN c.version = v.version THEN 1 ELSE 0 END AS is_current
        FROM connector_version v LEFT JOIN connector_current c ON c.owner = v.owner AND c.connector = v.connector
        ORDER BY v.owner, v.connector, v.published_at DESC
        """,
        null,
        cancellationToken);

    /// <summary>The archive of a version; null where it was not published.</summary>
    public Task<byte[]?> FilesAsync(string owner, string connector, string version, CancellationToken cancellationToken) => database.FindAsync<byte[]>(
        "SELECT files FROM connector_version WHERE owner = @owner AND connector = @connector AND version = @version", new { owner, connector, version }, cancellationToken);

    /// <summary>Publishes a version and makes it the current one.</summary>
    /// <returns>False, with nothing changed, where the version was published already.</returns>
    public Task<bool> AddAsync(string owner, string connector, string version, byte[] files, CancellationToken cancellationToken) => database.ChangeAsync(
        async (connection, transaction) =>
        {
            int added = await connection.ExecuteAsync(Database.Command(
                """
                INSERT INTO connector_version (owner, connector, version, files, published_at) VALUES (@owner, @connector, @version, @files, @now)
                ON CONFLICT (owner, connector, version) DO NOTHING
                """,
                new { owner, connector, version, files, now = time.GetUtcNow().ToUnixTimeMilliseconds() },
                transaction,
                cancellationToken)).ConfigureAwait(false);
            return added == 1 && await MakeCurrentAsync(connection, transaction, owner, connector, version, cancellationToken).ConfigureAwait(false);
        },
        cancellationToken);

    /// <summary>Makes a published version the one that callers get who pin none.</summary>
    /// <returns>False where it was not published.</returns>
    public Task<bool> MakeCurrentAsync(string owner, string connector, string version, CancellationToken cancellationToken) =>
        database.ChangeAsync((connection, transaction) => MakeCurrentAsync(connection, transaction, owner, connector, version, cancellationToken), cancellationToken);

    private static async Task<bool> MakeCurrentAsync(DbConnection connection, DbTransaction transaction, string owner, string connector, string version, CancellationToken cancellationToken)
    {
        int changed = await connection.ExecuteAsync(Database.Command(
            """
            INSERT INTO connector_current (owner, connector, version)
            SELECT owner, connector, version FROM connector_version WHERE owner = @owner AND connector = @connector AND version = @version
            ON CONFLICT (owner, connector) DO UPDATE SET version = excluded.version
            """,
            new { owner, connector, version },
            transaction,
            cancellationToken)).ConfigureAwait(false);
        await connection.ExecuteAsync(Database.Command("UPDATE catalogue_revision SET revision = revision + 1", null, transaction, cancellationToken)).ConfigureAwait(false);
        return changed == 1;
    }
}

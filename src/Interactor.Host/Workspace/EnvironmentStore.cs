using Dapper;
using Interactor.Host.Storage;

namespace Interactor.Host.Workspace;

/// <summary>Organizations, their environments, and the keys of these.</summary>
internal sealed class EnvironmentStore(Database database, TimeProvider time)
{
    private const string Columns = "e.id, o.name AS organization, e.name, e.revision, e.redirect_urls";
    private const string Joined = "environment e JOIN organization o ON o.id = e.organization";

    /// <summary>The environment whose key somebody sent; null where it is none.</summary>
    public async Task<HostEnvironment?> FindByKeyAsync(ApiKey key, CancellationToken cancellationToken)
    {
        Keyed? found = await database.FindAsync<Keyed>(
            $"SELECT {Columns}, k.hash FROM {Joined} JOIN api_key k ON k.environment = e.id WHERE k.id = @Id", new { key.Id }, cancellationToken).ConfigureAwait(false);
        return found is not null && key.Matches(found.Hash)
            ? new HostEnvironment { Id = found.Id, Organization = found.Organization, Name = found.Name, Revision = found.Revision, RedirectUrls = found.RedirectUrls }
            : null;
    }

    public Task<HostEnvironment?> FindAsync(string id, CancellationToken cancellationToken) =>
        database.FindAsync<HostEnvironment>($"SELECT {Columns} FROM {Joined} WHERE e.id = @id", new { id }, cancellationToken);

    public Task<IReadOnlyList<HostEnvironment>> ListAsync(CancellationToken cancellationToken) =>
        database.ListAsync<HostEnvironment>($"SELECT {Columns} FROM {Joined} ORDER BY o.name, e.created_at, e.id", null, cancellationToken);

    /// <summary>Makes an organization with its first environments, unless there is one.</summary>
    /// <returns>Whether it was made.</returns>
    public Task<bool> EnsureAsync(string organization, IReadOnlyList<string> environments, CancellationToken cancellationToken) => database.ChangeAsync(
        async (connection, transaction) =>
        {
            long now = time.GetUtcNow().ToUnixTimeMilliseconds();
            string id = NewId.Of(time);
            int made = await connection.ExecuteAsync(Database.Command(
                "INSERT INTO organization (id, name, created_at) VALUES (@id, @organization, @now) ON CONFLICT (name) DO NOTHING", new { id, organization, now }, transaction, cancellationToken)).ConfigureAwait(false);
            if (made == 0)
            {
                return false;
            }

            for (int i = 0; i < environments.Count; i++)
            {
                await connection.ExecuteAsync(Database.Command(
                    "INSERT INTO environment (id, organization, name, revision, redirect_urls, created_at) VALUES (@environment, @id, @name, 1, '', @now)",
                    new { environment = NewId.Of(time), id, name = environments[i], now = now + i },
                    transaction,
                    cancellationToken)).ConfigureAwait(false);
            }

            return true;
        },
        cancellationToken);

    /// <summary>Gives an environment a new key, which ends the one before it at once.</summary>
    /// <returns>The text of the key, which is kept nowhere.</returns>
    public async Task<string> NewKeyAsync(string environment, CancellationToken cancellationToken)
    {
        (ApiKey key, string text) = ApiKey.New();
        await database.ChangeAsync(
            """
            INSERT INTO api_key (environment, id, hash, created_at) VALUES (@environment, @Id, @Hash, @now)
            ON CONFLICT (environment) DO UPDATE SET id = excluded.id, hash = excluded.hash, created_at = excluded.created_at
            """,
            new { environment, key.Id, key.Hash, now = time.GetUtcNow().ToUnixTimeMilliseconds() },
            cancellationToken).ConfigureAwait(false);
        return text;
    }

    /// <summary>Sets where people may be sent back to.</summary>
    public Task SetRedirectUrlsAsync(string environment, IReadOnlyList<string> urls, CancellationToken cancellationToken) =>
        database.ChangeAsync("UPDATE environment SET redirect_urls = @urls WHERE id = @environment", new { environment, urls = string.Join('\n', urls) }, cancellationToken);

    private sealed class Keyed
    {
        public required string Id { get; init; }

        public required string Organization { get; init; }

        public required string Name { get; init; }

        public required long Revision { get; init; }

        public required string RedirectUrls { get; init; }

        public required byte[] Hash { get; init; }
    }
}

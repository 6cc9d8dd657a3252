using Dapper;
using Interactor.Host.Storage;

namespace Interactor.Host.Workspace;

/// <summary>Organizations, their environments, and the keys of these.</summary>
internal sealed class EnvironmentStore(Database database, TimeProvider time)
{
    private const string Columns = "e.id, o.name AS organization, e.name, e.revision, e.redirect_urls";
    private const string Joined = "environment e JOIN organization o ON o.id = e.organization";

    private const int MostKeys = 10_000;

    private readonly CurrentRows<string, Keyed> _keyed = new(database, MostKeys);

    /// <summary>The environment whose key somebody sent; null where it is none.</summary>
    public async ValueTask<HostEnvironment?> FindByKeyAsync(ApiKey key, CancellationToken cancellationToken) =>
        await _keyed.GetAsync(key.Id, (id, _) => ReadKeyedAsync(id, cancellationToken)).ConfigureAwait(false) is { } found && key.Matches(found.Hash) ? found.Environment : null;

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

    /// <summary>Takes the key of an environment away.</summary>
    /// <returns>Whether it had one.</returns>
    public async Task<bool> RemoveKeyAsync(string environment, CancellationToken cancellationToken) =>
        await database.ChangeAsync("DELETE FROM api_key WHERE environment = @environment", new { environment }, cancellationToken).ConfigureAwait(false) == 1;

    /// <summary>The id of the key of an environment and when it was made, in milliseconds since 1970; null where it has none.</summary>
    public Task<KeyMark?> FindKeyAsync(string environment, CancellationToken cancellationToken) =>
        database.FindAsync<KeyMark>("SELECT id, created_at FROM api_key WHERE environment = @environment", new { environment }, cancellationToken);

    public Task<IReadOnlyList<Organization>> OrganizationsAsync(CancellationToken cancellationToken) =>
        database.ListAsync<Organization>("SELECT id, name, created_at FROM organization ORDER BY name", null, cancellationToken);

    /// <summary>Whether there is an organization of the name.</summary>
    public async Task<bool> HasOrganizationAsync(string name, CancellationToken cancellationToken) =>
        await database.FindAsync<long>("SELECT COUNT(*) FROM organization WHERE name = @name", new { name }, cancellationToken).ConfigureAwait(false) > 0;

    /// <summary>Makes an environment.</summary>
    /// <returns>Its id; null where the organization has one of that name.</returns>
    public async Task<string?> AddAsync(string organizationId, string name, CancellationToken cancellationToken)
    {
        string id = NewId.Of(time);
        int made = await database.ChangeAsync(
            """
            INSERT INTO environment (id, organization, name, revision, redirect_urls, created_at) VALUES (@id, @organizationId, @name, 1, '', @now)
            ON CONFLICT (organization, name) DO NOTHING
            """,
            new { id, organizationId, name, now = time.GetUtcNow().ToUnixTimeMilliseconds() },
            cancellationToken).ConfigureAwait(false);
        return made == 1 ? id : null;
    }

    /// <summary>Changes the name of an environment, where people may be sent back to, or both; null leaves one as it is.</summary>
    /// <returns>Whether it was changed: no other one of the organization has the name.</returns>
    public async Task<bool> ChangeAsync(string environment, string? name, IEnumerable<string>? redirectUrls, CancellationToken cancellationToken) => await database.ChangeAsync(
        """
        UPDATE environment SET name = COALESCE(@name, name), redirect_urls = COALESCE(@urls, redirect_urls) WHERE id = @environment AND NOT EXISTS
            (SELECT 1 FROM environment AS other WHERE other.organization = environment.organization AND other.name = @name AND other.id <> @environment)
        """,
        new { environment, name, urls = redirectUrls is null ? null : string.Join('\n', redirectUrls) },
        cancellationToken).ConfigureAwait(false) == 1;

    /// <summary>Removes an environment with all that is in it.</summary>
    public Task RemoveAsync(string environment, CancellationToken cancellationToken) =>
        database.ChangeAsync("DELETE FROM environment WHERE id = @environment", new { environment }, cancellationToken);

    private async ValueTask<Keyed?> ReadKeyedAsync(string id, CancellationToken cancellationToken) => await database.FindAsync<KeyRow>(
        $"SELECT {Columns}, k.hash FROM {Joined} JOIN api_key k ON k.environment = e.id WHERE k.id = @id", new { id }, cancellationToken).ConfigureAwait(false) is { } row
        ? new Keyed(new HostEnvironment { Id = row.Id, Organization = row.Organization, Name = row.Name, Revision = row.Revision, RedirectUrls = row.RedirectUrls }, row.Hash)
        : null;

    private sealed record Keyed(HostEnvironment Environment, byte[] Hash);

    private sealed class KeyRow
    {
        public required string Id { get; init; }

        public required string Organization { get; init; }

        public required string Name { get; init; }

        public required long Revision { get; init; }

        public required string RedirectUrls { get; init; }

        public required byte[] Hash { get; init; }
    }
}

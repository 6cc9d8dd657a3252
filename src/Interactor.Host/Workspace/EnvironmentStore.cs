using Dapper;
using Interactor.Host.Storage;

namespace Interactor.Host.Workspace;

/// <summary>Organizations, their environments, and the keys of these.</summary>
internal sealed class EnvironmentStore(Database database, KnownKeys keys, KnownCredentials credentials, TimeProvider time)
{
    private const string Columns = "e.id, o.name AS organization, e.name, e.revision, e.redirect_urls";
    private const string Joined = "environment e JOIN organization o ON o.id = e.organization";

    /// <summary>The environment whose key somebody sent; null where it is none.</summary>
    public ValueTask<HostEnvironment?> FindByKeyAsync(ApiKey key, CancellationToken cancellationToken) =>
        keys.Find(key) is { } known ? new ValueTask<HostEnvironment?>(known) : ReadByKeyAsync(key, cancellationToken);

    private async ValueTask<HostEnvironment?> ReadByKeyAsync(ApiKey key, CancellationToken cancellationToken)
    {
        (long changes, long now) = (keys.Changes, keys.Now);
        Keyed? found = await database.FindAsync<Keyed>(
            $"SELECT {Columns}, k.hash FROM {Joined} JOIN api_key k ON k.environment = e.id WHERE k.id = @Id", new { key.Id }, cancellationToken).ConfigureAwait(false);
        if (found is null || !key.Matches(found.Hash))
        {
            return null;
        }

        HostEnvironment environment = new() { Id = found.Id, Organization = found.Organization, Name = found.Name, Revision = found.Revision, RedirectUrls = found.RedirectUrls };
        keys.Add(key, environment, now, changes);
        return environment;
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
        await ChangeAsync(
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
        await ChangeAsync("DELETE FROM api_key WHERE environment = @environment", new { environment }, cancellationToken).ConfigureAwait(false) == 1;

    /// <summary>The id of the key of an environment and when it was made, in milliseconds since 1970; null where it has none.</summary>
    public Task<KeyMark?> FindKeyAsync(string environment, CancellationToken cancellationToken) =>
        database.FindAsync<KeyMark>("SELECT id, created_at FROM api_key WHERE environment = @environment", new { environment }, cancellationToken);

    public Task<IReadOnlyList<Organization>> OrganizationsAsync(CancellationToken cancellationToken) =>
        database.ListAsync<Organization>("SELECT id, name, created_at FROM organization ORDER BY name", null, cancellationToken);

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

    /// <summary>Gives an environment another name.</summary>
    /// <returns>Whether it has it now: no other one of the organization has.</returns>
    public async Task<bool> RenameAsync(string environment, string name, CancellationToken cancellationToken) => await ChangeAsync(
        """
        UPDATE environment SET name = @name WHERE id = @environment AND NOT EXISTS
            (SELECT 1 FROM environment AS other WHERE other.organization = environment.organization AND other.name = @name AND other.id <> @environment)
        """,
        new { environment, name },
        cancellationToken).ConfigureAwait(false) == 1;

    /// <summary>Removes an environment with all that is in it.</summary>
    public async Task RemoveAsync(string environment, CancellationToken cancellationToken)
    {
        try
        {
            await ChangeAsync("DELETE FROM environment WHERE id = @environment", new { environment }, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            credentials.ForgetAll();
        }
    }

    /// <summary>Sets where people may be sent back to.</summary>
    public Task SetRedirectUrlsAsync(string environment, IReadOnlyList<string> urls, CancellationToken cancellationToken) =>
        ChangeAsync("UPDATE environment SET redirect_urls = @urls WHERE id = @environment", new { environment, urls = string.Join('\n', urls) }, cancellationToken);

    private async Task<int> ChangeAsync(string sql, object values, CancellationToken cancellationToken)
    {
        try
        {
            return await database.ChangeAsync(sql, values, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            // Also where it failed: what failed after its end was done.
            keys.Forget();
        }
    }

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

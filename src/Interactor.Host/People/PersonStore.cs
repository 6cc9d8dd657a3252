using System.Security.Cryptography;
using Interactor.Host.Storage;

namespace Interactor.Host.People;

/// <summary>The people who may manage the host. There is always an administrator, once there was one.</summary>
internal sealed class PersonStore(Database database, TimeProvider time)
{
    public const string InsertSql = """
        INSERT INTO person (id, email, name, role, password, stamp, created_at) VALUES (@Id, @Email, @Name, @Role, @Password, @Stamp, @CreatedAt)
        ON CONFLICT (email) DO NOTHING
        """;

    public const string PasswordSql = "UPDATE person SET password = @hash, stamp = @stamp WHERE id = @id";

    /// <summary>Ends the links by which a person could set another password.</summary>
    public const string EndLinksSql = "DELETE FROM person_link WHERE person = @id AND purpose = 'password'";

    public const string CountAdministratorsSql = "SELECT COUNT(*) FROM person WHERE role = 'administrator'";

    private const string Columns = "id, email, name, role, password, stamp, created_at, signed_in_at";

    private const string HasAnother = "EXISTS (SELECT 1 FROM person AS other WHERE other.id <> @id AND other.role = 'administrator')";

    // Whoever takes the right of the last administrator away must not race with another who does the same.
    private const string Lease = "people";

    public Task<Person?> FindAsync(string id, CancellationToken cancellationToken) =>
        database.FindAsync<Person>($"SELECT {Columns} FROM person WHERE id = @id", new { id }, cancellationToken);

    /// <summary>The person of an address, in the spelling of <see cref="EmailAddress"/>.</summary>
    public Task<Person?> FindByEmailAsync(string email, CancellationToken cancellationToken) =>
        database.FindAsync<Person>($"SELECT {Columns} FROM person WHERE email = @email", new { email }, cancellationToken);

    public Task<IReadOnlyList<Person>> ListAsync(CancellationToken cancellationToken) =>
        database.ListAsync<Person>($"SELECT {Columns} FROM person ORDER BY email", null, cancellationToken);

    public async Task<bool> HasAdministratorAsync(CancellationToken cancellationToken) =>
        await database.FindAsync<long>(CountAdministratorsSql, null, cancellationToken).ConfigureAwait(false) > 0;

    /// <summary>A person who is not stored yet.</summary>
    public Person New(string email, string name, Role role, string? passwordHash) => new()
    {
        Id = NewId.Of(time),
        Email = email,
        Name = name,
        Role = RoleText.Of(role),
        Password = passwordHash,
        Stamp = NewStamp(),
        CreatedAt = time.GetUtcNow().ToUnixTimeMilliseconds(),
    };

    /// <summary>Adds a person.</summary>
    /// <returns>Whether it was added: nobody else has the address.</returns>
    public async Task<bool> AddAsync(Person person, CancellationToken cancellationToken) =>
        await database.ChangeAsync(InsertSql, person, cancellationToken).ConfigureAwait(false) == 1;

    public Task SignedInAsync(string id, CancellationToken cancellationToken) =>
        database.ChangeAsync("UPDATE person SET signed_in_at = @now WHERE id = @id", new { id, now = time.GetUtcNow().ToUnixTimeMilliseconds() }, cancellationToken);

    /// <summary>Ends every session of a person.</summary>
    public Task EndSessionsAsync(string id, CancellationToken cancellationToken) =>
        database.ChangeAsync("UPDATE person SET stamp = @stamp WHERE id = @id", new { id, stamp = NewStamp() }, cancellationToken);

    /// <summary>Sets a password, which ends every session and every link to a new one.</summary>
    public Task SetPasswordAsync(string id, string hash, CancellationToken cancellationToken) =>
        database.ChangeAsync($"{EndLinksSql}; {PasswordSql}", new { id, hash, stamp = NewStamp() }, cancellationToken);

    /// <summary>Changes name or role; null leaves one as it is.</summary>
    /// <returns>Whether it was changed: the last administrator stays one.</returns>
    public Task<bool> ChangeAsync(string id, string? name, Role? role, CancellationToken cancellationToken) => WithOthersAsync(
        $"""
        UPDATE person SET name = COALESCE(@name, name), role = COALESCE(@role, role) WHERE id = @id AND (COALESCE(@role, 'administrator') = 'administrator' OR {HasAnother})
        """,
        new { id, name, role = role is { } given ? RoleText.Of(given) : null },
        cancellationToken);

    /// <summary>Removes a person, whose sessions end with that.</summary>
    /// <returns>Whether it was removed: the last administrator stays.</returns>
    public Task<bool> RemoveAsync(string id, CancellationToken cancellationToken) =>
        WithOthersAsync($"DELETE FROM person WHERE id = @id AND (role <> 'administrator' OR {HasAnother})", new { id }, cancellationToken);

    public static string NewStamp() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    private async Task<bool> WithOthersAsync(string sql, object values, CancellationToken cancellationToken)
    {
        IAsyncDisposable held = await database.LeaseAsync(Lease, cancellationToken).ConfigureAwait(false);
        await using (held.ConfigureAwait(false))
        {
            return await database.ChangeAsync(sql, values, cancellationToken).ConfigureAwait(false) == 1;
        }
    }
}

using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using Dapper;
using Interactor.Host.Storage;
using Microsoft.AspNetCore.WebUtilities;

namespace Interactor.Host.People;

/// <summary>Keeps links that are good once under the hash of their secret, so that whoever reads the database can use none of them.</summary>
internal sealed class PersonLinks(Database database, TimeProvider time)
{
    /// <summary>How long the link of the first start is good; each start makes a new one until it was used.</summary>
    public static readonly TimeSpan SetupLifetime = TimeSpan.FromHours(24);

    /// <summary>How long an invitation is good.</summary>
    public static readonly TimeSpan InvitationLifetime = TimeSpan.FromDays(7);

    /// <summary>How long a link for a new password is good.</summary>
    public static readonly TimeSpan PasswordLifetime = TimeSpan.FromHours(24);

    private const string Columns = "id, purpose, role, email, person, created_at, expires_at";

    /// <summary>Makes a link, which ends those before it of the same purpose for the same person.</summary>
    /// <returns>What is kept, and the secret that is shown once.</returns>
    public async Task<(PersonLink Link, string Secret)> AddAsync(string purpose, Role role, string? email, string? person, TimeSpan lifetime, CancellationToken cancellationToken)
    {
        string secret = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));
        DateTimeOffset now = time.GetUtcNow();
        PersonLink link = new()
        {
            Id = NewId.Of(time),
            Purpose = purpose,
            Role = RoleText.Of(role),
            Email = email,
            Person = person,
            CreatedAt = now.ToUnixTimeMilliseconds(),
            ExpiresAt = (now + lifetime).ToUnixTimeMilliseconds(),
        };
        await database.ChangeAsync(
            async (connection, transaction) =>
            {
                await connection.ExecuteAsync(Database.Command(
                    "DELETE FROM person_link WHERE expires_at < @CreatedAt OR (purpose = @Purpose AND COALESCE(email, '') = COALESCE(@Email, ''))",
                    link,
                    transaction,
                    cancellationToken)).ConfigureAwait(false);
                return await connection.ExecuteAsync(Database.Command(
                    "INSERT INTO person_link (id, hash, purpose, role, email, person, created_at, expires_at) VALUES (@Id, @hash, @Purpose, @Role, @Email, @Person, @CreatedAt, @ExpiresAt)",
                    new { link.Id, hash = HashOf(secret), link.Purpose, link.Role, link.Email, link.Person, link.CreatedAt, link.ExpiresAt },
                    transaction,
                    cancellationToken)).ConfigureAwait(false);
            },
            cancellationToken).ConfigureAwait(false);
        return (link, secret);
    }

    /// <summary>What a secret leads to; null where it is unknown, used or late.</summary>
    public Task<PersonLink?> FindAsync(string secret, CancellationToken cancellationToken) =>
        database.FindAsync<PersonLink>($"SELECT {Columns} FROM person_link WHERE hash = @hash AND expires_at >= @now", ValuesOf(secret), cancellationToken);

    /// <summary>Uses a link up, in the transaction of what it is for: of several that try, one has it.</summary>
    public async Task<bool> TakeAsync(string secret, DbConnection connection, DbTransaction transaction, CancellationToken cancellationToken) =>
        await connection.ExecuteAsync(Database.Command("DELETE FROM person_link WHERE hash = @hash AND expires_at >= @now", ValuesOf(secret), transaction, cancellationToken)).ConfigureAwait(false) == 1;

    /// <summary>The invitations that wait for their people.</summary>
    public Task<IReadOnlyList<PersonLink>> InvitationsAsync(CancellationToken cancellationToken) => database.ListAsync<PersonLink>(
        $"SELECT {Columns} FROM person_link WHERE purpose = 'invitation' AND expires_at >= @now ORDER BY email", new { now = time.GetUtcNow().ToUnixTimeMilliseconds() }, cancellationToken);

    /// <summary>Takes an invitation back.</summary>
    public async Task<bool> RemoveInvitationAsync(string id, CancellationToken cancellationToken) =>
        await database.ChangeAsync("DELETE FROM person_link WHERE id = @id AND purpose = 'invitation'", new { id }, cancellationToken).ConfigureAwait(false) == 1;

    private object ValuesOf(string secret) => new { hash = HashOf(secret), now = time.GetUtcNow().ToUnixTimeMilliseconds() };

    private static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}

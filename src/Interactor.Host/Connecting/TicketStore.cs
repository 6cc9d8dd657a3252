using System.Security.Cryptography;
using System.Text;
using Dapper;
using Interactor.Host.Secrets;
using Interactor.Host.Storage;

namespace Interactor.Host.Connecting;

/// <summary>Keeps tickets under the hash of a secret that only the person's browser has. Whoever reads the database can use none of them.</summary>
internal sealed class TicketStore(Database database, Vault vault, TimeProvider time)
{
    /// <summary>How long a person may take.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(15);

    /// <summary>Keeps a ticket under a secret.</summary>
    public async Task AddAsync(string secret, string environment, ConnectTicket ticket, CancellationToken cancellationToken)
    {
        string id = IdOf(secret);
        long now = time.GetUtcNow().ToUnixTimeMilliseconds();
        byte[] bytes = vault.Seal(ticket.ToJson(), "ticket", environment, id);
        await database.ChangeAsync(
            async (connection, transaction) =>
            {
                await connection.ExecuteAsync(Database.Command("DELETE FROM pending_connection WHERE expires_at < @now", new { now }, transaction, cancellationToken)).ConfigureAwait(false);
                return await connection.ExecuteAsync(Database.Command(
                    "INSERT INTO pending_connection (id, environment, sealed, expires_at) VALUES (@id, @environment, @bytes, @end)",
                    new { id, environment, bytes, end = now + (long)Lifetime.TotalMilliseconds },
                    transaction,
                    cancellationToken)).ConfigureAwait(false);
            },
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The ticket of a secret and its environment, which stays good; null where there is none, or it came too late.</summary>
    public async Task<(string Environment, ConnectTicket Ticket)?> FindAsync(string secret, CancellationToken cancellationToken) =>
        Opened(secret, await database.FindAsync<Row>(
            "SELECT environment, sealed FROM pending_connection WHERE id = @id AND expires_at >= @now", ValuesOf(secret), cancellationToken).ConfigureAwait(false));

    /// <summary>Writes a ticket again that goes on; one that was used or is too late is left so.</summary>
    public async Task ReplaceAsync(string secret, ConnectTicket ticket, CancellationToken cancellationToken)
    {
        if (await FindAsync(secret, cancellationToken).ConfigureAwait(false) is var (environment, _))
        {
            string id = IdOf(secret);
            await database.ChangeAsync(
                "UPDATE pending_connection SET sealed = @bytes WHERE id = @id", new { id, bytes = vault.Seal(ticket.ToJson(), "ticket", environment, id) }, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Uses a ticket up: of several that try, one has it.</summary>
    public async Task<(string Environment, ConnectTicket Ticket)?> TakeAsync(string secret, CancellationToken cancellationToken) =>
        Opened(secret, await database.ChangeAsync(
            (connection, transaction) => connection.QueryFirstOrDefaultAsync<Row>(Database.Command(
                "DELETE FROM pending_connection WHERE id = @id AND expires_at >= @now RETURNING environment, sealed", ValuesOf(secret), transaction, cancellationToken)),
            cancellationToken).ConfigureAwait(false));

    private object ValuesOf(string secret) => new { id = IdOf(secret), now = time.GetUtcNow().ToUnixTimeMilliseconds() };

    private (string Environment, ConnectTicket Ticket)? Opened(string secret, Row? row) =>
        row is null ? null : (row.Environment, ConnectTicket.FromJson(vault.Open(row.Sealed, "ticket", row.Environment, IdOf(secret))));

    /// <summary>The name under which the ticket of a secret is kept.</summary>
    public static string IdOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    private sealed class Row
    {
        public required string Environment { get; init; }

        public required byte[] Sealed { get; init; }
    }
}

using System.Net;
using System.Security.Cryptography;
using System.Text;
using Dapper;
using Interactor.Host.Storage;

namespace Interactor.Host.People;

/// <summary>
/// Counts tries to sign in, by address of e-mail and by address of network, in the database: all hosts count together, and a restart forgets nothing. An
/// e-mail address that nobody has is counted like the others, so that the answer tells nothing.
/// </summary>
internal sealed class SignInGuard(Database database, TimeProvider time)
{
    /// <summary>How many tries fail for one person until no more are heard.</summary>
    public const int MostOfPerson = 5;

    /// <summary>How many tries fail from one address until no more are heard.</summary>
    public const int MostOfAddress = 50;

    /// <summary>How long tries count.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(15);

    /// <summary>Counts a try as failed before it is looked at, so that tries at the same time count too.</summary>
    /// <returns>How long to wait; null where the try may be looked at.</returns>
    public async Task<TimeSpan?> BeginAsync(string email, IPAddress? address, CancellationToken cancellationToken)
    {
        TimeSpan? person = await CountAsync(PersonSubject(email), MostOfPerson, cancellationToken).ConfigureAwait(false);
        TimeSpan? network = await CountAsync(AddressSubject(address), MostOfAddress, cancellationToken).ConfigureAwait(false);
        return person is null || network > person ? network ?? person : person;
    }

    /// <summary>Forgets the failures of a person who signed in.</summary>
    public Task SucceededAsync(string email, IPAddress? address, CancellationToken cancellationToken) => database.ChangeAsync(
        async (connection, transaction) =>
        {
            await connection.ExecuteAsync(Database.Command("DELETE FROM sign_in_failure WHERE subject = @subject", new { subject = PersonSubject(email) }, transaction, cancellationToken)).ConfigureAwait(false);
            return await connection.ExecuteAsync(Database.Command(
                "UPDATE sign_in_failure SET count = count - 1 WHERE subject = @subject", new { subject = AddressSubject(address) }, transaction, cancellationToken)).ConfigureAwait(false);
        },
        cancellationToken);

    private async Task<TimeSpan?> CountAsync(string subject, int most, CancellationToken cancellationToken)
    {
        long now = time.GetUtcNow().ToUnixTimeMilliseconds();
        Counted counted = await database.ChangeAsync(
            (connection, transaction) => connection.QuerySingleAsync<Counted>(Database.Command(
                """
                INSERT INTO sign_in_failure (subject, count, first_at) VALUES (@subject, 1, @now)
                ON CONFLICT (subject) DO UPDATE SET
                    count = CASE WHEN sign_in_failure.first_at <= @cutoff THEN 1 ELSE sign_in_failure.count + 1 END,
                    first_at = CASE WHEN sign_in_failure.first_at <= @cutoff THEN @now ELSE sign_in_failure.first_at END
                RETURNING count, first_at
                """,
                new { subject, now, cutoff = now - (long)Window.TotalMilliseconds },
                transaction,
                cancellationToken)),
            cancellationToken).ConfigureAwait(false);
        return counted.Count <= most ? null : TimeSpan.FromMilliseconds(Math.Max(1000, counted.FirstAt + Window.TotalMilliseconds - now));
    }

    // The hash keeps the addresses of strangers, and passwords typed in the wrong field, out of the database.
    private static string PersonSubject(string email) => "person/" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(email)));

    // Who has one address of IPv6 has its whole network of 64 bits (RFC 6177).
    private static string AddressSubject(IPAddress? address) => "address/" + address switch
    {
        null => "none",
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4().ToString(),
        { AddressFamily: System.Net.Sockets.AddressFamily.InterNetworkV6 } => Convert.ToHexStringLower(address.GetAddressBytes().AsSpan(0, 8)),
        _ => address.ToString(),
    };

    private sealed class Counted
    {
        public required long Count { get; init; }

        public required long FirstAt { get; init; }
    }
}

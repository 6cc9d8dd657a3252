using System.Net;
using System.Security.Cryptography;
using System.Text;
using Dapper;
using Interactor.Host.Storage;

namespace Interactor.Host.People;

/// <summary>
/// Counts tries to sign in that failed, by an e-mail address from an address of the network, and by the latter alone, in the database: all hosts count together, and a restart forgets
/// nothing. Never by the e-mail address alone, or anybody could lock anybody out. An e-mail address that nobody has is counted like the others, so that the answer tells nothing.
/// </summary>
internal sealed class SignInGuard(Database database, TimeProvider time)
{
    /// <summary>How many tries for one person from one address fail until each further one has to wait.</summary>
    public const int MostOfPerson = 5;

    /// <summary>How many tries fail from one address until no more are heard.</summary>
    public const int MostOfAddress = 50;

    /// <summary>How long the first wait is; each failure after it doubles it.</summary>
    public static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(30);

    /// <summary>How long tries of an address count, and the longest wait of one for a person.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(15);

    // Thirty seconds doubled five times are more than the longest wait.
    private const int Doublings = 5;

    // After this time without a try, those for a person are forgotten.
    private static readonly TimeSpan Memory = TimeSpan.FromHours(24);

    /// <summary>Counts a try as failed before it is looked at, so that tries at the same time count too. One that has to wait is not counted.</summary>
    /// <returns>How long to wait; null where the try may be looked at.</returns>
    public async Task<TimeSpan?> BeginAsync(string email, IPAddress? address, CancellationToken cancellationToken)
    {
        TimeSpan? person = await TryAsync(PersonSubject(email, address), cancellationToken).ConfigureAwait(false);
        TimeSpan? network = await CountAsync(AddressSubject(address), MostOfAddress, cancellationToken).ConfigureAwait(false);
        return person is null || network > person ? network ?? person : person;
    }

    /// <summary>Forgets the failures of a person who signed in.</summary>
    public Task SucceededAsync(string email, IPAddress? address, CancellationToken cancellationToken) => database.ChangeAsync(
        async (connection, transaction) =>
        {
            await connection.ExecuteAsync(Database.Command("DELETE FROM sign_in_failure WHERE subject = @subject", new { subject = PersonSubject(email, address) }, transaction, cancellationToken)).ConfigureAwait(false);
            return await connection.ExecuteAsync(Database.Command(
                "UPDATE sign_in_failure SET count = count - 1 WHERE subject = @subject", new { subject = AddressSubject(address) }, transaction, cancellationToken)).ConfigureAwait(false);
        },
        cancellationToken);

    // One statement decides, so that of many tries at once each sees those before it. In rows of persons first_at is when the last try was looked at.
    private async Task<TimeSpan?> TryAsync(string subject, CancellationToken cancellationToken)
    {
        long now = time.GetUtcNow().ToUnixTimeMilliseconds();
        int looked = await database.ChangeAsync(
            """
            INSERT INTO sign_in_failure (subject, count, first_at) VALUES (@subject, 1, @now)
            ON CONFLICT (subject) DO UPDATE SET
                count = CASE WHEN sign_in_failure.first_at <= @forgotten THEN 1 ELSE sign_in_failure.count + 1 END,
                first_at = CASE WHEN sign_in_failure.first_at > @now THEN sign_in_failure.first_at ELSE @now END
            WHERE sign_in_failure.count < @free OR sign_in_failure.first_at + CASE
                WHEN sign_in_failure.count >= @free + @doublings THEN @longest
                ELSE @first * (1 << CAST(sign_in_failure.count - @free AS INTEGER)) END <= @now
            """,
            new
            {
                subject,
                now,
                forgotten = now - (long)Memory.TotalMilliseconds,
                free = (long)MostOfPerson,
                doublings = (long)Doublings,
                first = (long)FirstWait.TotalMilliseconds,
                longest = (long)Window.TotalMilliseconds,
            },
            cancellationToken).ConfigureAwait(false);
        if (looked == 1)
        {
            return null;
        }

        Counted? counted = await database.FindAsync<Counted>("SELECT count, first_at FROM sign_in_failure WHERE subject = @subject", new { subject }, cancellationToken).ConfigureAwait(false);
        return counted is null ? null : TimeSpan.FromMilliseconds(Math.Max(1000, counted.FirstAt + WaitAfter(counted.Count).TotalMilliseconds - now));
    }

    private static TimeSpan WaitAfter(long failures) => failures < MostOfPerson ? TimeSpan.Zero : failures >= MostOfPerson + Doublings ? Window : FirstWait * (1 << (int)(failures - MostOfPerson));

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
    private static string PersonSubject(string email, IPAddress? address) => "person/" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{AddressSubject(address)}\n{email}")));

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

using Dapper;
using Interactor.Host.Api;
using Interactor.Host.Storage;
using Interactor.Runtime;

namespace Interactor.Host.People;

/// <summary>Uses a link that is good once: makes the person that it is for, or gives one a new password.</summary>
internal sealed class Joining(Database database, PersonLinks links, PersonStore people, Passwords passwords)
{
    public static readonly Refusal Over = new(410, "This link was used already, or is too old. Ask an administrator for another one.", ErrorCode.NotFound);

    private const int MostOfName = 100;

    /// <summary>Uses a link.</summary>
    /// <param name="secret">The secret of the link.</param>
    /// <param name="email">The address that the person gives; left out where the link has one.</param>
    /// <param name="name">The name for others; left out for a new password.</param>
    /// <param name="password">The password.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Whose link it was, and whether that person is new.</returns>
    /// <exception cref="RefusalException">The link is not good, or what was given is not.</exception>
    public async Task<(Person Person, bool IsNew)> UseAsync(string secret, string? email, string? name, string password, CancellationToken cancellationToken)
    {
        PersonLink link = await links.FindAsync(secret, cancellationToken).ConfigureAwait(false) ?? throw new RefusalException(Over);
        if (link.Person is { } known)
        {
            Person person = await people.FindAsync(known, cancellationToken).ConfigureAwait(false) ?? throw new RefusalException(Over);
            return (await RenewAsync(secret, person, password, cancellationToken).ConfigureAwait(false), false);
        }

        string address = link.Email ?? EmailAddress.Read(email) ?? throw RefusalException.At("/email", "This is no e-mail address.");
        if (name?.Trim() is not { Length: > 0 and <= MostOfName } called || called.Any(char.IsControl))
        {
            throw RefusalException.At("/name", $"A name has 1 to {MostOfName} characters.");
        }

        Check(password, address);
        return (await MakeAsync(secret, people.New(address, called, RoleText.Read(link.Role), passwords.Hash(password)), link.Purpose == PersonLink.Setup, cancellationToken).ConfigureAwait(false), true);
    }

    private Task<Person> MakeAsync(string secret, Person person, bool isFirst, CancellationToken cancellationToken) => database.ChangeAsync(
        async (connection, transaction) =>
        {
            if (!await links.TakeAsync(secret, connection, transaction, cancellationToken).ConfigureAwait(false))
            {
                throw new RefusalException(Over);
            }

            // Somebody may have become administrator otherwise since the link was made.
            if (isFirst && await connection.ExecuteScalarAsync<long>(Database.Command(PersonStore.CountAdministratorsSql, null, transaction, cancellationToken)).ConfigureAwait(false) > 0)
            {
                throw new RefusalException(Over);
            }

            // The exception rolls the transaction back, so that the link stays good for another address.
            return await connection.ExecuteAsync(Database.Command(PersonStore.InsertSql, person, transaction, cancellationToken)).ConfigureAwait(false) == 1
                ? person
                : throw RefusalException.At("/email", "Somebody has this e-mail address already.");
        },
        cancellationToken);

    private async Task<Person> RenewAsync(string secret, Person person, string password, CancellationToken cancellationToken)
    {
        Check(password, person.Email);
        string hash = passwords.Hash(password);
        await database.ChangeAsync(
            async (connection, transaction) => await links.TakeAsync(secret, connection, transaction, cancellationToken).ConfigureAwait(false)
                ? await connection.ExecuteAsync(Database.Command($"{PersonStore.EndLinksSql}; {PersonStore.PasswordSql}", new { id = person.Id, hash, stamp = PersonStore.NewStamp() }, transaction, cancellationToken)).ConfigureAwait(false)
                : throw new RefusalException(Over),
            cancellationToken).ConfigureAwait(false);
        return await people.FindAsync(person.Id, cancellationToken).ConfigureAwait(false) ?? throw new RefusalException(Over);
    }

    private static void Check(string password, string email)
    {
        if (Passwords.ProblemOf(password, email) is { } problem)
        {
            throw RefusalException.At("/password", problem);
        }
    }
}

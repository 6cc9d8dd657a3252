using Interactor.Host.Audit;
using Interactor.Host.Storage;

namespace Interactor.Host.People;

/// <summary>A link to a new password, made by whoever runs the host: the way back in for an administrator who has nobody to ask.</summary>
/// <param name="Email">Whose it is.</param>
/// <param name="Url">The link. It is good once.</param>
/// <param name="ExpiresAt">How long it is good.</param>
public sealed record PasswordLink(string Email, Uri Url, DateTimeOffset ExpiresAt)
{
    /// <summary>Makes a link, which ends the one before it for the same person.</summary>
    /// <param name="settings">Where the host keeps its data, and where browsers reach it (<see cref="HostSettings.PublicUrl"/>).</param>
    /// <param name="email">The e-mail address of the person; null for the only administrator.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="HostException">There is no database, no such person, there are several administrators, or the database cannot be used.</exception>
    public static async Task<PasswordLink> CreateAsync(HostSettings settings, string? email = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(settings);
        if (settings.Connection is null)
        {
            // Somebody who has a password has it in a database that is there: another one would be made for a directory with a slip of the finger.
            SqliteDatabase.ExistingIn(settings.DataDirectory);
        }

        TimeProvider time = settings.TimeProvider ?? TimeProvider.System;
        Database database = await HostApplication.OpenAsync(settings, cancellationToken).ConfigureAwait(false);
        await using (database.ConfigureAwait(false))
        {
            await Migrator.MigrateAsync(database, time, cancellationToken).ConfigureAwait(false);
            Person person = Choose(await new PersonStore(database, time).ListAsync(cancellationToken).ConfigureAwait(false), email);
            (PersonLink link, string secret) = await new PersonLinks(database, time).AddAsync(
                PersonLink.NewPassword, person.Rank, person.Email, person.Id, PersonLinks.PasswordLifetime, cancellationToken).ConfigureAwait(false);
            await new AuditLog(database, time).AddOfSystemAsync(AuditAction.PasswordLinkMade, person.Id).ConfigureAwait(false);
            string address = (settings.PublicUrl ?? new Uri(settings.Url)).GetLeftPart(UriPartial.Path).TrimEnd('/');
            return new PasswordLink(person.Email, new Uri(address + SetupEndpoints.PagePath + secret), DateTimeOffset.FromUnixTimeMilliseconds(link.ExpiresAt));
        }
    }

    /// <summary>Says whose it is, and nothing that is secret.</summary>
    public override string ToString() => $"PasswordLink {{ Email = {Email}, ExpiresAt = {ExpiresAt:O} }}";

    private static Person Choose(IReadOnlyList<Person> people, string? email)
    {
        if (email is not null)
        {
            string? read = EmailAddress.Read(email);
            return people.FirstOrDefault(person => person.Email == read) ?? throw new HostException($"Nobody has the e-mail address '{email}'.");
        }

        Person[] administrators = [.. people.Where(static person => person.Rank == Role.Administrator)];
        return administrators switch
        {
            [{ } only] => only,
            [] => throw new HostException("There is no administrator. The next start of the host prints a setup link."),
            _ => throw new HostException($"There are several administrators: {string.Join(", ", administrators.Select(static person => person.Email))}. Name one of them."),
        };
    }
}

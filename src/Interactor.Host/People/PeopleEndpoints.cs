using Interactor.Host.Access;
using Interactor.Host.Api;
using Interactor.Host.Audit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Interactor.Host.People;

/// <summary>Who may manage the host: administrators invite, change and remove people.</summary>
internal static class PeopleEndpoints
{
    public static void MapPeople(this IEndpointRouteBuilder manage)
    {
        manage.MapGet("/people", ListAsync).For(Role.Administrator).Named("people.list", "Everybody who may manage the host.");
        manage.MapPatch("/people/{person}", ChangeAsync).For(Role.Administrator).Named("people.update", "Changes the name or the role of a person.");
        manage.MapDelete("/people/{person}", RemoveAsync).For(Role.Administrator).Named("people.delete", "Removes a person, whose sessions end at once.");
        manage.MapPost("/people/{person}/password-link", LinkAsync).For(Role.Administrator).Named("people.password-link.create", "Makes a link by which a person sets a new password.");
        manage.MapGet("/invitations", InvitationsAsync).For(Role.Administrator).Named("invitations.list", "The invitations that wait for their people.");
        manage.MapPost("/invitations", InviteAsync).For(Role.Administrator).Named("invitations.create", "Invites a person: makes a link by which they join. One of the same person before it ends.");
        manage.MapDelete("/invitations/{invitation}", RemoveInvitationAsync).For(Role.Administrator).Named("invitations.delete", "Takes an invitation back.");
    }

    private static async Task<PageBody<PersonBody>> ListAsync(PersonStore people, CancellationToken cancellationToken) =>
        new([.. (await people.ListAsync(cancellationToken).ConfigureAwait(false)).Select(PersonBody.Of)], null);

    private static async Task<PersonBody> ChangeAsync(HttpContext context, string person, Given<PersonChangeBody> body, PersonStore people, AuditLog audit)
    {
        Person found = await FindAsync(people, person, context.RequestAborted).ConfigureAwait(false);
        Role? role = body.Value.Role is { } text ? RoleAt(text) : null;
        if (body.Value.Name is { } name && (name.Trim().Length is 0 or > 100 || name.Any(char.IsControl)))
        {
            throw RefusalException.At("/name", "A name has 1 to 100 characters.");
        }

        if (!await people.ChangeAsync(found.Id, body.Value.Name?.Trim(), role, context.RequestAborted).ConfigureAwait(false))
        {
            throw RefusalException.Conflict("The last administrator stays one. Make somebody else an administrator before.");
        }

        await audit.AddAsync(context, AuditAction.PersonChanged, found.Id).ConfigureAwait(false);
        return PersonBody.Of(await FindAsync(people, person, context.RequestAborted).ConfigureAwait(false));
    }

    private static async Task<NoContent> RemoveAsync(HttpContext context, string person, PersonStore people, AuditLog audit)
    {
        Person found = await FindAsync(people, person, context.RequestAborted).ConfigureAwait(false);
        if (!await people.RemoveAsync(found.Id, context.RequestAborted).ConfigureAwait(false))
        {
            throw RefusalException.Conflict("The last administrator stays. Make somebody else an administrator before.");
        }

        await audit.AddAsync(context, AuditAction.PersonRemoved, found.Id).ConfigureAwait(false);
        return TypedResults.NoContent();
    }

    private static async Task<Created<LinkBody>> LinkAsync(HttpContext context, string person, PersonStore people, PersonLinks links, HostAddress address, AuditLog audit)
    {
        Person found = await FindAsync(people, person, context.RequestAborted).ConfigureAwait(false);
        (PersonLink link, string secret) = await links.AddAsync(
            PersonLink.NewPassword, found.Rank, found.Email, found.Id, PersonLinks.PasswordLifetime, context.RequestAborted).ConfigureAwait(false);
        await audit.AddAsync(context, AuditAction.PasswordLinkMade, found.Id).ConfigureAwait(false);
        return LinkOf(address, link, secret);
    }

    private static async Task<PageBody<InvitationBody>> InvitationsAsync(PersonLinks links, CancellationToken cancellationToken) => new(
        [.. (await links.InvitationsAsync(cancellationToken).ConfigureAwait(false)).Select(static link => new InvitationBody(link.Id, link.Email!, link.Role, DateTimeOffset.FromUnixTimeMilliseconds(link.ExpiresAt)))],
        null);

    private static async Task<Created<LinkBody>> InviteAsync(HttpContext context, Given<NewInvitationBody> body, PersonStore people, PersonLinks links, HostAddress address, AuditLog audit)
    {
        string email = EmailAddress.Read(body.Value.Email) ?? throw RefusalException.At("/email", "This is no e-mail address.");
        Role role = RoleAt(body.Value.Role);
        if (await people.FindByEmailAsync(email, context.RequestAborted).ConfigureAwait(false) is not null)
        {
            throw RefusalException.Conflict("Somebody has this e-mail address already.");
        }

        (PersonLink link, string secret) = await links.AddAsync(PersonLink.Invitation, role, email, null, PersonLinks.InvitationLifetime, context.RequestAborted).ConfigureAwait(false);
        await audit.AddAsync(context, AuditAction.PersonInvited, email).ConfigureAwait(false);
        return LinkOf(address, link, secret);
    }

    private static async Task<NoContent> RemoveInvitationAsync(HttpContext context, string invitation, PersonLinks links, AuditLog audit)
    {
        if (!await links.RemoveInvitationAsync(invitation, context.RequestAborted).ConfigureAwait(false))
        {
            throw RefusalException.NotFound($"There is no invitation '{invitation}'.");
        }

        await audit.AddAsync(context, AuditAction.InvitationRemoved, invitation).ConfigureAwait(false);
        return TypedResults.NoContent();
    }

    private static async Task<Person> FindAsync(PersonStore people, string id, CancellationToken cancellationToken) =>
        await people.FindAsync(id, cancellationToken).ConfigureAwait(false) ?? throw RefusalException.NotFound($"There is no person '{id}'.");

    private static Role RoleAt(string text) => RoleText.Find(text) ?? throw RefusalException.At("/role", "A role is 'viewer', 'developer' or 'administrator'.");

    private static Created<LinkBody> LinkOf(HostAddress address, PersonLink link, string secret) =>
        TypedResults.Created((string?)null, new LinkBody(address.Url + SetupEndpoints.PagePath + secret, DateTimeOffset.FromUnixTimeMilliseconds(link.ExpiresAt)));
}

using System.Net;
using Interactor.Host.Access;
using Interactor.Host.Api;
using Interactor.Host.Audit;
using Interactor.Runtime;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Interactor.Host.People;

/// <summary>Signing in and out, and what a person changes of their own.</summary>
internal static class SessionEndpoints
{
    // One text for every reason: which addresses are known is nobody's business.
    private static readonly Refusal Wrong = new(401, "The e-mail address or the password is not right.", ErrorCode.AuthDenied);

    public static void MapSessions(this IEndpointRouteBuilder manage)
    {
        manage.MapPost("/session", SignInAsync).RequireRateLimiting(PublicRates.SignIn).Named("session.create", "Signs in with e-mail address and password; the answer sets the cookie of the session.");
        manage.MapGet("/session", Get).For(Role.Viewer).Named("session.get", "Who is signed in, and the token that requests with the cookie have to send.");
        manage.MapDelete("/session", SignOutAsync).For(Role.Viewer).Named("session.delete", "Ends the session of this browser.");
        manage.MapDelete("/sessions", SignOutEverywhereAsync).For(Role.Viewer).Named("session.delete-everywhere", "Ends every session of whoever is signed in.");
        manage.MapPut("/session/password", ChangePasswordAsync).RequireRateLimiting(PublicRates.SignIn).For(Role.Viewer).Named("session.password.update", "Changes the password, which ends every other session.");
    }

    private static async Task<SessionBody> SignInAsync(
        HttpContext context, Given<SignInBody> body, PersonStore people, Passwords passwords, SignInGuard guard, IAntiforgery antiforgery, AuditLog audit)
    {
        context.Response.Headers.CacheControl = "no-store";
        string email = EmailAddress.Read(body.Value.Email) ?? "";
        IPAddress? address = context.Connection.RemoteIpAddress;
        if (await guard.BeginAsync(email, address, context.RequestAborted).ConfigureAwait(false) is { } wait)
        {
            throw new RefusalException(new Refusal(429, "Too many tries to sign in failed. Wait, or ask an administrator for a link to a new password.", ErrorCode.RateLimited) { RetryAfter = wait });
        }

        Person? person = await people.FindByEmailAsync(email, context.RequestAborted).ConfigureAwait(false);
        bool isRight = passwords.Verify(person?.Password, body.Value.Password);
        if (person is null || !isRight)
        {
            // A text that is nobody's address may be a password in the wrong field.
            await audit.AddAsync(context, AuditAction.SignInFailed, person?.Id).ConfigureAwait(false);
            throw new RefusalException(Wrong);
        }

        await guard.SucceededAsync(email, address, context.RequestAborted).ConfigureAwait(false);
        await people.SignedInAsync(person.Id, context.RequestAborted).ConfigureAwait(false);
        await PersonCookie.BeginAsync(context, person).ConfigureAwait(false);
        await audit.AddAsync(context, person, AuditAction.SignedIn, person.Id).ConfigureAwait(false);
        return BodyOf(context, antiforgery, person);
    }

    private static SessionBody Get(HttpContext context, IAntiforgery antiforgery) => BodyOf(context, antiforgery, Caller.PersonOf(context));

    private static async Task<NoContent> SignOutAsync(HttpContext context, AuditLog audit)
    {
        await context.SignOutAsync(PersonCookie.Scheme).ConfigureAwait(false);
        await audit.AddAsync(context, AuditAction.SignedOut, Caller.PersonOf(context).Id).ConfigureAwait(false);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> SignOutEverywhereAsync(HttpContext context, PersonStore people, AuditLog audit)
    {
        Person person = Caller.PersonOf(context);
        await people.EndSessionsAsync(person.Id, context.RequestAborted).ConfigureAwait(false);
        await context.SignOutAsync(PersonCookie.Scheme).ConfigureAwait(false);
        await audit.AddAsync(context, AuditAction.SignedOutEverywhere, person.Id).ConfigureAwait(false);
        return TypedResults.NoContent();
    }

    private static async Task<SessionBody> ChangePasswordAsync(
        HttpContext context, Given<PasswordBody> body, PersonStore people, Passwords passwords, SignInGuard guard, IAntiforgery antiforgery, AuditLog audit)
    {
        Person person = Caller.PersonOf(context);

        // Who took over a session could try passwords here as well as at the door.
        if (await guard.BeginAsync(person.Email, context.Connection.RemoteIpAddress, context.RequestAborted).ConfigureAwait(false) is { } wait)
        {
            throw new RefusalException(new Refusal(429, "Too many tries failed. Wait.", ErrorCode.RateLimited) { RetryAfter = wait });
        }

        if (!passwords.Verify(person.Password, body.Value.Current))
        {
            throw RefusalException.At("/current", "This is not the password until now.");
        }

        if (Passwords.ProblemOf(body.Value.New, person.Email) is { } problem)
        {
            throw RefusalException.At("/new", problem);
        }

        await guard.SucceededAsync(person.Email, context.Connection.RemoteIpAddress, context.RequestAborted).ConfigureAwait(false);
        await people.SetPasswordAsync(person.Id, passwords.Hash(body.Value.New), context.RequestAborted).ConfigureAwait(false);
        Person changed = await people.FindAsync(person.Id, context.RequestAborted).ConfigureAwait(false) ?? throw new RefusalException(Wrong);
        await PersonCookie.BeginAsync(context, changed).ConfigureAwait(false);
        await audit.AddAsync(context, AuditAction.PasswordChanged, person.Id).ConfigureAwait(false);
        return BodyOf(context, antiforgery, changed);
    }

    // The token is bound to the person, and good for this browser only, which gets a cookie beside it.
    private static SessionBody BodyOf(HttpContext context, IAntiforgery antiforgery, Person person) =>
        new(PersonBody.Of(person), antiforgery.GetAndStoreTokens(context).RequestToken ?? throw new InvalidOperationException("Antiforgery gave no token."));
}

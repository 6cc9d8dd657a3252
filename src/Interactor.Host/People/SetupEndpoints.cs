using Interactor.Host.Access;
using Interactor.Host.Api;
using Interactor.Host.Audit;
using Interactor.Runtime;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Interactor.Host.People;

/// <summary>What links lead to that are good once: the first administrator, further people, new passwords. As a page, and as JSON.</summary>
internal static class SetupEndpoints
{
    /// <summary>Where the page of a link is.</summary>
    public const string PagePath = "/setup/";

    public static void MapSetup(this IEndpointRouteBuilder routes, IEndpointRouteBuilder manage)
    {
        manage.MapPost("/setup", UseAsync).RequireRateLimiting(PublicRates.SignIn).Named("links.use", "Uses a link that is good once: makes a person, or sets a new password.");
        RouteGroupBuilder pages = routes.MapGroup(PagePath).ExcludeFromDescription().RequireRateLimiting(PublicRates.SignIn);
        pages.MapGet("/{secret}", ShowAsync);
        pages.MapPost("/{secret}", SubmitAsync).DisableAntiforgery().TakesPageForm();
    }

    private static async Task<Created<PersonBody>> UseAsync(HttpContext context, Given<SetupBody> body, Joining joining, AuditLog audit)
    {
        context.Response.Headers.CacheControl = "no-store";
        (Person person, bool isNew) = await joining.UseAsync(body.Value.Link, body.Value.Email, body.Value.Name, body.Value.Password, context.RequestAborted).ConfigureAwait(false);
        await RememberAsync(context, audit, person, isNew).ConfigureAwait(false);
        return TypedResults.Created((string?)null, PersonBody.Of(person));
    }

    private static async Task<IResult> ShowAsync(HttpContext context, PersonLinks links, string secret) =>
        await links.FindAsync(secret, context.RequestAborted).ConfigureAwait(false) is { } link
            ? HtmlPage.Result(context, SetupPage.Ask(link, "", "", problem: null))
            : Refuse(context, Joining.Over);

    private static async Task<IResult> SubmitAsync(HttpContext context, PersonLinks links, Joining joining, AuditLog audit, string secret)
    {
        if (await PageForm.ReadAsync(context).ConfigureAwait(false) is not { } form)
        {
            return Refuse(context, new Refusal(415, "The page sent something else than its form.", ErrorCode.InputInvalid));
        }

        (string email, string name, string password) = (form["email"].ToString(), form["name"].ToString(), form["password"].ToString());
        try
        {
            (Person person, bool isNew) = password == form["again"].ToString()
                ? await joining.UseAsync(secret, email, name, password, context.RequestAborted).ConfigureAwait(false)
                : throw RefusalException.At("/again", "The two passwords are not the same.");
            await RememberAsync(context, audit, person, isNew).ConfigureAwait(false);
            return HtmlPage.Result(context, SetupPage.Done(person));
        }
        catch (RefusalException e) when (e.Refusal.Code == ErrorCode.InputInvalid && e.Refusal.Details is [{ } finding])
        {
            return await links.FindAsync(secret, context.RequestAborted).ConfigureAwait(false) is { } link
                ? HtmlPage.Refused(context, SetupPage.Ask(link, email, name, finding.Message), e.Refusal with { Status = 422 })
                : Refuse(context, Joining.Over);
        }
        catch (RefusalException e) when (e.Refusal.Status == 410)
        {
            return Refuse(context, e.Refusal);
        }
    }

    private static IResult Refuse(HttpContext context, Refusal refusal) => HtmlPage.Refused(context, SetupPage.Over(refusal.Error), refusal);

    private static Task RememberAsync(HttpContext context, AuditLog audit, Person person, bool isNew) =>
        audit.AddAsync(context, person, isNew ? AuditAction.PersonCreated : AuditAction.PasswordChanged, person.Id);
}

using Interactor.Host.Access;
using Interactor.Host.Api;
using Interactor.Runtime;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Interactor.Host.Connecting;

/// <summary>The pages of the connect flow, and the callback of providers. Whoever has the URL of a page is who it was made for.</summary>
internal static class ConnectEndpoints
{
    private static readonly Refusal Over = new(410, "This page was used already, or is too old.", ErrorCode.NotFound);

    private static readonly Refusal NoForm = new(415, "The page sent something else than its form.", ErrorCode.InputInvalid);

    public static void MapConnect(this IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder group = routes.MapGroup("").ExcludeFromDescription().RequireRateLimiting(PublicRates.Pages);
        group.MapGet("/connect/callback", CallbackAsync);
        group.MapGet("/connect/{secret}", ShowAsync);
        group.MapPost("/connect/{secret}", ContinueAsync).DisableAntiforgery().TakesPageForm();
    }

    private static async Task<IResult> ShowAsync(HttpContext context, ConnectFlow flow, string secret)
    {
        if (await flow.FindAsync(secret, context.RequestAborted).ConfigureAwait(false) is not var (ticket, session) || ticket.Pending is not null)
        {
            return Refuse(context, Over);
        }

        if (ticket.Result is { } result)
        {
            return Answer(context, result.ToOutcome(ticket));
        }

        if (ticket.Device is not { } device)
        {
            return HtmlPage.Result(context, ConnectPage.Ask(session, ticket, problem: null));
        }

        flow.Await(secret, session);
        return HtmlPage.Result(context, ConnectPage.Wait(session, device));
    }

    private static async Task<IResult> ContinueAsync(HttpContext context, ConnectFlow flow, string secret)
    {
        if (await PageForm.ReadAsync(context).ConfigureAwait(false) is not { } form)
        {
            return Refuse(context, NoForm);
        }

        Dictionary<string, string> values = form
            .Where(static field => field.Key.StartsWith("value.", StringComparison.Ordinal))
            .ToDictionary(static field => field.Key["value.".Length..], static field => field.Value.ToString(), StringComparer.Ordinal);

        // What a provider gave is kept, also when the browser does not wait for the answer.
        ConnectOutcome? outcome = await flow.ContinueAsync(secret, form["method"].ToString(), values, CancellationToken.None).ConfigureAwait(false);
        return outcome is ConnectOutcome.Waiting ? See(context, Uri.EscapeDataString(secret))
            : outcome is ConnectOutcome.Failed({ } ticket, { Code: ErrorCode.InputInvalid or ErrorCode.AuthDenied } problem)
                && await flow.FindAsync(secret, CancellationToken.None).ConfigureAwait(false) is var (_, session)
                ? HtmlPage.Refused(context, ConnectPage.Ask(session, ticket, Say(problem)), problem with { Status = 422 })
                : Answer(context, outcome);
    }

    private static async Task<IResult> CallbackAsync(HttpContext context, ConnectFlow flow)
    {
        // OAuth 1.0 has no state; its temporary token does the same (RFC 5849, section 2.2), and some providers send it back under a name of their own.
        string state = (context.Request.Query["state"].ToString(), context.Request.Query["oauth_token"].ToString(), context.Request.Query["denied"].ToString()) switch
        {
            ({ Length: > 0 } text, _, _) => text,
            (_, { Length: > 0 } text, _) => text,
            (_, _, var text) => text,
        };

        // The code is good once: what it was exchanged for is kept, also when the browser does not wait for the answer.
        return Answer(context, await flow.CompleteAsync(state, context.Request.QueryString.Value ?? "", CancellationToken.None).ConfigureAwait(false));
    }

    private static IResult Answer(HttpContext context, ConnectOutcome? outcome) => outcome switch
    {
        ConnectOutcome.GoTo(Uri url) => See(context, url.AbsoluteUri),
        ConnectOutcome.Connected({ RedirectUrl: { } url } ticket, _) => See(context, RedirectUrls.With(url, ("connector", $"{ticket.Owner}/{ticket.Connector}"), ("account", ticket.Account))),
        ConnectOutcome.Connected({ } ticket, var label) => HtmlPage.Result(context, ConnectPage.Done($"{ticket.Owner}/{ticket.Connector}", label)),
        ConnectOutcome.Failed({ RedirectUrl: { } url } ticket, { } problem) => SendBack(context, url, ticket, problem),
        ConnectOutcome.Failed(_, { } problem) => Refuse(context, problem with { Status = 400 }),
        _ => Refuse(context, Over),
    };

    private static IResult Refuse(HttpContext context, Refusal problem) => HtmlPage.Refused(context, ConnectPage.Problem(Say(problem)), problem);

    private static IResult SendBack(HttpContext context, string url, ConnectTicket ticket, Refusal problem)
    {
        RefusalWriter.Log(context, problem);
        return See(context, RedirectUrls.With(
            url, ("connector", $"{ticket.Owner}/{ticket.Connector}"), ("account", ticket.Account), ("error", ErrorCodeText.Of(problem.Code)), ("error_description", problem.Error)));
    }

    private static string Say(Refusal problem) =>
        problem.Details.Count == 0 ? problem.Error : $"{problem.Error} {string.Join(' ', problem.Details.Select(static detail => detail.Message))}";

    // 303 makes a GET of the POST of a form (RFC 9110, section 15.4.4), and no cache keeps where it led.
    private static IResult See(HttpContext context, string url)
    {
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers["Referrer-Policy"] = "no-referrer";
        context.Response.Headers.Location = url;
        return Results.StatusCode(303);
    }
}

using Interactor.Host.Api;
using Interactor.Host.People;
using Interactor.Host.Workspace;
using Interactor.Runtime;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Interactor.Host.Access;

/// <summary>Lets requests to endpoints with an <see cref="AccessRule"/> through, before anything of them is read.</summary>
internal sealed class AccessGuard(RequestDelegate next, EnvironmentStore environments, EnvironmentRates rates, IAntiforgery antiforgery)
{
    /// <summary>The header of the token that proves that a request comes from a page of the host, and not from another site that uses its cookie.</summary>
    public const string AntiforgeryHeader = "x-csrf-token";

    public async Task InvokeAsync(HttpContext context)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<AccessRule>() is { } rule)
        {
            context.Response.Headers.CacheControl = "no-store";
            context.Features.Set(context.Request.Headers.ContainsKey(EnvironmentAccess.Header)
                ? await ByKeyAsync(context, rule).ConfigureAwait(false)
                : await ByCookieAsync(context, rule).ConfigureAwait(false));
        }

        await next(context).ConfigureAwait(false);
    }

    private async Task<Caller> ByKeyAsync(HttpContext context, AccessRule rule)
    {
        (HostEnvironment? environment, string? keyId, Refusal? refusal) = await EnvironmentAccess.FindAsync(context, environments).ConfigureAwait(false);
        if (environment is null)
        {
            throw new RefusalException(refusal!);
        }

        rates.Check(environment.Id);
        if (!rule.TakesKey)
        {
            throw RefusalException.Forbidden("The key of an environment does not allow this; a person who signed in does it.");
        }

        // To a key, other environments do not exist.
        return context.GetRouteValue("environment") is string asked && asked != environment.Id
            ? throw RefusalException.NotFound($"There is no environment '{asked}'.")
            : new Caller.WithKey(environment, keyId!);
    }

    private async Task<Caller> ByCookieAsync(HttpContext context, AccessRule rule)
    {
        Person person = await PersonCookie.FindAsync(context).ConfigureAwait(false)
            ?? throw new RefusalException(new Refusal(401, "Nobody is signed in, or the session ended. Sign in, or send the key of an environment where that is enough.", ErrorCode.AuthDenied));
        if (!IsSafe(context.Request.Method) && !await antiforgery.IsRequestValidAsync(context).ConfigureAwait(false))
        {
            throw RefusalException.Forbidden($"The header '{AntiforgeryHeader}' with the token of the session is missing or not right. GET /api/v1/manage/session gives it.");
        }

        return person.Rank >= rule.Least
            ? new Caller.SignedIn(person)
            : throw RefusalException.Forbidden($"The role {person.Role} does not allow this; {RoleText.Of(rule.Least)} does.");
    }

    private static bool IsSafe(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method);
}

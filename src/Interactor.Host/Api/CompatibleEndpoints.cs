using System.Text.Json;
using Interactor.Host.Connecting;
using Interactor.Host.Executing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Interactor.Host.Api;

/// <summary>The published contract: every call with and without the connector's owner.</summary>
internal static class CompatibleEndpoints
{
    /// <summary>The owner where a path names none.</summary>
    public const string DefaultOwner = "interactor";

    public static void MapCompatible(this IEndpointRouteBuilder routes)
    {
        foreach (string connector in (string[])["/api/v1/connector/{owner}/{connector}", "/api/v1/connector/{connector}"])
        {
            RouteGroupBuilder group = routes.MapGroup(connector).AddEndpointFilter<EnvironmentAccess>();
            group.MapGet("/auth-url", AuthUrlAsync);
            group.MapGet("/credential", CredentialEndpoint.GetAsync);
            group.MapPost("/credential", CredentialEndpoint.CreateAsync);
            group.MapDelete("/credential", CredentialEndpoint.DeleteAsync);
            group.MapPost("/action/{action}/execute", static (HttpContext context, ExecuteEndpoint endpoint, string connector, string action, string owner = DefaultOwner) =>
                endpoint.HandleAsync(context, owner, connector, action));
        }
    }

    private static async Task AuthUrlAsync(HttpContext context, ConnectFlow flow, TimeProvider time, string connector, string owner = DefaultOwner)
    {
        IQueryCollection query = context.Request.Query;
        string? account = AccountName.Of(query);
        (string? url, Refusal? refusal) = (AccountName.ProblemOf(account), account) switch
        {
            ({ } problem, _) => (null, problem),
            (_, null) => (null, Refusal.Invalid("The query has no 'account': the name by which your application knows its user.")),
            (_, { } name) => await flow.BeginAsync(
                EnvironmentAccess.Of(context),
                new ConnectRequest(owner, connector, name, Text(query["redirectUrl"]), query["skipInput"] == "true", Text(query["method"])),
                context.RequestAborted).ConfigureAwait(false),
        };
        if (refusal is not null)
        {
            await RefusalWriter.WriteAsync(context, refusal, NewId.Of(time)).ConfigureAwait(false);
            return;
        }

        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        await JsonSerializer.SerializeAsync(context.Response.Body, url!, ApiJson.Plain.String, context.RequestAborted).ConfigureAwait(false);
    }

    private static string? Text(string? value) => string.IsNullOrEmpty(value) ? null : value;
}

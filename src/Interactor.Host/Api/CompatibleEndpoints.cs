using System.Text.Json;
using System.Text.Json.Nodes;
using Interactor.Host.Access;
using Interactor.Host.Connecting;
using Interactor.Host.Drafts;
using Interactor.Host.Executing;
using Interactor.Host.OpenApi;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.OpenApi;

namespace Interactor.Host.Api;

/// <summary>The published contract: every call with and without the connector's owner.</summary>
internal static class CompatibleEndpoints
{
    /// <summary>The owner where a path names none.</summary>
    public const string DefaultOwner = "interactor";

    private static readonly DescribedParameter Account = new("account", "The application's name for its user.");
    private static readonly DescribedParameter AccountAlias = new("accountId", "Another name of the parameter account.");

    public static void MapCompatible(this IEndpointRouteBuilder routes)
    {
        Map(routes.MapGroup("/api/v1/connector/{owner}/{connector}"), "");
        Map(routes.MapGroup("/api/v1/connector/{connector}"), "-of-default-owner");
    }

    private static void Map(RouteGroupBuilder group, string suffix)
    {
        group.AddEndpointFilter<EnvironmentAccess>().AddEndpointFilter<ServedVersions>().WithTags("Connectors and accounts").WithMetadata(new KeyOnly());
        group.MapGet("/auth-url", AuthUrlAsync)
            .Named("auth-url.get" + suffix, "The URL at which a person connects an account.")
            .WithMetadata(
                Account,
                AccountAlias,
                new DescribedParameter("redirectUrl", "Where the person goes afterwards: one of the redirect URLs of the environment."),
                new DescribedParameter("skipInput", "Whether nothing is asked if every value is known.", JsonSchemaType.Boolean),
                new DescribedParameter("method", "The id of a security method; the person chooses where there are several."))
            .Produces<string>();
        group.MapGet("/credential", CredentialEndpoint.GetAsync)
            .Named("credentials.get" + suffix, "What may be known of the connection of an account.")
            .WithMetadata(Account, AccountAlias)
            .Produces<CredentialBody>();
        group.MapPost("/credential", CredentialEndpoint.CreateAsync)
            .Named("credentials.create" + suffix, "Connects an account with given values, such as a key.")
            .WithMetadata(Account, AccountAlias, DescribedBody.Optional<NewCredentialBody>("The values, and the method that they are for."))
            .Produces<CredentialBody>(201);
        group.MapDelete("/credential", CredentialEndpoint.DeleteAsync)
            .Named("credentials.delete" + suffix, "Disconnects an account.")
            .WithMetadata(Account, AccountAlias)
            .Produces<DisconnectedBody>();
        group.MapPost("/action/{action}/execute", static (HttpContext context, ExecuteEndpoint endpoint, string connector, string action, string owner = DefaultOwner) =>
                endpoint.HandleAsync(context, owner, connector, action))
            .Named("actions.execute" + suffix, "Executes an action. The body is its input.")
            .WithMetadata(
                Account,
                AccountAlias,
                new DescribedParameter("version", "A version of the action or its major, such as 1; the newest unless given."),
                DescribedBody.Optional<JsonObject>("The input of the action; nothing is the empty object."))
            .Produces<OutputBody>();
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
                new ConnectRequest(owner, connector, name, Text(query["redirectUrl"]), QueryFlag.Of(query, "skipInput"), Text(query["method"])),
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

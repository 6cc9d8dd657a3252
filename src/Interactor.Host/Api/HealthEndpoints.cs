using Interactor.Host.Access;
using Interactor.Host.Drafts;
using Interactor.Host.OpenApi;
using Interactor.Host.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Interactor.Host.Api;

/// <summary>Whether the host runs, and whether it can work.</summary>
internal static class HealthEndpoints
{
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health/live", static () => Results.Text("live")).Named("health.live", "Whether the host runs.").WithTags("Health").WithMetadata(new TextAnswer()).Produces<string>(200, "text/plain");
        routes.MapGet("/health/ready", static async (HttpContext context, Database database, PublishedConnectors published) =>
        {
            try
            {
                await database.FindAsync<long>("SELECT COUNT(*) FROM migration", null, context.RequestAborted).ConfigureAwait(false);
                return published.Waiting is > 0 and var waiting
                    ? Results.Text($"Connectors are compiled; {waiting} to go. Those that are asked for come first.", statusCode: 503)
                    : Results.Text("ready");
            }
            catch (Exception e) when (e is System.Data.Common.DbException)
            {
                return Results.Text("The database does not answer.", statusCode: 503);
            }
        }).Named("health.ready", "Whether the host can work.").WithTags("Health").WithMetadata(new TextAnswer()).Produces<string>(200, "text/plain").Produces<string>(503, "text/plain");
    }
}

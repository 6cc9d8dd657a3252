using Interactor.Host.Api;
using Interactor.Host.Connectors;
using Interactor.Host.Drafts;
using Interactor.Runtime;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Primitives;

namespace Interactor.Host.Mcp;

/// <summary>The Model Context Protocol over HTTP. No session is kept, so that any of several hosts answers any request.</summary>
internal static class McpEndpoint
{
    private const string Path = "/mcp";

    public static IServiceCollection AddMcp(this IServiceCollection services)
    {
        services.AddSingleton<ToolCatalogue>().AddSingleton<ConnectTool>().AddSingleton<ToolCaller>().AddSingleton<McpServers>();

        // The package logs what goes over the wire, which is for no log; the host says itself what it refuses.
        services.AddLogging(static logging => logging.AddFilter("ModelContextProtocol", LogLevel.Critical));
        services.AddMcpServer().WithHttpTransport(static options =>
        {
            options.Stateless = true;
            options.ConfigureSessionOptions = static (context, server, _) =>
            {
                context.RequestServices.GetRequiredService<McpServers>().Configure(
                    server, _ => ValueTask.FromResult(EnvironmentAccess.Of(context)), context.Features.GetRequiredFeature<ToolSelection>());
                return Task.CompletedTask;
            };
        });
        return services;
    }

    public static void MapActionTools(this IEndpointRouteBuilder routes) =>
        routes.MapGroup(Path).AddEndpointFilter<EnvironmentAccess>().AddEndpointFilter(SelectAsync).MapMcp();

    private static async ValueTask<object?> SelectAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        HttpContext http = context.HttpContext;
        IQueryCollection query = http.Request.Query;
        await http.RequestServices.GetRequiredService<PublishedConnectors>().DemandAllAsync(http.RequestAborted).ConfigureAwait(false);
        (ToolSelection? selection, string? problem) = ToolSelection.Of(
            Listed(query["connectors"]), Listed(query["effect"]), AccountName.Of(query), EnvironmentAccess.Of(http).Organization, http.RequestServices.GetRequiredService<ConnectorCatalogue>());
        if (selection is null)
        {
            await RefusalWriter.WriteAsync(http, Refusal.Invalid(problem!), NewId.Of(http.RequestServices.GetRequiredService<TimeProvider>())).ConfigureAwait(false);
            return Results.Empty;
        }

        http.Features.Set(selection);
        object? result = await next(context).ConfigureAwait(false);
        if (http.Response.StatusCode >= StatusCodes.Status400BadRequest)
        {
            RefusalWriter.Log(http, new Refusal(http.Response.StatusCode, "The message is none of the protocol.", ErrorCode.InputInvalid));
        }

        return result;
    }

    private static IEnumerable<string> Listed(StringValues values) =>
        values.SelectMany(static value => (value ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}

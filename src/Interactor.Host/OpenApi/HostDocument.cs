using Interactor.Host.Access;
using Interactor.Host.Api;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace Interactor.Host.OpenApi;

/// <summary>The document of the host's own API: made of the endpoints that are there, so that it cannot lag behind them.</summary>
internal static class HostDocument
{
    /// <summary>Where it is.</summary>
    public const string Path = "/openapi/v1.json";

    private const string Name = "v1";

    public static IServiceCollection AddHostDocument(this IServiceCollection services) => services
        .Configure<RouteHandlerOptions>(static options => options.ThrowOnBadRequest = true)
        .ConfigureHttpJsonOptions(static options =>
        {
            ApiJson.Configure(options.SerializerOptions);
            options.SerializerOptions.TypeInfoResolverChain.Insert(0, ApiJson.Plain);
        })
        .AddOpenApi(Name, static options =>
        {
            options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
            options.AddSchemaTransformer<OptionalMembers>();
            options.AddOperationTransformer<OperationWriter>();
            options.AddDocumentTransformer(static (document, context, _) =>
            {
                document.Info = new OpenApiInfo
                {
                    Title = "Interactor host",
                    Version = "1",
                    Description = "Executes the actions of connectors for the accounts of an application's users, and manages what is needed for that.",
                };
                document.Servers = [new OpenApiServer { Url = context.ApplicationServices.GetRequiredService<HostAddress>().Url }];
                SecuritySchemes.AddTo(document);
                return Task.CompletedTask;
            });
        });

    public static void MapHostDocument(this IEndpointRouteBuilder routes) => routes.MapOpenApi("/openapi/{documentName}.json").RequireRateLimiting(PublicRates.Pages);
}

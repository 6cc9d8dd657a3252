using System.Text.Json;
using Interactor.Host.Drafts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Interactor.Host.Api;

/// <summary>The published versions of a connector of the organization, and which of them is current.</summary>
internal static class VersionEndpoints
{
    public static void MapVersions(this IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder group = routes.MapGroup("/api/v1/manage/versions/{connector}").AddEndpointFilter<EnvironmentAccess>();
        group.MapGet("", ListAsync);
        group.MapGet("/{version}/archive", ExportAsync);
        group.MapPut("/current", MakeCurrentAsync);
    }

    private static async Task<IResult> ListAsync(HttpContext context, PublishedStore published, string connector)
    {
        string owner = EnvironmentAccess.Of(context).Organization;
        IReadOnlyList<PublishedVersion> all = await published.ListAsync(context.RequestAborted).ConfigureAwait(false);
        return Results.Json(
            [.. from version in all where version.Owner == owner && version.Connector == connector select new VersionBody(version.Version, DateTimeOffset.FromUnixTimeMilliseconds(version.PublishedAt), version.IsCurrent != 0)],
            ApiJson.Plain.IReadOnlyListVersionBody);
    }

    private static async Task<IResult> ExportAsync(HttpContext context, PublishedStore published, TimeProvider time, string connector, string version) =>
        await published.FilesAsync(EnvironmentAccess.Of(context).Organization, connector, version, context.RequestAborted).ConfigureAwait(false) is { } files
            ? Results.Bytes(files, "application/zip", $"{connector}-{version}.zip")
            : Unknown(connector, version, time);

    private static async Task<IResult> MakeCurrentAsync(HttpContext context, PublishedStore published, PublishedConnectors connectors, TimeProvider time, string connector)
    {
        CurrentVersionBody? body;
        try
        {
            body = await JsonSerializer.DeserializeAsync(context.Request.Body, ApiJson.Plain.CurrentVersionBody, context.RequestAborted).ConfigureAwait(false);
        }
        catch (JsonException e)
        {
            return new RefusalResult(Refusal.Invalid($"The body is not what is expected at {e.Path ?? "$"}: {{\"version\": \"1.0.0\"}}."), NewId.Of(time));
        }

        if (body is null || !await published.MakeCurrentAsync(EnvironmentAccess.Of(context).Organization, connector, body.Version, context.RequestAborted).ConfigureAwait(false))
        {
            return Unknown(connector, body?.Version ?? "", time);
        }

        await connectors.LoadAsync(context.RequestAborted).ConfigureAwait(false);
        return Results.Json(body, ApiJson.Plain.CurrentVersionBody);
    }

    private static RefusalResult Unknown(string connector, string version, TimeProvider time) =>
        new(Refusal.NotFound($"The version '{version}' of '{connector}' was not published."), NewId.Of(time));
}

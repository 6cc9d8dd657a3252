using Interactor.Host.Access;
using Interactor.Host.Api;
using Interactor.Host.Audit;
using Interactor.Host.Drafts;
using Interactor.Host.OpenApi;
using Interactor.Host.People;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Interactor.Host.Management;

/// <summary>The published versions of a connector, and which of them is current.</summary>
internal static class VersionEndpoints
{
    private const string Zip = "application/zip";

    public static void MapVersions(this IEndpointRouteBuilder manage)
    {
        const string Path = "/versions/{owner}/{connector}";
        manage.MapGet(Path, ListAsync).ForKeysAnd(Role.Viewer).Named("versions.list", "The published versions of a connector, the latest first.");
        manage.MapGet(Path + "/{version}/archive", ExportAsync).ForKeysAnd(Role.Viewer).Named("versions.archive.get", "A published version as a zip archive of its folder.").WithMetadata(new BytesAnswer(Zip));
        manage.MapPut(Path + "/current", MakeCurrentAsync).For(Role.Developer).Named("versions.current.set", "Makes a published version the one that callers get who pin none.");
    }

    private static async Task<VersionBody[]> ListAsync(HttpContext context, string owner, string connector, PublishedStore published)
    {
        OwnedByCaller.Check(context, owner);
        return
        [
            .. from version in await published.ListAsync(context.RequestAborted).ConfigureAwait(false)
               where version.Owner == owner && version.Connector == connector
               select new VersionBody(version.Version, DateTimeOffset.FromUnixTimeMilliseconds(version.PublishedAt), version.IsCurrent != 0),
        ];
    }

    private static async Task<IResult> ExportAsync(HttpContext context, string owner, string connector, string version, PublishedStore published)
    {
        OwnedByCaller.Check(context, owner);
        byte[] files = await published.FilesAsync(owner, connector, version, context.RequestAborted).ConfigureAwait(false) ?? throw Unknown(owner, connector, version);
        return Results.Bytes(files, Zip, $"{connector}-{version}.zip");
    }

    private static async Task<CurrentVersionBody> MakeCurrentAsync(
        HttpContext context, string owner, string connector, Given<CurrentVersionBody> body, PublishedStore published, PublishedConnectors connectors, AuditLog audit)
    {
        OwnedByCaller.Check(context, owner);
        if (!await published.MakeCurrentAsync(owner, connector, body.Value.Version, context.RequestAborted).ConfigureAwait(false))
        {
            throw Unknown(owner, connector, body.Value.Version);
        }

        await connectors.LoadAsync(CancellationToken.None).ConfigureAwait(false);
        await connectors.DemandVersionAsync(owner, connector, body.Value.Version, CancellationToken.None).ConfigureAwait(false);
        await audit.AddAsync(context, AuditAction.CurrentVersionSet, $"{owner}/{connector} {body.Value.Version}", environment: null).ConfigureAwait(false);
        return body.Value;
    }

    private static RefusalException Unknown(string owner, string connector, string version) => RefusalException.NotFound($"The version '{version}' of '{owner}/{connector}' was not published.");
}

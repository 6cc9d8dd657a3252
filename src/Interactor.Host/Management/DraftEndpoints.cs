using System.Globalization;
using System.Text.Json.Nodes;
using Interactor.Host.Access;
using Interactor.Host.Api;
using Interactor.Host.Audit;
using Interactor.Host.Connectors;
using Interactor.Host.Drafts;
using Interactor.Host.Executing;
using Interactor.Host.OpenApi;
using Interactor.Host.People;
using Interactor.Host.Workspace;
using Interactor.Testing.Loading;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Primitives;
using Microsoft.OpenApi;

namespace Interactor.Host.Management;

/// <summary>Writing connectors: drafts of an organization, checked and compiled by the compiler that builds use, tried, and published.</summary>
internal static class DraftEndpoints
{
    private const string Zip = "application/zip";

    public static void MapDrafts(this IEndpointRouteBuilder manage)
    {
        const string Path = "/drafts/{owner}/{connector}";
        manage.MapGet("/drafts/{owner}", ListAsync).ForKeysAnd(Role.Viewer).Named("drafts.list", "The drafts of an organization.");
        manage.MapGet(Path, GetAsync).ForKeysAnd(Role.Viewer).Named("drafts.get", "A draft with its files.");
        manage.MapPatch(Path, ChangeAsync).ForKeysAnd(Role.Developer).Named("drafts.update", "Makes a draft, or changes files of one; says what the compiler finds.");
        manage.MapDelete(Path, RemoveAsync).ForKeysAnd(Role.Developer).Named("drafts.delete", "Removes a draft; what was published of it stays.");
        manage.MapGet(Path + "/findings", FindingsAsync).ForKeysAnd(Role.Viewer).Named("drafts.findings.list", "What the compiler finds in a draft.");
        manage.MapGet(Path + "/archive", ExportAsync).ForKeysAnd(Role.Viewer).Named("drafts.archive.get", "A draft as a zip archive of its folder.").WithMetadata(new BytesAnswer(Zip));
        manage.MapPut(Path + "/archive", ImportAsync).ForKeysAnd(Role.Developer).Named("drafts.archive.replace", "Replaces the files of a draft by those of a zip archive, or makes it.").WithMetadata(
            new DescribedParameter("revision", "The revision that the archive was made from, 0 for a new draft; any unless given.", JsonSchemaType.Integer),
            DescribedBody.Bytes(Zip, "The archive."));
        manage.MapPost(Path + "/publish", PublishAsync).For(Role.Developer).Named("drafts.publish", "Publishes a draft as the version that it names, and makes that the current one.");
        manage.MapPost(Path + "/action/{action}/execute", ExecuteAsync)
            .ForKeysAnd(Role.Developer)
            .Named("drafts.execute", "Executes an action of a draft. The body is its input.")
            .WithMetadata(
                new DescribedParameter("environment", "The environment; that of the key unless given."),
                new DescribedParameter("live", "Whether the provider is called, with the values and accounts of the environment; for administrators. A sandbox plays the provider unless given.", JsonSchemaType.Boolean),
                new DescribedParameter("account", "The application's name for its user."),
                new DescribedParameter("version", "A version of the action or its major; the newest unless given."),
                DescribedBody.Optional<JsonObject>("The input of the action; nothing is the empty object."))
            .Produces<OutputBody>();
    }

    private static async Task<DraftHeadBody[]> ListAsync(HttpContext context, string owner, DraftStore drafts)
    {
        OwnedByCaller.Check(context, owner);
        return
        [
            .. (await drafts.ListAsync(owner, context.RequestAborted).ConfigureAwait(false))
                .Select(static head => new DraftHeadBody(head.Connector, head.Revision, DateTimeOffset.FromUnixTimeMilliseconds(head.UpdatedAt))),
        ];
    }

    private static async Task<DraftBody> GetAsync(HttpContext context, string owner, string connector, DraftStore drafts)
    {
        Draft draft = await FindAsync(context, owner, connector, drafts).ConfigureAwait(false);
        return new DraftBody(draft.Connector, draft.Revision, draft.UpdatedAt, draft.Files);
    }

    private static Task<DraftChangedBody> ChangeAsync(HttpContext context, string owner, string connector, Given<DraftChangeBody> body, DraftEditor editor)
    {
        OwnedByCaller.Check(context, owner);
        return editor.ChangeAsync(context, owner, connector, body.Value.Revision, body.Value.Files, replacesAll: false);
    }

    private static async Task<NoContent> RemoveAsync(HttpContext context, string owner, string connector, DraftStore drafts, DraftConnectors connectors, AuditLog audit)
    {
        OwnedByCaller.Check(context, owner);
        if (!await drafts.DeleteAsync(owner, connector, context.RequestAborted).ConfigureAwait(false))
        {
            throw Unknown(owner, connector);
        }

        await connectors.ForgetAsync(owner, connector).ConfigureAwait(false);
        await audit.AddAsync(context, AuditAction.DraftRemoved, $"{owner}/{connector}", environment: null).ConfigureAwait(false);
        return TypedResults.NoContent();
    }

    private static async Task<FindingBody[]> FindingsAsync(HttpContext context, string owner, string connector, DraftStore drafts, DraftEditor editor)
    {
        Draft draft = await FindAsync(context, owner, connector, drafts).ConfigureAwait(false);
        return [.. await editor.FindingsOfAsync(owner, draft.Files, context.RequestAborted).ConfigureAwait(false)];
    }

    private static async Task<IResult> ExportAsync(HttpContext context, string owner, string connector, DraftStore drafts) =>
        Results.Bytes(DefinitionArchive.Write((await FindAsync(context, owner, connector, drafts).ConfigureAwait(false)).Files), Zip, $"{connector}.zip");

    private static async Task<DraftChangedBody> ImportAsync(HttpContext context, string owner, string connector, DraftStore drafts, DraftEditor editor)
    {
        OwnedByCaller.Check(context, owner);
        if (context.Request.ContentType != Zip)
        {
            throw new RefusalException(new Refusal(415, $"The body is not sent as {Zip}.", Interactor.Runtime.ErrorCode.InputInvalid));
        }

        long? revision = RevisionOf(context.Request.Query);
        ReadOnlyMemory<byte> body = await RequestBody.ReadAsync(context.Request, context.RequestAborted).ConfigureAwait(false);
        Dictionary<string, string?> files;
        try
        {
            files = DefinitionArchive.Read(body.ToArray()).ToDictionary(static file => file.Key, static string? (file) => file.Value, StringComparer.Ordinal);
        }
        catch (InvalidDataException e)
        {
            throw new RefusalException(Refusal.Invalid($"The archive cannot be taken: {e.Message}"));
        }

        revision ??= (await drafts.FindAsync(owner, connector, context.RequestAborted).ConfigureAwait(false))?.Revision ?? 0;
        return await editor.ChangeAsync(context, owner, connector, revision.Value, files, replacesAll: true).ConfigureAwait(false);
    }

    private static async Task<CurrentVersionBody> PublishAsync(HttpContext context, string owner, string connector, DraftStore drafts, Publisher publisher, AuditLog audit)
    {
        Draft draft = await FindAsync(context, owner, connector, drafts).ConfigureAwait(false);
        try
        {
            (string? version, Refusal? refusal) = await publisher.PublishAsync(draft, context.RequestAborted).ConfigureAwait(false);
            await audit.AddAsync(context, AuditAction.ConnectorPublished, $"{owner}/{connector} {version ?? throw new RefusalException(refusal!)}", environment: null).ConfigureAwait(false);
            return new CurrentVersionBody(version);
        }
        catch (DefinitionException e)
        {
            throw Findings.Refused(e);
        }
    }

    private static async Task ExecuteAsync(
        HttpContext context, string owner, string connector, string action, DraftStore drafts, DraftTrial trial, EnvironmentStore environments, ExecuteEndpoint endpoint)
    {
        Draft draft = await FindAsync(context, owner, connector, drafts).ConfigureAwait(false);
        string? asked = context.Request.Query["environment"];
        HostEnvironment environment = await environments.OfQueryAsync(context, asked).ConfigureAwait(false) ?? throw RefusalException.At("/environment", "is required in the query");
        HostedConnector hosted;
        try
        {
            hosted = await trial.OfAsync(context, draft).ConfigureAwait(false);
        }
        catch (DefinitionException e)
        {
            throw Findings.Refused(e);
        }

        (string? version, Refusal? problem) = PinnedVersion.Of(context.Request.Query);
        if (problem is not null)
        {
            throw new RefusalException(problem);
        }

        if (hosted.Find(action, VersionNumber.MajorOf(version)) is not { } found)
        {
            throw new RefusalException(ExecuteEndpoint.Unknown(hosted.Address, isConnector: true, action, version));
        }

        context.Features.Set(environment);
        await endpoint.HandleAsync(context, hosted, found, version).ConfigureAwait(false);
    }

    private static async Task<Draft> FindAsync(HttpContext context, string owner, string connector, DraftStore drafts)
    {
        OwnedByCaller.Check(context, owner);
        return await drafts.FindAsync(owner, connector, context.RequestAborted).ConfigureAwait(false) ?? throw Unknown(owner, connector);
    }

    // One that is there and no number would otherwise write over what another one wrote.
    private static long? RevisionOf(IQueryCollection query) =>
        !query.TryGetValue("revision", out StringValues given) ? null
        : given is [{ } text] && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long revision) ? revision
        : throw new RefusalException(Refusal.Invalid("The parameter 'revision' is a number from 0 on, and is there once."));

    private static RefusalException Unknown(string owner, string connector) => RefusalException.NotFound($"There is no draft '{owner}/{connector}'.");
}

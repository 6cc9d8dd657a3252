using Interactor.Compiler.Binding;
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

namespace Interactor.Host.Management;

/// <summary>Writing connectors: drafts of an organization, checked and compiled by the compiler that builds use, tried, and published.</summary>
internal static class DraftEndpoints
{
    private const string Zip = "application/zip";

    public static void MapDrafts(this IEndpointRouteBuilder manage)
    {
        const string Path = "/drafts/{owner}/{connector}";
        manage.MapGet("/drafts/{owner}", ListAsync).ForKeysAnd(Role.Viewer).Named("listDrafts", "The drafts of an organization.");
        manage.MapGet(Path, GetAsync).ForKeysAnd(Role.Viewer).Named("getDraft", "A draft with its files.");
        manage.MapPatch(Path, ChangeAsync).ForKeysAnd(Role.Developer).Named("changeDraft", "Makes a draft, or changes files of one; says what the compiler finds.");
        manage.MapDelete(Path, RemoveAsync).ForKeysAnd(Role.Developer).Named("removeDraft", "Removes a draft; what was published of it stays.");
        manage.MapGet(Path + "/findings", FindingsAsync).ForKeysAnd(Role.Viewer).Named("getDraftFindings", "What the compiler finds in a draft.");
        manage.MapGet(Path + "/archive", ExportAsync).ForKeysAnd(Role.Viewer).Named("exportDraft", "A draft as a zip archive of its folder.").Produces<string>(200, Zip);
        manage.MapPut(Path + "/archive", ImportAsync).ForKeysAnd(Role.Developer).Named("importDraft", "Replaces the files of a draft by those of a zip archive, or makes it.");
        manage.MapPost(Path + "/publish", PublishAsync).For(Role.Developer).Named("publishDraft", "Publishes a draft as the version that it names, and makes that the current one.");
        manage.MapPost(Path + "/action/{action}/execute", ExecuteAsync)
            .ForKeysAnd(Role.Developer)
            .Named("executeDraft", "Executes an action of a draft. The body is its input.")
            .WithMetadata(
                new DescribedParameter("environment", "The environment whose accounts are used; that of the key unless given."),
                new DescribedParameter("account", "The application's name for its user."),
                new DescribedParameter("version", "A version of the action or its major; the newest unless given."))
            .Accepts<System.Text.Json.Nodes.JsonObject>(isOptional: true, "application/json")
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

    private static Task<DraftChangedBody> ChangeAsync(HttpContext context, string owner, string connector, Given<DraftChangeBody> body, DraftStore drafts, DefinitionSources definitions) =>
        StoreAsync(context, owner, connector, body.Value.Revision, body.Value.Files, replacesAll: false, drafts, definitions);

    private static async Task<NoContent> RemoveAsync(HttpContext context, string owner, string connector, DraftStore drafts, AuditLog audit)
    {
        OwnedByCaller.Check(context, owner);
        if (!await drafts.DeleteAsync(owner, connector, context.RequestAborted).ConfigureAwait(false))
        {
            throw Unknown(owner, connector);
        }

        await audit.AddAsync(context, AuditAction.DraftRemoved, $"{owner}/{connector}", environment: null).ConfigureAwait(false);
        return TypedResults.NoContent();
    }

    private static async Task<FindingBody[]> FindingsAsync(HttpContext context, string owner, string connector, DraftStore drafts, DefinitionSources definitions) =>
        [.. FindingsOf(definitions.Of((await FindAsync(context, owner, connector, drafts).ConfigureAwait(false)).Files), context.RequestAborted)];

    private static async Task<IResult> ExportAsync(HttpContext context, string owner, string connector, DraftStore drafts) =>
        Results.Bytes(DefinitionArchive.Write((await FindAsync(context, owner, connector, drafts).ConfigureAwait(false)).Files), Zip, $"{connector}.zip");

    private static async Task<DraftChangedBody> ImportAsync(HttpContext context, string owner, string connector, DraftStore drafts, DefinitionSources definitions)
    {
        OwnedByCaller.Check(context, owner);
        if (context.Request.ContentType != Zip)
        {
            throw new RefusalException(new Refusal(415, $"The body is not sent as {Zip}.", Interactor.Runtime.ErrorCode.InputInvalid));
        }

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

        Draft? held = await drafts.FindAsync(owner, connector, context.RequestAborted).ConfigureAwait(false);
        return await StoreAsync(context, owner, connector, held?.Revision ?? 0, files, replacesAll: true, drafts, definitions).ConfigureAwait(false);
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
        HttpContext context, string owner, string connector, string action, DraftStore drafts, DraftConnectors connectors, EnvironmentStore environments, ExecuteEndpoint endpoint)
    {
        Draft draft = await FindAsync(context, owner, connector, drafts).ConfigureAwait(false);
        string? asked = context.Request.Query["environment"];
        HostEnvironment environment = await environments.OfQueryAsync(context, asked).ConfigureAwait(false) ?? throw RefusalException.At("/environment", "is required in the query");
        HostedConnector hosted;
        try
        {
            hosted = await connectors.OfAsync(draft, context.RequestAborted).ConfigureAwait(false);
        }
        catch (DefinitionException e)
        {
            throw Findings.Refused(e);
        }

        string? version = context.Request.Query["version"];
        if (hosted.Find(action, string.IsNullOrEmpty(version) ? null : VersionNumber.Of(version).Major) is not { } found)
        {
            throw new RefusalException(ExecuteEndpoint.Unknown(hosted.Address, isConnector: true, action, version));
        }

        context.Features.Set(environment);
        await endpoint.HandleAsync(context, hosted, found, version).ConfigureAwait(false);
    }

    private static async Task<DraftChangedBody> StoreAsync(
        HttpContext context, string owner, string connector, long revision, IReadOnlyDictionary<string, string?> files, bool replacesAll, DraftStore drafts, DefinitionSources definitions)
    {
        OwnedByCaller.Check(context, owner);
        Dictionary<string, string> next = replacesAll || await drafts.FindAsync(owner, connector, context.RequestAborted).ConfigureAwait(false) is not { } held ? [] : held.Files.ToDictionary(StringComparer.Ordinal);
        foreach ((string path, string? content) in files)
        {
            next.Remove(path);
            if (content is not null)
            {
                next[path] = content;
            }
        }

        if ((DraftFiles.ProblemOf(connector) ?? DraftFiles.ProblemOf(next)) is { } problem)
        {
            throw new RefusalException(Refusal.Invalid(problem));
        }

        return await drafts.ChangeAsync(owner, connector, revision, files, replacesAll, context.RequestAborted).ConfigureAwait(false) is { } stored
            ? new DraftChangedBody(stored, FindingsOf(definitions.Of(next), context.RequestAborted))
            : throw RefusalException.Conflict($"The draft '{connector}' is not at revision {revision}: read it again, and make the change from what it is now.");
    }

    private static async Task<Draft> FindAsync(HttpContext context, string owner, string connector, DraftStore drafts)
    {
        OwnedByCaller.Check(context, owner);
        return await drafts.FindAsync(owner, connector, context.RequestAborted).ConfigureAwait(false) ?? throw Unknown(owner, connector);
    }

    private static IReadOnlyList<FindingBody> FindingsOf(ConnectorSources sources, CancellationToken cancellationToken) =>
        Findings.Of(ConnectorBinder.Bind(sources, cancellationToken).Diagnostics);

    private static RefusalException Unknown(string owner, string connector) => RefusalException.NotFound($"There is no draft '{owner}/{connector}'.");
}

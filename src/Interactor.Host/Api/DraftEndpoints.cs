using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Interactor.Compiler.Binding;
using Interactor.Host.Connectors;
using Interactor.Host.Drafts;
using Interactor.Host.Executing;
using Interactor.Runtime;
using Interactor.Testing.Loading;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Interactor.Host.Api;

/// <summary>Writing connectors: drafts of the organization, checked and compiled by the compiler that builds use, tried, and published.</summary>
internal static class DraftEndpoints
{
    public static void MapDrafts(this IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder group = routes.MapGroup("/api/v1/manage/drafts").AddEndpointFilter<EnvironmentAccess>();
        group.MapGet("", ListAsync);
        group.MapGet("/{connector}", GetAsync);
        group.MapPatch("/{connector}", ChangeAsync);
        group.MapDelete("/{connector}", DeleteAsync);
        group.MapGet("/{connector}/findings", FindingsAsync);
        group.MapGet("/{connector}/archive", ExportAsync);
        group.MapPut("/{connector}/archive", ImportAsync);
        group.MapPost("/{connector}/publish", PublishAsync);
        group.MapPost("/{connector}/action/{action}/execute", ExecuteAsync);
    }

    private static async Task<IResult> ListAsync(HttpContext context, DraftStore drafts) => Json(
        [.. (await drafts.ListAsync(OwnerOf(context), context.RequestAborted).ConfigureAwait(false)).Select(static head => new DraftHeadBody(head.Connector, head.Revision, DateTimeOffset.FromUnixTimeMilliseconds(head.UpdatedAt)))],
        ApiJson.Plain.IReadOnlyListDraftHeadBody);

    private static Task<IResult> GetAsync(HttpContext context, DraftStore drafts, TimeProvider time, string connector) =>
        WithAsync(context, drafts, time, connector, static draft => Task.FromResult(Json(new DraftBody(draft.Connector, draft.Revision, draft.UpdatedAt, draft.Files), ApiJson.Plain.DraftBody)));

    private static async Task<IResult> ChangeAsync(HttpContext context, DraftStore drafts, TimeProvider time, string connector)
    {
        (DraftChangeBody? change, Refusal? problem) = await ReadAsync(context).ConfigureAwait(false);
        if (change is null)
        {
            return new RefusalResult(problem!, NewId.Of(time));
        }

        return await StoreAsync(context, drafts, time, connector, change.Revision, change.Files, replacesAll: false).ConfigureAwait(false);
    }

    private static async Task<IResult> DeleteAsync(HttpContext context, DraftStore drafts, TimeProvider time, string connector) =>
        await drafts.DeleteAsync(OwnerOf(context), connector, context.RequestAborted).ConfigureAwait(false) ? Results.NoContent() : Unknown(connector, time);

    private static Task<IResult> FindingsAsync(HttpContext context, DraftStore drafts, TimeProvider time, string connector) =>
        WithAsync(context, drafts, time, connector, draft => Task.FromResult(Json(FindingsOf(draft, context.RequestAborted), ApiJson.Plain.IReadOnlyListFindingBody)));

    private static Task<IResult> ExportAsync(HttpContext context, DraftStore drafts, TimeProvider time, string connector) =>
        WithAsync(context, drafts, time, connector, static draft => Task.FromResult(Results.Bytes(DefinitionArchive.Write(draft.Files), "application/zip", $"{draft.Connector}.zip")));

    private static async Task<IResult> ImportAsync(HttpContext context, DraftStore drafts, TimeProvider time, string connector)
    {
        ReadOnlyMemory<byte> body = await RequestBody.ReadAsync(context.Request, context.RequestAborted).ConfigureAwait(false);
        try
        {
            Dictionary<string, string?> files = DefinitionArchive.Read(body.ToArray()).ToDictionary(static file => file.Key, static string? (file) => file.Value, StringComparer.Ordinal);
            Draft? held = await drafts.FindAsync(OwnerOf(context), connector, context.RequestAborted).ConfigureAwait(false);
            return await StoreAsync(context, drafts, time, connector, held?.Revision ?? 0, files, replacesAll: true).ConfigureAwait(false);
        }
        catch (InvalidDataException e)
        {
            return new RefusalResult(Refusal.Invalid($"The archive cannot be taken: {e.Message}"), NewId.Of(time));
        }
    }

    private static Task<IResult> PublishAsync(HttpContext context, DraftStore drafts, Publisher publisher, TimeProvider time, string connector) =>
        WithAsync(context, drafts, time, connector, async draft =>
        {
            (string? version, Refusal? refusal) = await publisher.PublishAsync(draft, context.RequestAborted).ConfigureAwait(false);
            return version is null ? new RefusalResult(refusal!, NewId.Of(time)) : Json(new CurrentVersionBody(version), ApiJson.Plain.CurrentVersionBody, 201);
        });

    private static Task<IResult> ExecuteAsync(HttpContext context, DraftStore drafts, DraftConnectors connectors, ExecuteEndpoint endpoint, TimeProvider time, string connector, string action) =>
        WithAsync(context, drafts, time, connector, async draft =>
        {
            HostedConnector hosted = await connectors.OfAsync(draft, context.RequestAborted).ConfigureAwait(false);
            string? version = context.Request.Query["version"];
            if (hosted.Find(action, string.IsNullOrEmpty(version) ? null : VersionNumber.Of(version).Major) is not { } found)
            {
                return new RefusalResult(ExecuteEndpoint.Unknown(hosted.Address, isConnector: true, action, version), NewId.Of(time));
            }

            await endpoint.HandleAsync(context, hosted, found, version).ConfigureAwait(false);
            return Results.Empty;
        });

    private static async Task<IResult> StoreAsync(
        HttpContext context, DraftStore drafts, TimeProvider time, string connector, long revision, IReadOnlyDictionary<string, string?> files, bool replacesAll)
    {
        string owner = OwnerOf(context);
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
            return new RefusalResult(Refusal.Invalid(problem), NewId.Of(time));
        }

        long? stored = await drafts.ChangeAsync(owner, connector, revision, files, replacesAll, context.RequestAborted).ConfigureAwait(false);
        return stored is { } now
            ? Json(new DraftChangedBody(now, FindingsOf(next, context.RequestAborted)), ApiJson.Plain.DraftChangedBody)
            : new RefusalResult(new Refusal(409, $"The draft '{connector}' is not at revision {revision} any more: read it again, and make the change from what it is now.", ErrorCode.Conflict), NewId.Of(time));
    }

    private static async Task<IResult> WithAsync(HttpContext context, DraftStore drafts, TimeProvider time, string connector, Func<Draft, Task<IResult>> answer)
    {
        if (await drafts.FindAsync(OwnerOf(context), connector, context.RequestAborted).ConfigureAwait(false) is not { } draft)
        {
            return Unknown(connector, time);
        }

        try
        {
            return await answer(draft).ConfigureAwait(false);
        }
        catch (DefinitionException e)
        {
            return Json(Findings.Body(e.Diagnostics, NewId.Of(time)), ApiJson.Plain.FindingsBody, 422);
        }
    }

    private static async Task<(DraftChangeBody? Change, Refusal? Refusal)> ReadAsync(HttpContext context)
    {
        try
        {
            return (await JsonSerializer.DeserializeAsync(context.Request.Body, ApiJson.Plain.DraftChangeBody, context.RequestAborted).ConfigureAwait(false), Refusal.Invalid("The body is null."));
        }
        catch (JsonException e)
        {
            return (null, Refusal.Invalid($"The body is not what is expected at {e.Path ?? "$"}: {{\"revision\": 0, \"files\": {{\"connector.yaml\": \"…\"}}}}."));
        }
    }

    private static IReadOnlyList<FindingBody> FindingsOf(Draft draft, CancellationToken cancellationToken) => FindingsOf(draft.Files, cancellationToken);

    private static IReadOnlyList<FindingBody> FindingsOf(IReadOnlyDictionary<string, string> files, CancellationToken cancellationToken) =>
        Findings.Of(ConnectorBinder.Bind(DraftFiles.SourcesOf(files), cancellationToken).Diagnostics);

    private static string OwnerOf(HttpContext context) => EnvironmentAccess.Of(context).Organization;

    private static RefusalResult Unknown(string connector, TimeProvider time) => new(Refusal.NotFound($"There is no draft '{connector}'."), NewId.Of(time));

    private static IResult Json<T>(T body, JsonTypeInfo<T> type, int status = 200) => Results.Json(body, type, statusCode: status);
}

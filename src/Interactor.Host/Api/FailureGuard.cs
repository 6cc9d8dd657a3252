using System.Data.Common;
using System.Text.RegularExpressions;
using Interactor.Host.Executing;
using Interactor.Runtime;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.Logging;

namespace Interactor.Host.Api;

/// <summary>Turns what no endpoint expects into an answer without a stack trace, and one line in the log.</summary>
internal sealed partial class FailureGuard(RequestDelegate next, TimeProvider time, ILogger<FailureGuard> log)
{
    // PostgreSQL's character_not_in_repertoire.
    private const string UntakenCharacter = "22021";

    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context).ConfigureAwait(false);
            if (!context.Response.HasStarted && UnroutedOf(context) is { } refusal)
            {
                await RefusalWriter.WriteAsync(context, refusal, NewId.Of(time)).ConfigureAwait(false);
            }
        }
        catch (Exception e) when (e is ConnectionResetException || (e is OperationCanceledException && context.RequestAborted.IsCancellationRequested))
        {
            // Nobody waits for an answer, and what the server finds in the rest of the request is nobody's either.
            context.Features.Set(LoggedRefusal.Instance);
        }
        catch (RefusalException e)
        {
            await RefusalWriter.WriteAsync(context, e.Refusal, IdOf(context)).ConfigureAwait(false);
        }
        catch (BadHttpRequestException e)
        {
            await RefusalWriter.WriteAsync(context, new Refusal(e.StatusCode, Say(e), ErrorCode.InputInvalid), IdOf(context)).ConfigureAwait(false);
        }
        catch (DbException e) when (e.SqlState == UntakenCharacter)
        {
            await RefusalWriter.WriteAsync(context, Refusal.Invalid("A text of the request has the character U+0000 in it, which no text of the host may have."), NewId.Of(time)).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            string id = IdOf(context);
            LogFailure(log, id, e.GetType().Name, e is HostException ? e.Message : "");
            await RefusalWriter.WriteAsync(context, new Refusal(500, $"The host failed. Its log has more under '{id}'.", ErrorCode.Transient) { IsLogged = true }, id).ConfigureAwait(false);
        }
    }

    // That of the record, where an execution was begun.
    private string IdOf(HttpContext context) => context.Features.Get<ExecutionRecord>()?.Id ?? NewId.Of(time);

    // What routing refuses by itself has a status and no body.
    private static Refusal? UnroutedOf(HttpContext context) => context.Response.StatusCode switch
    {
        404 when context.GetEndpoint() is null => Refusal.NotFound($"There is nothing at {context.Request.Method} {context.Request.Path}."),
        405 when context.Response.ContentType is null => new Refusal(405, $"{context.Request.Path} does not take {context.Request.Method}.", ErrorCode.NotFound),
        415 when context.Response.ContentType is null => new Refusal(415, $"The body is not sent as {TypesOf(context)}.", ErrorCode.InputInvalid),
        _ => null,
    };

    private static string TypesOf(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<IAcceptsMetadata>() is { } accepts ? string.Join(" or ", accepts.ContentTypes) : "application/json";

    // What the framework says of a parameter names types of C#.
    private static string Say(BadHttpRequestException e) => UnboundParameter().Match(e.Message) is { Success: true } match
        ? $"The value of the parameter '{char.ToLowerInvariant(match.Groups[1].Value[0])}{match.Groups[1].Value[1..]}' is not one that it takes."
        : e.Message;

    // The texts of other exceptions may quote what was in the request.
    [LoggerMessage(1, LogLevel.Error, "Request {RequestId} failed: {Type}. {Explanation}")]
    private static partial void LogFailure(ILogger logger, string requestId, string type, string explanation);

    [GeneratedRegex("""^Failed to bind parameter "\S+ (\w+)" from """)]
    private static partial Regex UnboundParameter();
}

using System.Text.Json;
using Interactor.Runtime;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Interactor.Host.Api;

/// <summary>Answers requests with refusals, each of which is a line in the log.</summary>
internal static partial class RefusalWriter
{
    private const string Category = "Interactor.Host.Requests";

    /// <summary>Writes a refusal, unless an answer has begun already.</summary>
    public static async Task WriteAsync(HttpContext context, Refusal refusal, string requestId)
    {
        Log(context, refusal, requestId);

        if (context.Response.HasStarted)
        {
            context.Abort();
            return;
        }

        context.Response.StatusCode = refusal.Status;
        context.Response.ContentType = "application/json; charset=utf-8";
        if (refusal.Status == StatusCodes.Status401Unauthorized)
        {
            // RFC 9110, section 15.5.2; the key of an environment is taken as a bearer token too (RFC 6750).
            context.Response.Headers.WWWAuthenticate = "Bearer";
        }

        if (refusal.RetryAfterSeconds is { } seconds)
        {
            context.Response.Headers.RetryAfter = seconds;
        }

        ErrorBody body = ErrorBody.Of(refusal, requestId);
        await JsonSerializer.SerializeAsync(context.Response.Body, body, ApiJson.Plain.ErrorBody, context.RequestAborted).ConfigureAwait(false);
    }

    /// <summary>Puts a refusal that has no answer of its own, such as one that a page tells, into the log.</summary>
    public static void Log(HttpContext context, Refusal refusal) => Log(context, refusal, NewId.Of(context.RequestServices.GetRequiredService<TimeProvider>()));

    private static void Log(HttpContext context, Refusal refusal, string requestId)
    {
        bool isLogged = refusal.IsLogged || context.Features.Get<LoggedRefusal>() is not null;
        context.Features.Set(LoggedRefusal.Instance);
        if (isLogged)
        {
            return;
        }

        // Of the request only what it matched: its path may hold what is not for a log.
        LogRefused(
            context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(Category),
            requestId,
            HttpMethods.GetCanonicalizedValue(context.Request.Method) is { Length: < 10 } method ? method : "?",
            (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "an unknown path",
            refusal.Status,
            ErrorCodeText.Of(refusal.Code));
    }

    [LoggerMessage(1, LogLevel.Warning, "Request {RequestId} ({Method} {Route}) was refused with {Status} {Code}.")]
    private static partial void LogRefused(ILogger logger, string requestId, string method, string route, int status, string code);
}

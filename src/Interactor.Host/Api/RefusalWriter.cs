using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Interactor.Host.Api;

/// <summary>Answers requests with refusals.</summary>
internal static class RefusalWriter
{
    /// <summary>Writes a refusal, unless an answer has begun already.</summary>
    public static async Task WriteAsync(HttpContext context, Refusal refusal, string requestId)
    {
        if (context.Response.HasStarted)
        {
            context.Abort();
            return;
        }

        context.Response.StatusCode = refusal.Status;
        context.Response.ContentType = "application/json; charset=utf-8";
        if (refusal.RetryAfterSeconds is { } seconds)
        {
            context.Response.Headers.RetryAfter = seconds;
        }

        ErrorBody body = ErrorBody.Of(refusal, requestId);
        await JsonSerializer.SerializeAsync(context.Response.Body, body, ApiJson.Plain.ErrorBody, context.RequestAborted).ConfigureAwait(false);
    }
}

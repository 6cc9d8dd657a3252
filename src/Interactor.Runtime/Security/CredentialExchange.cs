using System.Diagnostics;
using System.Net;
using Interactor.Runtime.Execution;
using Interactor.Runtime.Http;

namespace Interactor.Runtime.Security;

/// <summary>
/// Sends a request by which a credential is obtained. It goes to egress hosts only, has its own time and size limit, and is never repeated by itself,
/// because a repetition may spend a grant twice.
/// </summary>
internal static class CredentialExchange
{
    private const int MaxBytes = 1024 * 1024;

    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(30);

    /// <param name="context">Whose credential it is.</param>
    /// <param name="builder">The request, with a whole URL.</param>
    /// <param name="endpoint">What messages call the other side.</param>
    /// <exception cref="InteractorException"><see cref="ErrorCode.Transient"/>: there was no answer.</exception>
    public static async ValueTask<ExchangeReply> PostAsync(ActionContext context, RequestBuilder builder, string endpoint)
    {
        Uri uri = RequestUri.Absolute(builder.Target);
        context.Runtime.Egress.Check(uri, context.Variables);
        using HttpRequestMessage request = new(HttpMethod.Post, uri) { Content = builder.ToContent() ?? EmptyBody.For(HttpMethod.Post), Version = HttpVersion.Version20 };
        foreach ((string name, string value) in builder.Headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await SendAsync(context, request, endpoint).ConfigureAwait(false);
    }

    private static async ValueTask<ExchangeReply> SendAsync(ActionContext context, HttpRequestMessage request, string endpoint)
    {
        CancellationToken caller = context.CancellationToken;
        Deadline deadline = Deadline.Rent(TimeLimit, context.Runtime.Time, caller)!;
        deadline.Run();
        PooledBuffer body = PooledBuffer.Rent(MaxBytes);
        long started = Stopwatch.GetTimestamp();
        int? status = null;
        ErrorCode? error = ErrorCode.Transient;
        try
        {
            using HttpResponseMessage response = await context.Runtime.InvokerFor(context).SendAsync(request, deadline.Token).ConfigureAwait(false);
            status = (int)response.StatusCode;
            await response.Content.CopyToAsync(body, deadline.Token).ConfigureAwait(false);
            error = response.IsSuccessStatusCode ? null : status is >= 500 or 429 ? ErrorCode.Transient : ErrorCode.AuthDenied;
            ResponseHeaders headers = new(response);
            return new ExchangeReply(
                (int)response.StatusCode,
                body.WrittenMemory.ToArray(),
                RequestIdHeader.Read(headers) is { } id ? SecretRedactor.Redact(id, context) : null,
                RetryAfterHeader.Read(headers, null, context.Runtime.Time.GetUtcNow()),
                response);
        }
        catch (OperationCanceledException e)
        {
            caller.ThrowIfCancellationRequested();
            throw new InteractorException(ErrorCode.Transient, $"The {endpoint} did not answer in time.", e);
        }
        catch (Exception e) when (e is not (InteractorException or OutOfMemoryException))
        {
            throw new InteractorException(ErrorCode.Transient, $"The exchange with the {endpoint} failed on the network.", e);
        }
        finally
        {
            context.Runtime.Attempts.Tell(new AttemptReport(
                endpoint, request.Method.Method, request.RequestUri!.Host, status, Stopwatch.GetElapsedTime(started), caller.IsCancellationRequested && status is null ? null : error)
            {
                WasSent = true,
            });
            body.Return();
            deadline.Stop(isQuiet: false);
        }
    }
}

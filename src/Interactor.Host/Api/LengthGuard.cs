using Interactor.Runtime;
using Microsoft.AspNetCore.Http;

namespace Interactor.Host.Api;

/// <summary>
/// Refuses requests that have a length and are chunked too. A server may read them (RFC 9112, section 6.1), but what stands before it may have read the other length.
/// </summary>
internal sealed class LengthGuard(RequestDelegate next)
{
    // Where both are there, Kestrel puts the length that it does not use under this name.
    private const string UnusedLength = "X-Content-Length";

    public Task InvokeAsync(HttpContext context) => context.Request.Headers.TransferEncoding.Count > 0 && context.Request.Headers.ContainsKey(UnusedLength)
        ? throw new RefusalException(new Refusal(400, "The request has both Content-Length and Transfer-Encoding.", ErrorCode.InputInvalid))
        : next(context);
}

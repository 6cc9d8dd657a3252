using Microsoft.AspNetCore.Http;

namespace Interactor.Host.Api;

/// <summary>A refusal as the answer of an endpoint.</summary>
internal sealed class RefusalResult(Refusal refusal, string requestId) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext) => RefusalWriter.WriteAsync(httpContext, refusal, requestId);
}

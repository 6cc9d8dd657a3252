using Microsoft.AspNetCore.Http;

namespace Interactor.Host.Api;

/// <summary>Refuses queries with the character U+0000 in them: no name, text or cursor has it, and PostgreSQL keeps no text that does.</summary>
internal sealed class NulGuard(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context) => context.Request.QueryString.Value?.Contains("%00", StringComparison.Ordinal) == true
        ? throw new RefusalException(Refusal.Invalid("The query has the character U+0000 (%00) in it, which no text of the host may have."))
        : next(context);
}

using System.Net;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Interactor.Host.Api;

/// <summary>
/// Refuses queries that are no text: bytes that are not UTF-8 (RFC 3986, section 2.5), which would otherwise stand for themselves, and the character U+0000, which no name, text
/// or cursor has, and which PostgreSQL does not keep.
/// </summary>
internal sealed class QueryGuard(RequestDelegate next)
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public Task InvokeAsync(HttpContext context) => context.Request.QueryString.Value is { } query && query.Contains('%', StringComparison.Ordinal) && ProblemOf(query) is { } problem
        ? throw new RefusalException(Refusal.Invalid(problem))
        : next(context);

    private static string? ProblemOf(string query)
    {
        if (query.Contains("%00", StringComparison.Ordinal))
        {
            return "The query has the character U+0000 (%00) in it, which no text of the host may have.";
        }

        try
        {
            byte[] bytes = Encoding.UTF8.GetBytes(query);
            Strict.GetCharCount(WebUtility.UrlDecodeToBytes(bytes, 0, bytes.Length)!);
            return null;
        }
        catch (DecoderFallbackException)
        {
            return "The query has bytes in it that are not UTF-8.";
        }
    }
}

using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Http;

namespace Interactor.Host.Api;

/// <summary>The frame of every page of the host. Every text from outside is encoded.</summary>
internal static class HtmlPage
{
    private const string Style = """
        body{font:16px/1.5 system-ui,sans-serif;max-width:32rem;margin:10vh auto;padding:0 1rem;color:#1a1a1a;background:#fff}
        h1{font-size:1.4rem}label{display:block;margin:1rem 0 .2rem;font-weight:600}input,select{width:100%;box-sizing:border-box;font:inherit;padding:.5rem;border:1px solid #888;border-radius:4px}
        button{font:inherit;margin-top:1.5rem;padding:.6rem 1.4rem;border:0;border-radius:4px;background:#0b57d0;color:#fff;cursor:pointer}fieldset{border:1px solid #ccc;border-radius:6px;margin:1.5rem 0}
        .problem{border-left:4px solid #b3261e;padding:.4rem 1rem;background:#fceeee}small{color:#555}pre{white-space:pre-wrap;overflow-wrap:anywhere;font:inherit}details{margin-top:2rem}.code{font:600 1.6rem ui-monospace,monospace;letter-spacing:.1em}
        """;

    /// <summary>A whole page.</summary>
    /// <param name="title">Its title, as text.</param>
    /// <param name="body">Its content, as HTML.</param>
    /// <param name="refreshSeconds">After how many seconds the browser asks for it again; null for never.</param>
    public static string Of(string title, string body, int? refreshSeconds = null) => $"""
        <!DOCTYPE html>
        <html lang="en"><head><meta charset="utf-8">{(refreshSeconds is { } seconds ? string.Create(CultureInfo.InvariantCulture, $"<meta http-equiv=\"refresh\" content=\"{seconds}\">") : "")}<meta name="viewport" content="width=device-width,initial-scale=1"><title>{Encoded(title)}</title><style>{Style}</style></head>
        <body><main>{body}</main></body></html>
        """;

    /// <summary>A paragraph that says what is wrong.</summary>
    public static string Problem(string text) => $"<p class=\"problem\" role=\"alert\">{Encoded(text)}</p>";

    /// <summary>A page as an answer that no other site can show inside of its own, and that runs no script.</summary>
    public static IResult Result(HttpContext context, string html) => Result(context, html, 200);

    /// <summary>A page that refuses a request, with the refusal's status; the log has a line of it.</summary>
    public static IResult Refused(HttpContext context, string html, Refusal refusal)
    {
        RefusalWriter.Log(context, refusal);
        return Result(context, html, refusal.Status);
    }

    public static string Encoded(string text) => HtmlEncoder.Default.Encode(text);

    private static IResult Result(HttpContext context, string html, int status)
    {
        IHeaderDictionary headers = context.Response.Headers;
        headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'";
        headers["Referrer-Policy"] = "no-referrer";
        headers.CacheControl = "no-store";
        headers.XContentTypeOptions = "nosniff";
        return Results.Content(html, "text/html; charset=utf-8", Encoding.UTF8, status);
    }
}

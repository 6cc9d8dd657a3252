using System.Net;

namespace Interactor.Testing.Sandbox.Authorization;

/// <summary>The page on which a person allows or denies. It works without scripts, with a keyboard and with a screen reader.</summary>
internal static class ConsentPage
{
    public static string Of(string app, IReadOnlyList<string> scopes, string query)
    {
        string list = scopes.Count == 0
            ? "<p>It asks for no particular permission.</p>"
            : $"<p id=\"scopes\">It asks for:</p>\n<ul aria-labelledby=\"scopes\">\n{string.Concat(scopes.Select(s => $"<li><code>{Encode(s)}</code></li>\n"))}</ul>";
        return Page(
            $"Connect {app}",
            $"""
            <h1>Connect {Encode(app)}?</h1>
            <p>An application wants to act for you at <strong>{Encode(app)}</strong>. This is a sandbox: no real account is involved.</p>
            {list}
            <form method="post" action="{Encode(query.Length == 0 ? "?" : query)}">
            <button type="submit" name="decision" value="allow" class="main">Allow</button>
            <button type="submit" name="decision" value="deny">Deny</button>
            </form>
            """);
    }

    public static string OfProblem(string app, string problem) => Page(
        $"{app}: the request is not valid",
        $"""
        <h1>This request is not valid</h1>
        <p role="alert">{Encode(problem)}</p>
        """);

    private static string Page(string title, string body) =>
        $$"""
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{{Encode(title)}} (sandbox)</title>
        <style>
        :root { color-scheme: light dark; }
        body { font: 1rem/1.5 system-ui, sans-serif; margin: 0; padding: 2rem 1rem; }
        main { max-width: 32rem; margin: 0 auto; }
        code { overflow-wrap: anywhere; }
        button { font: inherit; padding: .5rem 1.25rem; margin-right: .5rem; border: 1px solid; border-radius: .375rem; background: transparent; color: inherit; cursor: pointer; }
        button.main { background: #0b57d0; border-color: #0b57d0; color: #fff; }
        button:focus-visible { outline: 3px solid #f29900; outline-offset: 2px; }
        </style>
        </head>
        <body>
        <main>
        {{body}}
        </main>
        </body>
        </html>

        """;

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}

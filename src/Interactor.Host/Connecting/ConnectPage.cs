using System.Text;
using System.Text.Encodings.Web;
using Interactor.Host.Connectors;
using Interactor.Runtime;
using Interactor.Runtime.Security;
using Microsoft.AspNetCore.Http;

namespace Interactor.Host.Connecting;

/// <summary>The pages that a person sees while connecting an account. Every text from outside is encoded.</summary>
internal static class ConnectPage
{
    private const string Style = """
        body{font:16px/1.5 system-ui,sans-serif;max-width:32rem;margin:10vh auto;padding:0 1rem;color:#1a1a1a;background:#fff}
        h1{font-size:1.4rem}label{display:block;margin:1rem 0 .2rem;font-weight:600}input,select{width:100%;box-sizing:border-box;font:inherit;padding:.5rem;border:1px solid #888;border-radius:4px}
        button{font:inherit;margin-top:1.5rem;padding:.6rem 1.4rem;border:0;border-radius:4px;background:#0b57d0;color:#fff;cursor:pointer}fieldset{border:1px solid #ccc;border-radius:6px;margin:1.5rem 0}
        .problem{border-left:4px solid #b3261e;padding:.4rem 1rem;background:#fceeee}small{color:#555}
        """;

    /// <summary>Asks for a way to connect and the values that it needs.</summary>
    public static string Ask(ConnectorSession session, ConnectTicket ticket, string? problem)
    {
        ConnectorDescriptor connector = session.Connector.Descriptor;
        StringBuilder body = new();
        body.Append($"<h1>Connect {Encoded(NameOf(connector))}</h1>");
        if (session.Sandbox is not null)
        {
            body.Append("<p><small>A sandbox on this machine plays the provider: nothing that you enter leaves it.</small></p>");
        }

        if (problem is not null)
        {
            body.Append($"<p class=\"problem\" role=\"alert\">{Encoded(problem)}</p>");
        }

        foreach (SecurityMethod method in connector.Methods.Where(method => ticket.Methods.Contains(method.Id)))
        {
            AppendForm(body, session, method, ticket.Methods.Count > 1);
        }

        return Page($"Connect {NameOf(connector)}", body.ToString());
    }

    /// <summary>Says that an account is connected.</summary>
    public static string Done(string connector, string? label) => Page(
        "Connected", $"<h1>Connected</h1><p>{Encoded(connector)} is connected{(label is null ? "" : $" as <strong>{Encoded(label)}</strong>")}. You can close this page.</p>");

    /// <summary>Says why an account is not connected, and what to do.</summary>
    public static string Problem(string text) =>
        Page("Not connected", $"<h1>Not connected</h1><p class=\"problem\" role=\"alert\">{Encoded(text)}</p><p>Go back to the application that sent you here and begin again.</p>");

    /// <summary>A page as an answer that no other site can show inside of its own, and that runs no script.</summary>
    public static IResult Result(HttpContext context, string html, int status = 200)
    {
        IHeaderDictionary headers = context.Response.Headers;
        headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'";
        headers["Referrer-Policy"] = "no-referrer";
        headers.CacheControl = "no-store";
        headers.XContentTypeOptions = "nosniff";
        return Results.Content(html, "text/html; charset=utf-8", Encoding.UTF8, status);
    }

    private static void AppendForm(StringBuilder body, ConnectorSession session, SecurityMethod method, bool isOneOfSeveral)
    {
        body.Append("<form method=\"post\" autocomplete=\"off\">");
        if (isOneOfSeveral)
        {
            body.Append($"<fieldset><legend>{Encoded(method.Id)}</legend>");
        }

        body.Append($"<input type=\"hidden\" name=\"method\" value=\"{Encoded(method.Id)}\">");
        foreach (VariableDescriptor variable in AskedVariables.Of(session, method))
        {
            AppendField(body, method, variable);
        }

        body.Append($"<button>{(AskedVariables.SendsAway(method) ? "Continue" : "Connect")}</button>");
        body.Append(isOneOfSeveral ? "</fieldset></form>" : "</form>");
    }

    private static void AppendField(StringBuilder body, SecurityMethod method, VariableDescriptor variable)
    {
        string id = Encoded($"{method.Id}.{variable.Name}");
        string required = variable is { IsRequired: true, Default: null } ? " required" : "";
        body.Append($"<label for=\"{id}\">{Encoded(variable.Title ?? variable.Name)}</label>");
        if (variable.Allowed.Count > 0)
        {
            string options = string.Concat(variable.Allowed.Select(value => $"<option{(value == variable.Default ? " selected" : "")}>{Encoded(value)}</option>"));
            body.Append($"<select id=\"{id}\" name=\"value.{Encoded(variable.Name)}\"{required}>{options}</select>");
        }
        else
        {
            string type = variable.IsSecret ? "password" : "text";
            string value = variable.IsSecret ? "" : variable.Default ?? "";
            body.Append($"<input id=\"{id}\" name=\"value.{Encoded(variable.Name)}\" type=\"{type}\" value=\"{Encoded(value)}\"{required}>");
        }
    }

    private static string Page(string title, string body) => $"""
        <!DOCTYPE html>
        <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>{Encoded(title)}</title><style>{Style}</style></head>
        <body><main>{body}</main></body></html>
        """;

    private static string NameOf(ConnectorDescriptor connector) => connector.Name.Length > 0 ? connector.Name : connector.Id;

    private static string Encoded(string text) => HtmlEncoder.Default.Encode(text);
}

using System.Text;
using Interactor.Host.Api;
using Interactor.Host.Connectors;
using Interactor.Runtime;
using Interactor.Runtime.Security;

namespace Interactor.Host.Connecting;

/// <summary>The pages that a person sees while connecting an account. Every text from outside is encoded.</summary>
internal static class ConnectPage
{
    private const int MostOfGuide = 100_000;

    /// <summary>Asks for a way to connect and the values that it needs.</summary>
    public static string Ask(ConnectorSession session, ConnectTicket ticket, string? problem)
    {
        ConnectorDescriptor connector = session.Connector.Descriptor;
        StringBuilder body = new();
        body.Append($"<h1>Connect {HtmlPage.Encoded(NameOf(connector))}</h1>");
        if (session.Sandbox is not null)
        {
            body.Append("<p><small>A sandbox on this machine plays the provider: nothing that you enter leaves it.</small></p>");
        }

        if (problem is not null)
        {
            body.Append(HtmlPage.Problem(problem));
        }

        foreach (SecurityMethod method in connector.Methods.Where(method => ticket.Methods.Contains(method.Id)))
        {
            AppendForm(body, session, method, ticket.Methods.Count > 1);
        }

        if (session.Connector.Listing.Guide is { Length: > 0 } guide)
        {
            // As text: what somebody else wrote makes no links and no markup here.
            body.Append($"<details><summary>Guide</summary><pre>{HtmlPage.Encoded(guide.Length > MostOfGuide ? guide[..MostOfGuide] : guide)}</pre></details>");
        }

        return HtmlPage.Of($"Connect {NameOf(connector)}", body.ToString());
    }

    /// <summary>Shows the code that a person enters on another device, and looks every few seconds whether they did.</summary>
    public static string Wait(ConnectorSession session, ConnectDevice device)
    {
        string name = HtmlPage.Encoded(NameOf(session.Connector.Descriptor));
        string link = HtmlPage.Encoded(device.CompleteAddress ?? device.Address);
        return HtmlPage.Of(
            $"Connect {NameOf(session.Connector.Descriptor)}",
            $"""
            <h1>Connect {name}</h1>
            <p>Open <a href="{link}" target="_blank" rel="noopener noreferrer">{HtmlPage.Encoded(device.Address)}</a> on any device, and enter this code:</p>
            <p class="code">{HtmlPage.Encoded(device.UserCode)}</p>
            <p role="status"><small>This page goes on by itself as soon as you consented there.</small></p>
            """,
            refreshSeconds: 3);
    }

    /// <summary>Says that an account is connected.</summary>
    public static string Done(string connector, string? label) => HtmlPage.Of(
        "Connected", $"<h1>Connected</h1><p>{HtmlPage.Encoded(connector)} is connected{(label is null ? "" : $" as <strong>{HtmlPage.Encoded(label)}</strong>")}. You can close this page.</p>");

    /// <summary>Says why an account is not connected, and what to do.</summary>
    public static string Problem(string text) =>
        HtmlPage.Of("Not connected", $"<h1>Not connected</h1>{HtmlPage.Problem(text)}<p>Go back to the application that sent you here and begin again.</p>");

    private static void AppendForm(StringBuilder body, ConnectorSession session, SecurityMethod method, bool isOneOfSeveral)
    {
        body.Append("<form method=\"post\" autocomplete=\"off\">");
        if (isOneOfSeveral)
        {
            body.Append($"<fieldset><legend>{HtmlPage.Encoded(method.Id)}</legend>");
        }

        body.Append($"<input type=\"hidden\" name=\"method\" value=\"{HtmlPage.Encoded(method.Id)}\">");
        foreach (VariableDescriptor variable in AskedVariables.Of(session, method))
        {
            AppendField(body, method, variable);
        }

        body.Append($"<button>{(AskedVariables.NeedsPerson(method) ? "Continue" : "Connect")}</button>");
        body.Append(isOneOfSeveral ? "</fieldset></form>" : "</form>");
    }

    private static void AppendField(StringBuilder body, SecurityMethod method, VariableDescriptor variable)
    {
        string id = HtmlPage.Encoded($"{method.Id}.{variable.Name}");
        string required = variable is { IsRequired: true, Default: null } ? " required" : "";
        body.Append($"<label for=\"{id}\">{HtmlPage.Encoded(variable.Title ?? variable.Name)}</label>");
        if (variable.Allowed.Count > 0)
        {
            string options = string.Concat(variable.Allowed.Select(value => $"<option{(value == variable.Default ? " selected" : "")}>{HtmlPage.Encoded(value)}</option>"));
            body.Append($"<select id=\"{id}\" name=\"value.{HtmlPage.Encoded(variable.Name)}\"{required}>{options}</select>");
        }
        else
        {
            string type = variable.IsSecret ? "password" : "text";
            string value = variable.IsSecret ? "" : variable.Default ?? "";
            body.Append($"<input id=\"{id}\" name=\"value.{HtmlPage.Encoded(variable.Name)}\" type=\"{type}\" value=\"{HtmlPage.Encoded(value)}\"{required}>");
        }
    }

    private static string NameOf(ConnectorDescriptor connector) => connector.Name.Length > 0 ? connector.Name : connector.Id;
}

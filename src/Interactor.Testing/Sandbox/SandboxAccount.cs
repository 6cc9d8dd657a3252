using System.Net.Http.Headers;
using Interactor.Runtime;
using Interactor.Runtime.Security;
using Interactor.Testing.Loading;

namespace Interactor.Testing.Sandbox;

/// <summary>Connects an account at a sandbox the way a person would: through the runtime's own flow, with the consent given at once.</summary>
public static class SandboxAccount
{
    private static readonly Uri Callback = new("https://localhost/sandbox/callback");

    /// <summary>The options with which the runtime speaks to a sandbox: its transport, and a value for each variable of the connector.</summary>
    public static ConnectorOptions OptionsFor(SandboxServer server, ConnectorDescriptor connector)
    {
        ArgumentNullException.ThrowIfNull(server);
        ArgumentNullException.ThrowIfNull(connector);
        SandboxTransport transport = server.CreateTransport();
        ConnectorOptions options = new()
        {
            HttpHandler = transport,
            CertificateHandler = _ => transport,
            TimeProvider = server.Options.TimeProvider,
            ScriptRunner = SharedScripts.Runner,
        };
        foreach ((string name, string value) in ConnectorOf(server, connector).Variables(server.Options))
        {
            options.Values[name] = value;
        }

        return options;
    }

    /// <summary>Connects by a method, an OAuth code grant with its consent included.</summary>
    /// <param name="server">The sandbox that plays the third party of the connector.</param>
    /// <param name="connector">The compiled connector.</param>
    /// <param name="method">The id of a security method; null for the connector's first.</param>
    /// <param name="options">What <see cref="OptionsFor"/> gave, to change it beforehand; null for that.</param>
    /// <param name="allow">Whether the person allows; false denies the consent.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="InteractorException">The connection did not come about, such as after a denial (<see cref="ErrorCode.AuthDenied"/>).</exception>
    public static async Task<Connection> ConnectAsync(
        SandboxServer server,
        ConnectorDescriptor connector,
        string? method = null,
        ConnectorOptions? options = null,
        bool allow = true,
        CancellationToken cancellation = default)
    {
        options ??= OptionsFor(server, connector);
        SecurityMethod security = connector.Methods.FirstOrDefault(m => method is null || m.Id == method)
            ?? throw new SandboxException(method is null ? $"The connector '{connector.Address}' has no security method." : $"The connector '{connector.Address}' has no security method '{method}'.");
        Dictionary<string, string> variables = connector.Variables
            .Where(v => v.Scope == VariableScope.Account && (v.AskFor.Count == 0 || v.AskFor.Contains(security.Id)) && options.Values.ContainsKey(v.Name))
            .ToDictionary(v => v.Name, v => options.Values[v.Name]);
        ConnectionFlow flow = new(connector, options);
        if (security.Kind != SecurityKind.OAuth2Code)
        {
            return await flow.ConnectAsync(security.Id, variables, account: null, cancellation).ConfigureAwait(false);
        }

        AuthorizationStart start = await flow.BeginAsync(security.Id, Callback, variables, cancellationToken: cancellation).ConfigureAwait(false);
        string query = await DecideAsync(server, start.Url, allow, cancellation).ConfigureAwait(false);
        return await flow.CompleteAsync(start.Pending, query, cancellation).ConfigureAwait(false);
    }

    // What a person's browser does: it opens the page, submits its form, and is sent back.
    private static async Task<string> DecideAsync(SandboxServer server, Uri authorization, bool allow, CancellationToken cancellation)
    {
        using HttpMessageInvoker browser = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false });
        using HttpRequestMessage submit = new(HttpMethod.Post, server.Locate(authorization))
        {
            Content = new FormUrlEncodedContent([new("decision", allow ? "allow" : "deny")]),
        };
        submit.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/html"));
        using HttpResponseMessage response = await browser.SendAsync(submit, cancellation).ConfigureAwait(false);
        return response.Headers.Location?.Query
            ?? throw new SandboxException($"The sandbox refused the authorization request: {await response.Content.ReadAsStringAsync(cancellation).ConfigureAwait(false)}");
    }

    private static SandboxConnector ConnectorOf(SandboxServer server, ConnectorDescriptor connector) =>
        server.Connectors.FirstOrDefault(c => c.Address == connector.Address)
        ?? throw new SandboxException($"The sandbox does not play the third party of '{connector.Address}'.");
}

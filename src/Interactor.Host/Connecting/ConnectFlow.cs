using System.Security.Cryptography;
using Interactor.Host.Api;
using Interactor.Host.Connectors;
using Interactor.Host.Drafts;
using Interactor.Host.Workspace;
using Interactor.Runtime;
using Interactor.Runtime.Security;
using Microsoft.AspNetCore.WebUtilities;

namespace Interactor.Host.Connecting;

/// <summary>Leads a person from the URL that an application asked for to a connected account.</summary>
internal sealed class ConnectFlow(
    ConnectorCatalogue catalogue, PublishedConnectors published, ConnectorSessions sessions, EnvironmentStore environments, TicketStore tickets, DeviceWaits devices, RedirectUrls redirects, HostAddress address)
{
    /// <summary>Where providers send people back to.</summary>
    public const string CallbackPath = "/connect/callback";

    private const string PagePath = "/connect/";

    /// <summary>The URL that a person opens to connect an account: the provider's where nothing is left to ask, otherwise a page of the host.</summary>
    public async Task<(string? Url, Refusal? Refusal)> BeginAsync(HostEnvironment environment, ConnectRequest request, CancellationToken cancellationToken)
    {
        if (await FindAsync(environment, request.Owner, request.Connector, cancellationToken).ConfigureAwait(false) is not { } connector)
        {
            return (null, Refusal.NotFound($"There is no connector '{request.Owner}/{request.Connector}'."));
        }

        if (request.RedirectUrl is { } given && RedirectUrls.FormProblemOf(given) is { } problem)
        {
            return (null, Refusal.Invalid(problem));
        }

        if (request.RedirectUrl is { } url && !redirects.Allows(environment, url))
        {
            return (null, Refusal.Invalid($"The environment '{environment.Name}' does not list the redirectUrl '{url}'. Add it to the environment's redirect URLs."));
        }

        ConnectorSession session = await sessions.OfAsync(environment, connector, cancellationToken).ConfigureAwait(false);
        (IReadOnlyList<SecurityMethod> methods, Refusal? refusal) = MethodsOf(session, request);
        if (refusal is not null)
        {
            return (null, refusal);
        }

        ConnectTicket ticket = new() { Owner = request.Owner, Connector = request.Connector, Account = request.Account, RedirectUrl = request.RedirectUrl, Methods = [.. methods.Select(static method => method.Id)] };
        if (methods is [{ } only] && AskedVariables.SendsAway(only) && AskedVariables.Of(session, only).All(variable => request.SkipInput && !variable.IsRequired))
        {
            return await GoAsync(session, only, ticket, new Dictionary<string, string>(), cancellationToken).ConfigureAwait(false) switch
            {
                ConnectOutcome.GoTo(Uri next) => (next.AbsoluteUri, null),
                ConnectOutcome.Failed(_, Refusal failure) => (null, failure),
                _ => throw new InvalidOperationException("An authorization begins at the provider."),
            };
        }

        string secret = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));
        await tickets.AddAsync(secret, environment.Id, ticket, cancellationToken).ConfigureAwait(false);
        return (address.Url + PagePath + secret, null);
    }

    /// <summary>What the page of a ticket asks for; null where the ticket is used, unknown or late.</summary>
    public async Task<(ConnectTicket Ticket, ConnectorSession Session)?> FindAsync(string secret, CancellationToken cancellationToken) =>
        await tickets.FindAsync(secret, cancellationToken).ConfigureAwait(false) is var (environment, ticket) && await SessionOfAsync(environment, ticket, cancellationToken).ConfigureAwait(false) is { } session
            ? (ticket, session)
            : null;

    /// <summary>Sees to it that somebody waits for the person of a ticket, who consents on another device.</summary>
    public void Await(string secret, ConnectorSession session) => devices.Begin(secret, session);

    /// <summary>Goes on with what a person chose and gave. The ticket stays good until the account is connected or the person goes to the provider.</summary>
    public async Task<ConnectOutcome?> ContinueAsync(string secret, string method, IReadOnlyDictionary<string, string> values, CancellationToken cancellationToken)
    {
        if (await FindAsync(secret, cancellationToken).ConfigureAwait(false) is not var (ticket, session) || ticket.Result is not null)
        {
            return null;
        }

        if (ticket.Device is not null)
        {
            return new ConnectOutcome.Waiting();
        }

        if (!ticket.Methods.Contains(method) || session.Connector.Descriptor.Methods.FirstOrDefault(known => known.Id == method) is not { } security)
        {
            return new ConnectOutcome.Failed(ticket, Refusal.Invalid("That way of connecting is not one of this page. Choose one of those that it shows."));
        }

        IReadOnlyList<string> asked = [.. AskedVariables.Of(session, security).Select(static variable => variable.Name)];
        Dictionary<string, string> given = values.Where(pair => asked.Contains(pair.Key) && pair.Value.Length > 0).ToDictionary(StringComparer.Ordinal);
        ConnectOutcome outcome =
            security.Kind == SecurityKind.OAuth2Device ? await AskDeviceAsync(session, security, secret, ticket, given, cancellationToken).ConfigureAwait(false)
            : AskedVariables.SendsAway(security) ? await GoAsync(session, security, ticket, given, cancellationToken).ConfigureAwait(false)
            : await ConnectAsync(session, security, ticket, given, cancellationToken).ConfigureAwait(false);
        if (outcome is ConnectOutcome.GoTo or ConnectOutcome.Connected)
        {
            await tickets.TakeAsync(secret, cancellationToken).ConfigureAwait(false);
        }

        return outcome;
    }

    /// <summary>Completes an authorization with what the provider sent back.</summary>
    /// <param name="state">What binds the answer to its beginning (RFC 6749, section 10.12).</param>
    /// <param name="query">The query of the callback as it came.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Null where the state is used, unknown or late.</returns>
    public async Task<ConnectOutcome?> CompleteAsync(string state, string query, CancellationToken cancellationToken)
    {
        if (await tickets.TakeAsync(state, cancellationToken).ConfigureAwait(false) is not var (environment, ticket)
            || ticket.Pending is not { } pending
            || await SessionOfAsync(environment, ticket, cancellationToken).ConfigureAwait(false) is not { } session)
        {
            return null;
        }

        try
        {
            Connection connection = await session.Flow.CompleteAsync(PendingConnection.FromJson(pending), query, cancellationToken).ConfigureAwait(false);
            return new ConnectOutcome.Connected(ticket, LabelOf(connection));
        }
        catch (InteractorException e)
        {
            return new ConnectOutcome.Failed(ticket, Refusal.Of(e) with { Error = e.Message });
        }
    }

    private async Task<ConnectOutcome> AskDeviceAsync(
        ConnectorSession session, SecurityMethod method, string secret, ConnectTicket ticket, IReadOnlyDictionary<string, string> values, CancellationToken cancellationToken)
    {
        try
        {
            DeviceStart start = await session.Flow.BeginDeviceAsync(method.Id, values, ticket.Account, cancellationToken: cancellationToken).ConfigureAwait(false);
            ConnectDevice device = new(
                start.UserCode, session.Locate(start.VerificationUri).AbsoluteUri, start.CompleteUri is { } complete ? session.Locate(complete).AbsoluteUri : null, start.Pending.ToJson());
            await tickets.ReplaceAsync(secret, ticket with { Device = device }, cancellationToken).ConfigureAwait(false);
            return new ConnectOutcome.Waiting();
        }
        catch (InteractorException e)
        {
            return new ConnectOutcome.Failed(ticket, Refusal.Of(e) with { Error = e.Message });
        }
    }

    private async Task<ConnectOutcome> GoAsync(
        ConnectorSession session, SecurityMethod method, ConnectTicket ticket, IReadOnlyDictionary<string, string> values, CancellationToken cancellationToken)
    {
        try
        {
            AuthorizationStart start = await session.Flow.BeginAsync(
                method.Id, new Uri(address.Url + CallbackPath), values, ticket.Account, cancellationToken: cancellationToken).ConfigureAwait(false);
            await tickets.AddAsync(start.Pending.State, session.Environment, ticket with { Pending = start.Pending.ToJson() }, cancellationToken).ConfigureAwait(false);
            return new ConnectOutcome.GoTo(session.Locate(start.Url));
        }
        catch (InteractorException e)
        {
            return new ConnectOutcome.Failed(ticket, Refusal.Of(e) with { Error = e.Message });
        }
    }

    private static async Task<ConnectOutcome> ConnectAsync(
        ConnectorSession session, SecurityMethod method, ConnectTicket ticket, IReadOnlyDictionary<string, string> values, CancellationToken cancellationToken)
    {
        try
        {
            return new ConnectOutcome.Connected(ticket, LabelOf(await session.Flow.ConnectAsync(method.Id, values, ticket.Account, cancellationToken).ConfigureAwait(false)));
        }
        catch (InteractorException e)
        {
            return new ConnectOutcome.Failed(ticket, Refusal.Of(e) with { Error = e.Message });
        }
    }

    private async Task<HostedConnector?> FindAsync(HostEnvironment environment, string owner, string connector, CancellationToken cancellationToken)
    {
        await published.DemandAsync(owner, connector, cancellationToken).ConfigureAwait(false);
        return catalogue.VersionsOf(owner, connector) is [{ } current, ..] && current.IsSeenBy(environment.Organization) ? current : null;
    }

    private async Task<ConnectorSession?> SessionOfAsync(string environment, ConnectTicket ticket, CancellationToken cancellationToken) =>
        await environments.FindAsync(environment, cancellationToken).ConfigureAwait(false) is { } found
        && await FindAsync(found, ticket.Owner, ticket.Connector, cancellationToken).ConfigureAwait(false) is { } connector
            ? await sessions.OfAsync(found, connector, cancellationToken).ConfigureAwait(false)
            : null;

    private static (IReadOnlyList<SecurityMethod> Methods, Refusal? Refusal) MethodsOf(ConnectorSession session, ConnectRequest request)
    {
        ConnectorDescriptor connector = session.Connector.Descriptor;
        SecurityMethod[] methods = [.. connector.Methods.Where(method => method.Kind != SecurityKind.None && (request.Method is null || method.Id == request.Method))];
        if (methods.Length == 0)
        {
            return ([], request.Method is null
                ? Refusal.Invalid($"The connector '{connector.Address}' needs no account.")
                : Refusal.Invalid($"The connector '{connector.Address}' has no security method '{request.Method}'. It has: {string.Join(", ", connector.Methods.Select(static method => method.Id))}."));
        }

        if (session.Missing.Count > 0)
        {
            return ([], new Refusal(409, $"Configuration Required: the environment has no value for {string.Join(", ", session.Missing)} of '{connector.Address}'.", ErrorCode.Conflict));
        }

        if (!request.SkipInput)
        {
            return (methods, null);
        }

        return methods.FirstOrDefault(method => AskedVariables.Missing(session, method).Count == 0) is { } ready
            ? ([ready], null)
            : ([], Refusal.Invalid($"The input cannot be skipped: {string.Join(", ", AskedVariables.Missing(session, methods[0]).Select(static variable => variable.Name))} has no value yet."));
    }

    private static string? LabelOf(Connection connection) => connection.Identity?.Label ?? connection.Identity?.Id;
}

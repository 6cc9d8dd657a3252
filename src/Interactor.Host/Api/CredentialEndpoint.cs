using System.Text.Json;
using Interactor.Host.Audit;
using Interactor.Host.Connecting;
using Interactor.Host.Connectors;
using Interactor.Host.Management;
using Interactor.Host.Workspace;
using Interactor.Runtime;
using Interactor.Runtime.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Interactor.Host.Api;

/// <summary>What is known of the connection of an account, connecting one with given values, and disconnecting it.</summary>
internal static class CredentialEndpoint
{
    public static Task GetAsync(HttpContext context, ConnectorCatalogue catalogue, ConnectorSessions sessions, TimeProvider time, string connector, string owner = CompatibleEndpoints.DefaultOwner) =>
        AnswerAsync(context, catalogue, sessions, time, owner, connector, static async (session, account, cancellation) =>
            await session.ConnectionOfAsync(account, cancellation).ConfigureAwait(false) is { } connection
                ? (context => Results.Json(BodyOf(connection), ApiJson.Plain.CredentialBody).ExecuteAsync(context), null)
                : (null, NotConnected(account)));

    public static Task CreateAsync(HttpContext context, ConnectorCatalogue catalogue, ConnectorSessions sessions, TimeProvider time, string connector, string owner = CompatibleEndpoints.DefaultOwner) =>
        AnswerAsync(context, catalogue, sessions, time, owner, connector, async (session, account, cancellation) =>
        {
            (NewCredentialBody? given, Refusal? problem) = await ReadAsync(context, cancellation).ConfigureAwait(false);
            if (given is null)
            {
                return (null, problem);
            }

            SecurityMethod? method = session.Connector.Descriptor.Methods.FirstOrDefault(method => given.Method is null ? !AskedVariables.NeedsPerson(method) : method.Id == given.Method);
            if (method is null)
            {
                return (null, Refusal.Invalid(given.Method is null
                    ? "Every security method of the connector sends a person to the provider: use auth-url."
                    : $"The connector has no security method '{given.Method}'."));
            }

            (Connection? connection, problem) = await ConnectAsync(session, method, given.Values ?? new Dictionary<string, string>(), account, cancellation).ConfigureAwait(false);
            if (connection is null)
            {
                return (null, problem);
            }

            await context.RequestServices.GetRequiredService<AuditLog>().AddAsync(context, AuditAction.AccountConnected, $"{session.Connector.Address}: {account}", session.Environment).ConfigureAwait(false);
            return (context => Results.Json(BodyOf(connection), ApiJson.Plain.CredentialBody, statusCode: 201).ExecuteAsync(context), null);
        });

    public static async Task DeleteAsync(
        HttpContext context, ConnectorCatalogue catalogue, ConnectorSessions sessions, AccountStore accounts, TimeProvider time, string connector, string owner = CompatibleEndpoints.DefaultOwner)
    {
        try
        {
            await DisconnectAsync(context, catalogue, sessions, time, owner, connector).ConfigureAwait(false);
        }
        catch (HostException)
        {
            // What cannot be decrypted any more cannot be withdrawn at the provider, and is to go all the same.
            await EraseAsync(context, accounts, time, $"{owner}/{connector}", AccountName.Of(context.Request.Query)!).ConfigureAwait(false);
        }
    }

    private static Task DisconnectAsync(HttpContext context, ConnectorCatalogue catalogue, ConnectorSessions sessions, TimeProvider time, string owner, string connector) =>
        AnswerAsync(context, catalogue, sessions, time, owner, connector, async (session, account, cancellation) =>
        {
            if (await session.ConnectionOfAsync(account, cancellation).ConfigureAwait(false) is null)
            {
                return (null, NotConnected(account));
            }

            bool isRevoked = await session.Flow.DisconnectAsync(account, cancellation).ConfigureAwait(false);
            await context.RequestServices.GetRequiredService<AuditLog>().AddAsync(context, AuditAction.AccountDisconnected, $"{session.Connector.Address}: {account}", session.Environment).ConfigureAwait(false);
            return (context => Results.Json(new DisconnectedBody(isRevoked), ApiJson.Plain.DisconnectedBody).ExecuteAsync(context), null);
        });

    private static async Task EraseAsync(HttpContext context, AccountStore accounts, TimeProvider time, string address, string account)
    {
        HostEnvironment environment = EnvironmentAccess.Of(context);
        IReadOnlyList<AccountRow> rows = await accounts.FindAsync(environment.Id, address, account, context.RequestAborted).ConfigureAwait(false);
        if (rows.Count == 0)
        {
            await RefusalWriter.WriteAsync(context, NotConnected(account), NewId.Of(time)).ConfigureAwait(false);
            return;
        }

        foreach (AccountRow row in rows)
        {
            await accounts.EraseAsync(environment.Id, row, context.RequestAborted).ConfigureAwait(false);
        }

        await context.RequestServices.GetRequiredService<AuditLog>().AddAsync(context, AuditAction.AccountDisconnected, $"{address}: {account}", environment.Id).ConfigureAwait(false);
        await Results.Json(new DisconnectedBody(Revoked: false), ApiJson.Plain.DisconnectedBody).ExecuteAsync(context).ConfigureAwait(false);
    }

    private static async Task AnswerAsync(
        HttpContext context,
        ConnectorCatalogue catalogue,
        ConnectorSessions sessions,
        TimeProvider time,
        string owner,
        string connector,
        Func<ConnectorSession, string, CancellationToken, Task<(RequestDelegate? Answer, Refusal? Refusal)>> handle)
    {
        string? account = AccountName.Of(context.Request.Query);
        Refusal? refusal = AccountName.ProblemOf(account) ?? (account is null ? Refusal.Invalid("The query has no 'account'.") : null);
        RequestDelegate? answer = null;
        if (refusal is null)
        {
            (answer, refusal) = catalogue.VersionsOf(owner, connector) is [{ } hosted, ..] && hosted.IsSeenBy(EnvironmentAccess.Of(context).Organization)
                ? await TryAsync(context, sessions, hosted, account!, handle).ConfigureAwait(false)
                : (null, Refusal.NotFound($"There is no connector '{owner}/{connector}'."));
        }

        await (answer is null ? RefusalWriter.WriteAsync(context, refusal!, NewId.Of(time)) : answer(context)).ConfigureAwait(false);
    }

    private static async Task<(RequestDelegate? Answer, Refusal? Refusal)> TryAsync(
        HttpContext context,
        ConnectorSessions sessions,
        HostedConnector connector,
        string account,
        Func<ConnectorSession, string, CancellationToken, Task<(RequestDelegate? Answer, Refusal? Refusal)>> handle)
    {
        try
        {
            ConnectorSession session = await sessions.OfAsync(EnvironmentAccess.Of(context), connector, context.RequestAborted).ConfigureAwait(false);

            // What a provider gave or withdrew is written down, also when nobody waits for the answer.
            return await handle(session, account, HttpMethods.IsGet(context.Request.Method) ? context.RequestAborted : CancellationToken.None).ConfigureAwait(false);
        }
        catch (InteractorException e)
        {
            return (null, Refusal.Of(e) with { Error = e.Message });
        }
    }

    private static async Task<(Connection? Connection, Refusal? Refusal)> ConnectAsync(
        ConnectorSession session, SecurityMethod method, IReadOnlyDictionary<string, string> values, string account, CancellationToken cancellationToken)
    {
        ConnectorDescriptor connector = session.Connector.Descriptor;
        ErrorDetail[] unknown =
        [
            .. values.Keys.Except(connector.Variables.Select(static variable => variable.Name))
                .Select(name => new ErrorDetail(ValuePointer.Of(name), $"The connector '{connector.Address}' has no such variable.")),
        ];
        if (unknown.Length > 0)
        {
            return (null, Refusal.Invalid("The body is not valid.") with { Details = unknown });
        }

        try
        {
            return (await session.Flow.ConnectAsync(method.Id, values, account, cancellationToken).ConfigureAwait(false), null);
        }
        catch (InteractorException e) when (e.Code == ErrorCode.InputInvalid)
        {
            // The runtime places a finding at the name of the variable, and the body has that of an account among its values.
            string[] asked = [.. connector.Variables.Where(static variable => variable.Scope == VariableScope.Account).Select(static variable => ValuePointer.Of(variable.Name))];
            return (null, Refusal.Of(e) with
            {
                Error = e.Message,
                Details = [.. e.Details.Select(detail => asked.Contains("/values" + detail.Pointer) ? detail with { Pointer = "/values" + detail.Pointer } : detail)],
            });
        }
    }

    private static async Task<(NewCredentialBody? Body, Refusal? Refusal)> ReadAsync(HttpContext context, CancellationToken cancellationToken)
    {
        try
        {
            ReadOnlyMemory<byte> body = await RequestBody.ReadAsync(context.Request, cancellationToken).ConfigureAwait(false);
            if (NulText.PointerIn(body) is { } pointer)
            {
                return (null, Refusal.Invalid($"The body has the character U+0000 at {(pointer.Length == 0 ? "its root" : pointer)}, which no text of the host may have."));
            }

            return JsonSerializer.Deserialize(body.IsEmpty ? "{}"u8 : body.Span, ApiJson.Plain.NewCredentialBody) is { } given
                ? (given, null)
                : (null, Refusal.Invalid("The body is not an object."));
        }
        catch (JsonException e)
        {
            return (null, Refusal.Invalid($"The body is not what is expected at {e.Path ?? "$"}: {{\"method\": \"…\", \"values\": {{\"…\": \"…\"}}}}."));
        }
    }

    private static Refusal NotConnected(string account) => Refusal.NotFound($"The account '{account}' is not connected.");

    private static CredentialBody BodyOf(Connection connection)
    {
        Token? main = connection.Tokens.GetValueOrDefault(Connection.MainToken);
        return new CredentialBody(
            connection.Method,
            StatusText.Of(connection.Status),
            main?.Scopes ?? [],
            connection.Identity is { } identity ? new IdentityBody(identity.Id, identity.Label) : null,
            main?.ExpiresAt);
    }
}

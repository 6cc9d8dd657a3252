using System.ComponentModel;
using Interactor.Host.Access;
using Interactor.Host.Api;
using Interactor.Host.Audit;
using Interactor.Host.Connectors;
using Interactor.Host.People;
using Interactor.Host.Workspace;
using Interactor.Runtime;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Interactor.Host.Management;

/// <summary>The connected accounts of an environment.</summary>
internal static class AccountEndpoints
{
    public static void MapAccounts(this IEndpointRouteBuilder manage)
    {
        manage.MapGet("/environments/{environment}/accounts", ListAsync).ForKeysAnd(Role.Viewer).Named("accounts.list", "The connected accounts of an environment.");
        manage.MapDelete("/environments/{environment}/accounts/{owner}/{connector}", DisconnectAsync).ForKeysAnd(Role.Developer)
            .Named("accounts.disconnect", "Disconnects an account: asks the provider to withdraw the grant, and erases it.");
    }

    private static async Task<PageBody<AccountBody>> ListAsync(
        HttpContext context,
        string environment,
        EnvironmentStore environments,
        AccountStore accounts,
        [AsParameters] PageQuery page,
        [Description("The address of a connector, owner/id.")] string? connector,
        [Description("active, renewing or needs_reauthorization.")] string? status,
        [Description("A part of the account or of whose it is.")] string? text)
    {
        HostEnvironment found = await environments.GetAsync(environment, context.RequestAborted).ConfigureAwait(false);
        string? kept = status is null
            ? null
            : (StatusText.Find(status) ?? throw new RefusalException(Refusal.Invalid("The parameter 'status' is active, renewing or needs_reauthorization."))).ToString();
        return page.Of(
            await accounts.ListAsync(found.Id, connector, kept, SearchText.PatternOf(text), page.After(parts: 3), page.Size + 1, context.RequestAborted).ConfigureAwait(false),
            static row => row.ToBody(),
            static row => row.Key);
    }

    private static async Task<DisconnectedBody> DisconnectAsync(
        HttpContext context,
        string environment,
        string owner,
        string connector,
        [Description("The application's name for its user.")] string account,
        EnvironmentStore environments,
        AccountStore accounts,
        ConnectorCatalogue catalogue,
        ConnectorSessions sessions,
        AuditLog audit)
    {
        HostEnvironment found = await environments.GetAsync(environment, context.RequestAborted).ConfigureAwait(false);
        string address = $"{owner}/{connector}";
        IReadOnlyList<AccountRow> rows = await accounts.FindAsync(found.Id, address, account, context.RequestAborted).ConfigureAwait(false);
        if (rows.Count == 0)
        {
            throw RefusalException.NotFound($"The account '{account}' of '{address}' is not connected.");
        }

        // Who goes away meanwhile has disconnected the account all the same.
        bool isRevoked = await RevokeAsync(found, address, account, catalogue, sessions, CancellationToken.None).ConfigureAwait(false);
        foreach (AccountRow row in rows)
        {
            // That of the other kind, or of a connector that is not served any more, is one that nobody can be asked about.
            await accounts.EraseAsync(found.Id, row, CancellationToken.None).ConfigureAwait(false);
        }

        await audit.AddAsync(context, AuditAction.AccountDisconnected, $"{address}: {account}", found.Id).ConfigureAwait(false);
        return new DisconnectedBody(isRevoked);
    }

    private static async Task<bool> RevokeAsync(
        HostEnvironment environment, string address, string account, ConnectorCatalogue catalogue, ConnectorSessions sessions, CancellationToken cancellationToken)
    {
        string[] parts = address.Split('/');
        if (catalogue.VersionsOf(parts[0], parts[1]) is not [{ } connector, ..])
        {
            return false;
        }

        try
        {
            ConnectorSession session = await sessions.OfAsync(environment, connector, cancellationToken).ConfigureAwait(false);
            return await session.ConnectionOfAsync(account, cancellationToken).ConfigureAwait(false) is not null
                && await session.Flow.DisconnectAsync(account, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is InteractorException or HostException)
        {
            // Who disconnects an account wants it gone here, whatever the provider says, and also where nothing can be decrypted any more.
            return false;
        }
    }
}

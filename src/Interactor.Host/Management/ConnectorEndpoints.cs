using System.ComponentModel;
using System.Text.Json;
using Interactor.Host.Access;
using Interactor.Host.Api;
using Interactor.Host.Connectors;
using Interactor.Host.Drafts;
using Interactor.Host.People;
using Interactor.Host.Workspace;
using Interactor.Runtime;
using Interactor.Runtime.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Interactor.Host.Management;

/// <summary>The connectors that the host serves.</summary>
internal static class ConnectorEndpoints
{
    public static void MapConnectors(this IEndpointRouteBuilder manage)
    {
        manage.MapGet("/connectors", ListAsync).ForKeysAnd(Role.Viewer).Named("connectors.list", "The connectors, in the newest version of each.");
        manage.MapGet("/connectors/{owner}/{connector}", GetAsync).ForKeysAnd(Role.Viewer).Named("connectors.get", "One connector with its variables, methods, actions and guide.");
        manage.MapGet("/connectors/{owner}/{connector}/actions/{action}", GetAction).ForKeysAnd(Role.Viewer).Named("connectors.actions.get", "One action with its schemas.");
    }

    private static async Task<PageBody<ConnectorItemBody>> ListAsync(
        HttpContext context,
        ConnectorCatalogue catalogue,
        PublishedConnectors published,
        EnvironmentStore environments,
        Configurations configurations,
        [AsParameters] PageQuery page,
        [Description("The owner of the connectors.")] string? owner,
        [Description("private or public.")] string? visibility,
        [Description("One of their categories.")] string? category,
        [Description("A part of the address, the name or the summary.")] string? text,
        [Description("The id of an environment, whose configuration of each is told. To the key of one, it is that one.")] string? environment,
        [Description("Whether nothing is left to configure; asks for an environment.")] bool? configured,
        [Description("address or name, with a hyphen before it for the other direction; address unless given.")] string? sort)
    {
        HostEnvironment? found = await environments.OfQueryAsync(context, environment).ConfigureAwait(false);
        if (configured is not null && found is null)
        {
            throw new RefusalException(Refusal.Invalid("The parameter 'configured' asks for the parameter 'environment'."));
        }

        await published.DemandAllAsync(context.RequestAborted).ConfigureAwait(false);
        Func<HostedConnector, ConfigurationBody>? configurationOf = found is null ? null : await configurations.OfAsync(found.Id, context.RequestAborted).ConfigureAwait(false);
        IEnumerable<(HostedConnector Connector, ConfigurationBody? Configuration)> rows =
            from connector in catalogue.Current
            where connector.IsSeenBy(Caller.OrganizationOf(context))
            where owner is null || connector.Descriptor.Owner == owner
            where visibility is null || connector.Listing.Visibility == visibility
            where category is null || connector.Listing.Categories.Contains(category)
            where text is null || Has(connector, text)
            let configuration = configurationOf?.Invoke(connector)
            where configured is null || configured == (configuration!.State != Configurations.Required)
            select (connector, configuration);
        return Page(page, rows, sort ?? "address");
    }

    private static async Task<ConnectorBody> GetAsync(
        HttpContext context,
        string owner,
        string connector,
        ConnectorCatalogue catalogue,
        PublishedConnectors published,
        EnvironmentStore environments,
        Configurations configurations,
        [Description("A version; the newest unless given.")] string? version,
        [Description("The id of an environment, whose configuration is told. To the key of one, it is that one.")] string? environment)
    {
        HostedConnector hosted = catalogue.Get(context, owner, connector, version);
        HostEnvironment? found = await environments.OfQueryAsync(context, environment).ConfigureAwait(false);
        ConfigurationBody? configuration = found is null ? null : (await configurations.OfAsync(found.Id, context.RequestAborted).ConfigureAwait(false))(hosted);
        IEnumerable<string> versions = catalogue.VersionsOf(owner, connector).Take(1).Select(static held => held.Descriptor.Version)
            .Union(catalogue.VersionsOf(owner, connector).Select(static held => held.Descriptor.Version).Union(published.VersionsOf(owner, connector)).OrderByDescending(VersionNumber.Of));
        return ConnectorDescription.Of(hosted, versions, configuration);
    }

    private static ActionBody GetAction(
        HttpContext context, string owner, string connector, string action, ConnectorCatalogue catalogue, [Description("A version or a major, such as 1; the newest unless given.")] string? version)
    {
        HostedConnector newest = catalogue.Get(context, owner, connector);
        (HostedConnector hosted, ActionDescriptor found) = catalogue.Find(owner, connector, action, version)
            ?? throw RefusalException.NotFound($"The connector '{newest.Address}' has no action '{action}'{(version is null ? "" : $" of version '{version}'")}.");
        return new ActionBody(ConnectorDescription.ItemOf(found), SchemaOf(found.InputSchema), SchemaOf(found.OutputSchema));
    }

    // Read and written as deep as the runtime reads.
    private static JsonElement SchemaOf(JsonSchema schema) => JsonElement.Parse(schema.Bundle(), new JsonDocumentOptions { MaxDepth = ApiJson.MostLevels });

    private static PageBody<ConnectorItemBody> Page(PageQuery page, IEnumerable<(HostedConnector Connector, ConfigurationBody? Configuration)> rows, string sort)
    {
        bool isDown = sort.StartsWith('-');
        Func<HostedConnector, string> first = sort.TrimStart('-') switch
        {
            "address" => static connector => connector.Address,
            "name" => ConnectorDescription.NameOf,
            _ => throw new RefusalException(Refusal.Invalid("The parameter 'sort' is address, -address, name or -name.")),
        };
        Comparer<string[]> order = Comparer<string[]>.Create((x, y) => (isDown ? -1 : 1) * Compare(x, y));
        string[] KeyOf((HostedConnector Connector, ConfigurationBody? Configuration) row) => [first(row.Connector), row.Connector.Address];
        string[]? after = page.After(parts: 2);
        (HostedConnector Connector, ConfigurationBody? Configuration)[] left =
            [.. rows.Where(row => after is null || order.Compare(KeyOf(row), after) > 0).OrderBy(KeyOf, order).Take(page.Size + 1)];
        return page.Of(left, static row => ConnectorDescription.InList(row.Connector, row.Configuration), KeyOf);
    }

    private static int Compare(string[] x, string[] y)
    {
        int first = string.Compare(x[0], y[0], StringComparison.OrdinalIgnoreCase);
        return first != 0 ? first : string.CompareOrdinal(x[1], y[1]);
    }

    private static bool Has(HostedConnector connector, string text) =>
        connector.Address.Contains(text, StringComparison.OrdinalIgnoreCase)
        || connector.Descriptor.Name.Contains(text, StringComparison.OrdinalIgnoreCase)
        || connector.Descriptor.Summary?.Contains(text, StringComparison.OrdinalIgnoreCase) == true;
}

using Interactor.Host.Audit;
using Interactor.Host.Drafts;
using Interactor.Host.People;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Interactor.Host.Management;

/// <summary>All that manages the host.</summary>
internal static class ManagementEndpoints
{
    public const string Path = "/api/v1/manage";

    public static void MapManagement(this IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder manage = routes.MapGroup(Path);
        routes.MapSetup(Tagged(manage, "Session"));
        Tagged(manage, "Session").MapSessions();
        Tagged(manage, "People").MapPeople();
        Tagged(manage, "People").MapAudit();
        Tagged(manage, "Environments").MapOrganizations();
        Tagged(manage, "Environments").MapEnvironments();
        Served(manage, "Connectors").MapConnectors();
        Served(manage, "Connectors").MapConfigurations();
        Tagged(manage, "Drafts").MapDrafts();
        Tagged(manage, "Drafts").MapVersions();
        Served(manage, "Accounts").MapAccounts();
        Tagged(manage, "Executions").MapExecutions();
    }

    private static RouteGroupBuilder Served(RouteGroupBuilder manage, string tag) => Tagged(manage, tag).AddEndpointFilter<ServedVersions>();

    private static RouteGroupBuilder Tagged(RouteGroupBuilder manage, string tag) => manage.MapGroup("").WithTags(tag);
}

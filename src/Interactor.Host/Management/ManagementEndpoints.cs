using Interactor.Host.Audit;
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
        Tagged(manage, "Connectors").MapConnectors();
        Tagged(manage, "Connectors").MapConfigurations();
        Tagged(manage, "Drafts").MapDrafts();
        Tagged(manage, "Drafts").MapVersions();
        Tagged(manage, "Accounts").MapAccounts();
        Tagged(manage, "Executions").MapExecutions();
    }

    private static RouteGroupBuilder Tagged(RouteGroupBuilder manage, string tag) => manage.MapGroup("").WithTags(tag);
}

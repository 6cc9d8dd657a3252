using System.Text.RegularExpressions;
using Interactor.Host.Access;
using Interactor.Host.Api;
using Interactor.Host.Audit;
using Interactor.Host.People;
using Interactor.Host.Workspace;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Interactor.Host.Management;

/// <summary>Organizations. Their names are in the addresses of connectors and never change.</summary>
internal static partial class OrganizationEndpoints
{
    private const int MostOfName = 64;

    public static void MapOrganizations(this IEndpointRouteBuilder manage)
    {
        manage.MapGet("/organizations", ListAsync).For(Role.Viewer).Named("organizations.list", "Every organization.");
        manage.MapPost("/organizations", CreateAsync).For(Role.Administrator).Named("organizations.create", "Makes an organization with its first environments.");
    }

    private static async Task<PageBody<OrganizationBody>> ListAsync(EnvironmentStore environments, CancellationToken cancellationToken) =>
        new([.. (await environments.OrganizationsAsync(cancellationToken).ConfigureAwait(false)).Select(OrganizationBody.Of)], null);

    private static async Task<Created<OrganizationBody>> CreateAsync(HttpContext context, Given<NewOrganizationBody> body, EnvironmentStore environments, AuditLog audit)
    {
        string name = body.Value.Name;
        if (name.Length > MostOfName || !IdForm().IsMatch(name))
        {
            throw RefusalException.At("/name", $"A name has {MostOfName} characters at most: lower-case letters and digits, with dots and hyphens between them, a letter first.");
        }

        if (!await environments.EnsureAsync(name, HostApplication.FirstEnvironments, context.RequestAborted).ConfigureAwait(false))
        {
            throw RefusalException.Conflict($"There is an organization '{name}' already.");
        }

        await audit.AddAsync(context, AuditAction.OrganizationCreated, name).ConfigureAwait(false);
        IReadOnlyList<Organization> all = await environments.OrganizationsAsync(context.RequestAborted).ConfigureAwait(false);
        return TypedResults.Created((string?)null, OrganizationBody.Of(all.First(organization => organization.Name == name)));
    }

    // The form of owners in definitions (language, chapter 1).
    [GeneratedRegex(@"^[a-z][a-z0-9]*([.-][a-z0-9]+)*\z")]
    private static partial Regex IdForm();
}

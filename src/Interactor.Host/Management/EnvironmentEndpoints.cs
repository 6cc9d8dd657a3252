using System.ComponentModel;
using System.Text.RegularExpressions;
using Interactor.Host.Access;
using Interactor.Host.Api;
using Interactor.Host.Audit;
using Interactor.Host.Connecting;
using Interactor.Host.Connectors;
using Interactor.Host.People;
using Interactor.Host.Workspace;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Interactor.Host.Management;

/// <summary>Environments and their keys.</summary>
internal static partial class EnvironmentEndpoints
{
    private const int MostUrls = 100;

    public static void MapEnvironments(this IEndpointRouteBuilder manage)
    {
        manage.MapGet("/environments", ListAsync).ForKeysAnd(Role.Viewer).Named("environments.list", "Every environment; to the key of one, that one.");
        manage.MapPost("/environments", CreateAsync).For(Role.Administrator).Named("environments.create", "Makes an environment.");
        manage.MapGet("/environments/{environment}", GetAsync).ForKeysAnd(Role.Viewer).Named("environments.get", "One environment.");
        manage.MapPatch("/environments/{environment}", ChangeAsync).For(Role.Developer).Named("environments.update", "Changes the name or the redirect URLs of an environment.");
        manage.MapDelete("/environments/{environment}", RemoveAsync).For(Role.Administrator).Named("environments.delete", "Removes an environment with its key, values, accounts and records.");
        manage.MapPost("/environments/{environment}/key", NewKeyAsync).For(Role.Developer).Named("environments.key.create", "Gives an environment a new key, which ends the one before it at once.");
        manage.MapDelete("/environments/{environment}/key", RemoveKeyAsync).For(Role.Developer).Named("environments.key.delete", "Takes the key of an environment away.");
    }

    private static async Task<PageBody<EnvironmentBody>> ListAsync(HttpContext context, EnvironmentStore environments)
    {
        IReadOnlyList<HostEnvironment> seen = Caller.Of(context) is Caller.WithKey({ } own, _) ? [own] : await environments.ListAsync(context.RequestAborted).ConfigureAwait(false);
        List<EnvironmentBody> bodies = [];
        foreach (HostEnvironment environment in seen)
        {
            bodies.Add(await BodyOfAsync(environments, environment, context.RequestAborted).ConfigureAwait(false));
        }

        return new PageBody<EnvironmentBody>(bodies, null);
    }

    private static async Task<EnvironmentBody> GetAsync(HttpContext context, string environment, EnvironmentStore environments) =>
        await BodyOfAsync(environments, await environments.GetAsync(environment, context.RequestAborted).ConfigureAwait(false), context.RequestAborted).ConfigureAwait(false);

    private static async Task<Created<EnvironmentBody>> CreateAsync(HttpContext context, Given<NewEnvironmentBody> body, EnvironmentStore environments, AuditLog audit)
    {
        IReadOnlyList<Organization> organizations = await environments.OrganizationsAsync(context.RequestAborted).ConfigureAwait(false);
        Organization owner = (body.Value.Organization, organizations) switch
        {
            (null, [{ } only]) => only,
            (null, _) => throw RefusalException.At("/organization", "There are several organizations: name one."),
            ({ } name, _) => organizations.FirstOrDefault(organization => organization.Name == name) ?? throw RefusalException.At("/organization", "There is no organization of this name."),
        };
        string id = await environments.AddAsync(owner.Id, NameAt(body.Value.Name), context.RequestAborted).ConfigureAwait(false)
            ?? throw RefusalException.Conflict($"The organization '{owner.Name}' has an environment '{body.Value.Name}' already.");
        await audit.AddAsync(context, AuditAction.EnvironmentCreated, $"{owner.Name}/{body.Value.Name}", id).ConfigureAwait(false);
        return TypedResults.Created($"{ManagementEndpoints.Path}/environments/{id}", await GetAsync(context, id, environments).ConfigureAwait(false));
    }

    private static async Task<EnvironmentBody> ChangeAsync(HttpContext context, string environment, Given<EnvironmentChangeBody> body, EnvironmentStore environments, RedirectUrls redirects, AuditLog audit)
    {
        HostEnvironment found = await environments.GetAsync(environment, context.RequestAborted).ConfigureAwait(false);
        string? name = body.Value.Name is { } given ? NameAt(given) : null;
        if (body.Value.RedirectUrls is { } urls)
        {
            Check(urls, redirects);
        }

        if (!await environments.ChangeAsync(found.Id, name, body.Value.RedirectUrls?.Distinct(StringComparer.Ordinal), context.RequestAborted).ConfigureAwait(false))
        {
            throw RefusalException.Conflict($"The organization '{found.Organization}' has an environment '{name}' already.");
        }

        await audit.AddAsync(context, AuditAction.EnvironmentChanged, $"{found.Organization}/{name ?? found.Name}", found.Id).ConfigureAwait(false);
        return await GetAsync(context, environment, environments).ConfigureAwait(false);
    }

    private static async Task<NoContent> RemoveAsync(
        HttpContext context, string environment, [Description("The name of the environment, to confirm.")] string confirm, EnvironmentStore environments, ConnectorSessions sessions, AuditLog audit)
    {
        HostEnvironment found = await environments.GetAsync(environment, context.RequestAborted).ConfigureAwait(false);
        if (confirm != found.Name)
        {
            throw new RefusalException(Refusal.Invalid($"Removing the environment removes its accounts, values and records. The parameter 'confirm' confirms it by its name, '{found.Name}'."));
        }

        await environments.RemoveAsync(found.Id, context.RequestAborted).ConfigureAwait(false);
        sessions.Forget(found.Id);
        await audit.AddAsync(context, AuditAction.EnvironmentRemoved, $"{found.Organization}/{found.Name}", found.Id).ConfigureAwait(false);
        return TypedResults.NoContent();
    }

    private static async Task<Created<NewKeyBody>> NewKeyAsync(HttpContext context, string environment, EnvironmentStore environments, AuditLog audit)
    {
        HostEnvironment found = await environments.GetAsync(environment, context.RequestAborted).ConfigureAwait(false);
        string key = await environments.NewKeyAsync(found.Id, context.RequestAborted).ConfigureAwait(false);
        await audit.AddAsync(context, AuditAction.KeyCreated, $"{found.Organization}/{found.Name}", found.Id).ConfigureAwait(false);
        return TypedResults.Created((string?)null, new NewKeyBody(key));
    }

    private static async Task<NoContent> RemoveKeyAsync(HttpContext context, string environment, EnvironmentStore environments, AuditLog audit)
    {
        HostEnvironment found = await environments.GetAsync(environment, context.RequestAborted).ConfigureAwait(false);
        if (!await environments.RemoveKeyAsync(found.Id, context.RequestAborted).ConfigureAwait(false))
        {
            throw RefusalException.NotFound($"The environment '{found.Name}' has no key.");
        }

        await audit.AddAsync(context, AuditAction.KeyRemoved, $"{found.Organization}/{found.Name}", found.Id).ConfigureAwait(false);
        return TypedResults.NoContent();
    }

    private static async Task<EnvironmentBody> BodyOfAsync(EnvironmentStore environments, HostEnvironment environment, CancellationToken cancellationToken) =>
        EnvironmentBody.Of(environment, await environments.FindKeyAsync(environment.Id, cancellationToken).ConfigureAwait(false));

    private static string NameAt(string name) =>
        NamePattern().IsMatch(name) ? name : throw RefusalException.At("/name", "A name has 1 to 64 letters, digits, spaces, dots, hyphens and underscores, and begins and ends with a letter or a digit.");

    private static void Check(IReadOnlyList<string> urls, RedirectUrls redirects)
    {
        if (urls.Count > MostUrls)
        {
            throw RefusalException.At("/redirectUrls", $"An environment has {MostUrls} redirect URLs at most.");
        }

        for (int i = 0; i < urls.Count; i++)
        {
            if (redirects.ProblemOf(urls[i]) is { } problem)
            {
                throw RefusalException.At($"/redirectUrls/{i}", problem);
            }
        }
    }

    [GeneratedRegex(@"^[\p{L}\p{Nd}]([\p{L}\p{Nd} ._-]{0,62}[\p{L}\p{Nd}])?\z")]
    private static partial Regex NamePattern();
}

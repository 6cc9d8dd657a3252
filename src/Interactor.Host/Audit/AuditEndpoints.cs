using System.ComponentModel;
using Interactor.Host.Access;
using Interactor.Host.Api;
using Interactor.Host.People;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Interactor.Host.Audit;

/// <summary>The audit log, for administrators.</summary>
internal static class AuditEndpoints
{
    public static void MapAudit(this IEndpointRouteBuilder manage) =>
        manage.MapGet("/audit", ListAsync).For(Role.Administrator).Named("audit.list", "Who did what, the newest first.");

    private static async Task<PageBody<AuditEntryBody>> ListAsync(
        AuditLog audit,
        [AsParameters] PageQuery page,
        [Description("The id of a person or of a key.")] string? actor,
        [Description("What was done, such as environment.key_created.")] string? action,
        [Description("What it was done to.")] string? subject,
        [Description("The id of an environment.")] string? environment,
        [Description("Not before this time.")] DateTimeOffset? from,
        [Description("Before this time.")] DateTimeOffset? to,
        CancellationToken cancellationToken) => page.Of(
            await audit.ListAsync(new AuditFilter(actor, action, subject, environment, from, to), page.After()?[0], page.Size + 1, cancellationToken).ConfigureAwait(false),
            AuditEntryBody.Of,
            static entry => [entry.Id]);
}

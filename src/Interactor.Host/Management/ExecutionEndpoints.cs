using System.ComponentModel;
using System.Text.Json;
using Interactor.Host.Access;
using Interactor.Host.Api;
using Interactor.Host.Executing;
using Interactor.Host.People;
using Interactor.Host.Workspace;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Interactor.Host.Management;

/// <summary>What was executed in an environment.</summary>
internal static class ExecutionEndpoints
{
    public static void MapExecutions(this IEndpointRouteBuilder manage)
    {
        manage.MapGet("/environments/{environment}/executions", ListAsync).ForKeysAnd(Role.Viewer).Named("executions.list", "The executions of an environment, the newest first.");
        manage.MapGet("/environments/{environment}/executions/{execution}", GetAsync).ForKeysAnd(Role.Viewer).Named("executions.get", "One execution with its requests to the provider.");
    }

    private static async Task<PageBody<ExecutionItemBody>> ListAsync(
        HttpContext context,
        string environment,
        EnvironmentStore environments,
        ExecutionStore executions,
        [AsParameters] PageQuery page,
        [Description("The address of a connector, owner/id.")] string? connector,
        [Description("The id of an action.")] string? action,
        [Description("An account.")] string? account,
        [Description("Why it failed, such as rate_limited.")] string? code,
        [Description("Whether it failed.")] bool? failed,
        [Description("Not before this time.")] DateTimeOffset? from,
        [Description("Before this time.")] DateTimeOffset? to)
    {
        HostEnvironment found = await environments.GetAsync(environment, context.RequestAborted).ConfigureAwait(false);
        ExecutionFilter filter = new(connector, action, account, code, failed, from, to);
        return page.Of(
            await executions.ListAsync(found.Id, filter, page.After()?[0], page.Size + 1, context.RequestAborted).ConfigureAwait(false),
            ItemOf,
            static row => [row.Id]);
    }

    private static async Task<ExecutionBody> GetAsync(HttpContext context, string environment, string execution, EnvironmentStore environments, ExecutionStore executions)
    {
        HostEnvironment found = await environments.GetAsync(environment, context.RequestAborted).ConfigureAwait(false);
        ExecutionRow row = await executions.FindAsync(found.Id, execution, context.RequestAborted).ConfigureAwait(false)
            ?? throw RefusalException.NotFound($"There is no execution '{execution}', or not any more.");
        return new ExecutionBody(ItemOf(row), row.TraceId, JsonSerializer.Deserialize(row.Attempts ?? "[]", ExecutionJson.Default.IReadOnlyListExecutionAttempt) ?? []);
    }

    private static ExecutionItemBody ItemOf(ExecutionRow row) => new(
        row.Id, row.Connector, row.Action, row.Version, row.Account, DateTimeOffset.FromUnixTimeMilliseconds(row.StartedAt), row.DurationUs / 1000.0, (int)row.Status, row.Code);
}

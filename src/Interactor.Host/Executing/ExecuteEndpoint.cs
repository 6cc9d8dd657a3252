using System.Buffers;
using Interactor.Host.Api;
using Interactor.Host.Connectors;
using Interactor.Runtime;
using Microsoft.AspNetCore.Http;

namespace Interactor.Host.Executing;

/// <summary>Executes an action: its input is the body, its output the member <c>output</c> of the answer.</summary>
internal sealed class ExecuteEndpoint(ConnectorCatalogue catalogue, ActionRunner runner, TimeProvider time)
{
    public async Task HandleAsync(HttpContext context, string owner, string connector, string action)
    {
        (string? version, Refusal? problem) = PinnedVersion.Of(context.Request.Query);
        if (problem is not null)
        {
            await RefusalWriter.WriteAsync(context, problem, NewId.Of(time)).ConfigureAwait(false);
            return;
        }

        string organization = EnvironmentAccess.Of(context).Organization;
        await (catalogue.Find(owner, connector, action, version) is { } found && found.Connector.IsSeenBy(organization)
            ? HandleAsync(context, found.Connector, found.Action, version)
            : RefusalWriter.WriteAsync(context, Unknown($"{owner}/{connector}", catalogue.VersionsOf(owner, connector).Any(held => held.IsSeenBy(organization)), action, version), NewId.Of(time))).ConfigureAwait(false);
    }

    /// <summary>Executes an action that was found.</summary>
    public async Task HandleAsync(HttpContext context, HostedConnector connector, ActionDescriptor action, string? version)
    {
        (string? key, Refusal? problem) = IdempotencyKey.Of(context.Request);
        if (problem is not null)
        {
            await RefusalWriter.WriteAsync(context, problem, NewId.Of(time)).ConfigureAwait(false);
            return;
        }

        ActionOutcome outcome = await runner.RunAsync(
            new ActionCall(EnvironmentAccess.Of(context), connector, action, version, AccountName.Of(context.Request.Query)) { IdempotencyKey = key, Begun = context.Features.Set },
            cancellation => RequestBody.ReadAsync(context.Request, cancellation),
            context.RequestAborted).ConfigureAwait(false);
        if (outcome.IsReplay)
        {
            context.Response.Headers["Idempotency-Replayed"] = "true";
        }

        await (outcome.Refusal is { } refusal ? RefusalWriter.WriteAsync(context, refusal, outcome.RequestId) : WriteAsync(context, outcome.Output)).ConfigureAwait(false);
    }

    /// <summary>Says what there is not.</summary>
    public static Refusal Unknown(string connector, bool isConnector, string action, string? version) => Refusal.NotFound(
        !isConnector ? $"There is no connector '{connector}'."
        : version is null ? $"The connector '{connector}' has no action '{action}'."
        : $"The connector '{connector}' has no action '{action}' of version '{version}'.");

    private static async Task WriteAsync(HttpContext context, ReadOnlyMemory<byte> output)
    {
        ReadOnlyMemory<byte> value = output.IsEmpty ? "null"u8.ToArray() : output;
        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.ContentLength = value.Length + 11;
        IBufferWriter<byte> writer = context.Response.BodyWriter;
        writer.Write("{\"output\":"u8);
        writer.Write(value.Span);
        writer.Write("}"u8);
        await context.Response.BodyWriter.FlushAsync(context.RequestAborted).ConfigureAwait(false);
    }
}

using System.Buffers;
using System.Diagnostics;
using Interactor.Host.Api;
using Interactor.Host.Connectors;
using Interactor.Host.Workspace;
using Interactor.Runtime;
using Microsoft.AspNetCore.Http;

namespace Interactor.Host.Executing;

/// <summary>Executes an action: its input is the body, its output the member <c>output</c> of the answer.</summary>
internal sealed class ExecuteEndpoint(ConnectorCatalogue catalogue, ConnectorSessions sessions, ExecutionLog log, TimeProvider time)
{
    public async Task HandleAsync(HttpContext context, string owner, string connector, string action)
    {
        string? version = context.Request.Query["version"];
        await (catalogue.Find(owner, connector, action, version) is { } found
            ? HandleAsync(context, found.Connector, found.Action, version)
            : RefusalWriter.WriteAsync(context, Unknown($"{owner}/{connector}", catalogue.VersionsOf(owner, connector).Count > 0, action, version), NewId.Of(time))).ConfigureAwait(false);
    }

    /// <summary>Executes an action that was found.</summary>
    public async Task HandleAsync(HttpContext context, HostedConnector connector, ActionDescriptor action, string? version)
    {
        HostEnvironment environment = EnvironmentAccess.Of(context);
        ExecutionRecord record = new()
        {
            Id = NewId.Of(time),
            Environment = environment.Id,
            Connector = connector.Address,
            Action = action.Id,
            Version = version,
            Account = AccountName.Of(context.Request.Query),
            StartedAt = time.GetUtcNow().ToUnixTimeMilliseconds(),
            TraceId = Activity.Current?.TraceId.ToHexString(),
        };
        await (AccountName.ProblemOf(record.Account) is { } problem
            ? RefusalWriter.WriteAsync(context, problem, record.Id)
            : ExecuteAsync(context, environment, connector, action, record)).ConfigureAwait(false);
    }

    /// <summary>Says what there is not.</summary>
    public static Refusal Unknown(string connector, bool isConnector, string action, string? version) => Refusal.NotFound(
        !isConnector ? $"There is no connector '{connector}'."
        : version is null ? $"The connector '{connector}' has no action '{action}'."
        : $"The connector '{connector}' has no action '{action}' of version '{version}'.");

    private async Task ExecuteAsync(HttpContext context, HostEnvironment environment, HostedConnector connector, ActionDescriptor action, ExecutionRecord record)
    {
        long start = time.GetTimestamp();
        using Activity? activity = ExecutionTracing.Begin(record);
        try
        {
            ReadOnlyMemory<byte> input = await RequestBody.ReadAsync(context.Request, context.RequestAborted).ConfigureAwait(false);
            ConnectorSession session = await sessions.OfAsync(environment, connector, context.RequestAborted).ConfigureAwait(false);
            (ReadOnlyMemory<byte> output, Refusal? refusal) = await CallAsync(session, action, record.Account, input, context.RequestAborted).ConfigureAwait(false);
            record.Status = refusal?.Status ?? 200;
            record.Code = refusal is null ? null : ErrorCodeText.Of(refusal.Code);
            await (refusal is null ? WriteAsync(context, output) : RefusalWriter.WriteAsync(context, refusal, record.Id)).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // Nobody reads the answer any more; the record says so with the status that proxies use for it.
            record.Status = 499;
            record.Code = "cancelled";
        }
        finally
        {
            record.DurationUs = (long)time.GetElapsedTime(start).TotalMicroseconds;
            await log.AddAsync(record).ConfigureAwait(false);
        }
    }

    private static async Task<(ReadOnlyMemory<byte> Output, Refusal? Refusal)> CallAsync(
        ConnectorSession session, ActionDescriptor action, string? account, ReadOnlyMemory<byte> input, CancellationToken cancellationToken)
    {
        // What needs no credential needs no connected account either, but takes the values of one that is.
        if (account is not null && action.Methods.Count == 0 && await session.ConnectionOfAsync(account, cancellationToken).ConfigureAwait(false) is null)
        {
            account = null;
        }

        try
        {
            return (await session.Executor.ExecuteAsync(action.Id, action.Version, input, new ActionOptions { Account = account }, cancellationToken).ConfigureAwait(false), null);
        }
        catch (InteractorException e) when (e.Code == ErrorCode.AuthDenied && action.Methods.Count > 0)
        {
            return account is null
                ? (default, Refusal.Invalid($"The query has no 'account', and the action needs one: {e.Message}"))
                : (default, await session.ConnectionOfAsync(account, cancellationToken).ConfigureAwait(false) is null ? Refusal.NotConnected : Refusal.Of(e));
        }
        catch (InteractorException e)
        {
            return (default, Refusal.Of(e));
        }
    }

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

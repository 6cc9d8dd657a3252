using System.Diagnostics;
using System.Threading.RateLimiting;
using Interactor.Host.Api;
using Interactor.Host.Connectors;
using Interactor.Runtime;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http;

namespace Interactor.Host.Executing;

/// <summary>Executes actions for whoever asks, over whatever protocol, and remembers each execution.</summary>
internal sealed class ActionRunner(ConnectorSessions sessions, ExecutionLimits limits, IdempotencyWindow window, ExecutionLog log, TimeProvider time)
{
    /// <summary>Executes an action.</summary>
    /// <param name="call">What is to be executed.</param>
    /// <param name="readInput">Gives the input as UTF-8 JSON; empty is <c>{}</c>.</param>
    /// <param name="cancellationToken">Ends the execution at once.</param>
    /// <exception cref="OperationCanceledException">Whoever asked does not wait any longer.</exception>
    public Task<ActionOutcome> RunAsync(ActionCall call, Func<CancellationToken, ValueTask<ReadOnlyMemory<byte>>> readInput, CancellationToken cancellationToken)
    {
        ExecutionRecord record = new()
        {
            Id = NewId.Of(time),
            Environment = call.Environment.Id,
            Connector = call.Connector.Address,
            Action = call.Action.Id,
            Version = call.Version,
            Account = call.Account,
            StartedAt = time.GetUtcNow().ToUnixTimeMilliseconds(),
        };
        call.Begun?.Invoke(record);
        return AccountName.ProblemOf(call.Account) is { } problem
            ? Task.FromResult(new ActionOutcome(record.Id, default, problem))
            : RecordedAsync(record, call, readInput, cancellationToken);
    }

    private async Task<ActionOutcome> RecordedAsync(
        ExecutionRecord record, ActionCall call, Func<CancellationToken, ValueTask<ReadOnlyMemory<byte>>> readInput, CancellationToken cancellationToken)
    {
        long start = time.GetTimestamp();
        using Activity? activity = HostTelemetry.Begin(record);
        ExecutionScope.Begin(record);
        try
        {
            ActionOutcome outcome = await AnsweredAsync(record, call, readInput, cancellationToken).ConfigureAwait(false);
            record.Status = outcome.Refusal?.Status ?? 200;
            record.Code = outcome.Refusal is { } refusal ? ErrorCodeText.Of(refusal.Code) : null;
            return outcome;
        }
        catch (Exception e) when (e is ConnectionResetException || (e is OperationCanceledException && cancellationToken.IsCancellationRequested))
        {
            // Nobody reads the answer any more; the record says so with the status that proxies use for it.
            record.Status = 499;
            record.Code = "cancelled";
            throw;
        }
        catch (Exception e)
        {
            (record.Status, record.Code) = e is BadHttpRequestException bad
                ? (bad.StatusCode, ErrorCodeText.Of(ErrorCode.InputInvalid))
                : (500, ErrorCodeText.Of(ErrorCode.Transient));
            throw;
        }
        finally
        {
            HostTelemetry.Finish(activity, record);
            record.DurationUs = (long)time.GetElapsedTime(start).TotalMicroseconds;
            await log.AddAsync(record).ConfigureAwait(false);
        }
    }

    private async Task<ActionOutcome> AnsweredAsync(
        ExecutionRecord record, ActionCall call, Func<CancellationToken, ValueTask<ReadOnlyMemory<byte>>> readInput, CancellationToken cancellationToken)
    {
        ReadOnlyMemory<byte> input;
        try
        {
            input = await readInput(cancellationToken).ConfigureAwait(false);
        }
        catch (RefusalException e)
        {
            return new ActionOutcome(record.Id, default, e.Refusal);
        }

        ConnectorSession session = await sessions.OfAsync(call.Environment, call.Connector, cancellationToken).ConfigureAwait(false);
        if (call.IdempotencyKey is not { } key)
        {
            return await LimitedAsync(record.Id, session, call, null, input, cancellationToken).ConfigureAwait(false);
        }

        string id = IdempotencyKey.IdOf(call, key, session.Sandbox is not null);
        return await window.RunAsync(call, id, input, record, () => LimitedAsync(record.Id, session, call, IdempotencyKey.ForProvider(id), input, cancellationToken)).ConfigureAwait(false);
    }

    private async Task<ActionOutcome> LimitedAsync(
        string requestId, ConnectorSession session, ActionCall call, string? providerKey, ReadOnlyMemory<byte> input, CancellationToken cancellationToken)
    {
        using RateLimitLease turn = await limits.EnterAsync(call, cancellationToken).ConfigureAwait(false);
        if (!turn.IsAcquired)
        {
            return new ActionOutcome(requestId, default, ExecutionLimits.Full);
        }

        (ReadOnlyMemory<byte> output, Refusal? refusal) = await CallAsync(session, call, providerKey, input, cancellationToken).ConfigureAwait(false);
        return new ActionOutcome(requestId, output, refusal);
    }

    private static async Task<Refusal> DeniedAsync(ConnectorSession session, string? account, InteractorException failure, CancellationToken cancellationToken) =>
        account is null ? Refusal.Invalid($"No 'account' is named, and the action needs one: {failure.Message}")
        : await session.ConnectionOfAsync(account, cancellationToken).ConfigureAwait(false) is null ? Refusal.NotConnected
        : Refusal.Of(failure);

    private static async Task<(ReadOnlyMemory<byte> Output, Refusal? Refusal)> CallAsync(
        ConnectorSession session, ActionCall call, string? providerKey, ReadOnlyMemory<byte> input, CancellationToken cancellationToken)
    {
        (ActionDescriptor action, string? account) = (call.Action, call.Account);

        // What needs no credential needs no connected account either, but takes the values of one that is.
        if (account is not null && action.Methods.Count == 0 && await session.ConnectionOfAsync(account, cancellationToken).ConfigureAwait(false) is null)
        {
            account = null;
        }

        try
        {
            return (await session.Executor.ExecuteAsync(action.Id, action.Version, input, new ActionOptions { Account = account, IdempotencyKey = providerKey }, cancellationToken).ConfigureAwait(false), null);
        }
        catch (InteractorException e)
        {
            Refusal refusal = e.Code == ErrorCode.AuthDenied && action.Methods.Count > 0 ? await DeniedAsync(session, account, e, cancellationToken).ConfigureAwait(false) : Refusal.Of(e);

            // The runtime has put it into the log, with what only it knows, unless the input was to blame.
            return (default, refusal with { IsLogged = e.Code != ErrorCode.InputInvalid });
        }
    }
}

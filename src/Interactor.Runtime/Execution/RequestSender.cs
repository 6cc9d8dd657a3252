using System.Runtime.CompilerServices;
using Interactor.Runtime.Http;
using Interactor.Runtime.Security;

namespace Interactor.Runtime.Execution;

/// <summary>The one path of every request: a fresh token, an attempt, one refresh if the token was refused, and further attempts by the action's rules.</summary>
internal sealed class RequestSender(ConnectorRuntime runtime)
{
    private readonly AttemptExecutor _attempts = new(runtime);

    /// <summary>Sends a request; the caller disposes the reply.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<Reply> SendAsync(OutgoingRequest request)
    {
        AttemptResult result = await BeginAsync(request).ConfigureAwait(false);
        return result.Failure is null ? result.Reply : await RecoverAsync(request, result).ConfigureAwait(false);
    }

    /// <summary>The first attempt. A call that works the first time needs no more than this.</summary>
    public ValueTask<AttemptResult> BeginAsync(OutgoingRequest request) =>
        runtime.Tokens.IsDue(request.Context.Session) || runtime.Rates.IsSpentFor(request) ? PrepareAndBeginAsync(request) : _attempts.RunAsync(request);

    /// <summary>What is done about a first attempt that failed: a new token where the old one was refused, then further attempts by the action's rules.</summary>
    /// <exception cref="InteractorException">The failure, where nothing helped.</exception>
    public async ValueTask<Reply> RecoverAsync(OutgoingRequest request, AttemptResult result)
    {
        if (result.IsExpired)
        {
            result = await ReplayAsync(request, result).ConfigureAwait(false);
        }

        if (result.IsRetryable)
        {
            result = await runtime.RetryFor(request.Shape.Retry!).RunAsync(this, request, result).ConfigureAwait(false);
        }

        return result.Failure is null ? result.Reply : throw result.Failure;
    }

    /// <summary>One attempt, replayed with a new token where the token was refused for the first time in this request.</summary>
    public async ValueTask<AttemptResult> AttemptAsync(OutgoingRequest request)
    {
        await runtime.Rates.WaitAsync(request).ConfigureAwait(false);
        AttemptResult result = await _attempts.RunAsync(request).ConfigureAwait(false);
        return result.IsExpired && !request.IsRenewed ? await ReplayAsync(request, result).ConfigureAwait(false) : result;
    }

    /// <summary>Works out where a request would go, and sends nothing of it.</summary>
    public async ValueTask AddressAsync(OutgoingRequest request)
    {
        if (runtime.Tokens.IsDue(request.Context.Session))
        {
            await runtime.Tokens.RenewBeforeUseAsync(request.Context).ConfigureAwait(false);
        }

        await _attempts.AddressAsync(request).ConfigureAwait(false);
    }

    private async ValueTask<AttemptResult> PrepareAndBeginAsync(OutgoingRequest request)
    {
        await runtime.Rates.WaitAsync(request).ConfigureAwait(false);
        if (runtime.Tokens.IsDue(request.Context.Session))
        {
            await runtime.Tokens.RenewBeforeUseAsync(request.Context).ConfigureAwait(false);
        }

        return await _attempts.RunAsync(request).ConfigureAwait(false);
    }

    private async ValueTask<AttemptResult> ReplayAsync(OutgoingRequest request, AttemptResult refused)
    {
        request.IsRenewed = true;
        ActionContext context = request.Context;
        Session session = context.Session;

        // A step beside this one may have refreshed the token since the attempt was written; then the new one is not yet refused.
        if (ReferenceEquals(session, request.SessionUsed))
        {
            context.Session = await runtime.Tokens.RenewCarriedAsync(session, context.CancellationToken).ConfigureAwait(false);
        }

        return refused.IsFinal ? refused : await _attempts.RunAsync(request).ConfigureAwait(false);
    }
}

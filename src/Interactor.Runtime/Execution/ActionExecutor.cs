using System.Runtime.CompilerServices;
using Interactor.Runtime.Execution;
using Interactor.Runtime.Http;
using Interactor.Runtime.Json;
using Interactor.Runtime.Security;
using Interactor.Runtime.Telemetry;

namespace Interactor.Runtime;

/// <summary>
/// Executes the actions of one connector: checks the input, authorises and sends the requests, repeats and refreshes where that is safe, reads the answer, and
/// maps every failure to one closed set. All calls, typed or not, take the same path. It is safe for concurrent use and is made once, not for each call.
/// </summary>
/// <remarks>
/// Every failure is an <see cref="InteractorException"/>; a cancellation by the caller is an <see cref="OperationCanceledException"/>.
/// An action's timeout limits each attempt; a limit for the whole call is the caller's cancellation token.
/// </remarks>
public sealed partial class ActionExecutor
{
    private readonly ConnectorRuntime _runtime;
    private readonly SessionOpener _sessions;
    private readonly ActionCatalogue _catalogue;

    /// <summary>An executor for a connector with the options of its user, which are read now.</summary>
    /// <exception cref="ArgumentException">The handler in the options follows redirects itself.</exception>
    public ActionExecutor(ConnectorDescriptor connector, ConnectorOptions options)
    {
        _runtime = new ConnectorRuntime(connector, options);
        _sessions = new SessionOpener(_runtime, options);
        _catalogue = new ActionCatalogue(connector);
    }

    /// <summary>The connector.</summary>
    public ConnectorDescriptor Connector => _runtime.Connector;

    /// <summary>Executes an action with typed input and output.</summary>
    /// <param name="action">The action; it belongs to <see cref="Connector"/>.</param>
    /// <param name="input">The input. It is checked against its schema before anything is sent.</param>
    /// <param name="options">What this call sets apart from the connector's options; null for nothing.</param>
    /// <param name="cancellationToken">Ends the call at once, waits between attempts included.</param>
    /// <exception cref="InteractorException">The action failed; its code says why.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public Task<TOutput> ExecuteAsync<TInput, TOutput>(
        ActionDescriptor<TInput, TOutput> action, TInput input, ActionOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(action);
        ArgumentNullException.ThrowIfNull(input);
        return RunAsync(action, input, options, utf8Output: null, walk: null, cancellationToken);
    }

    /// <summary>Executes an action that gives pages, page by page. An action of any other kind gives its one output.</summary>
    /// <param name="action">The action; it belongs to <see cref="Connector"/>.</param>
    /// <param name="input">The input, the same for all pages.</param>
    /// <param name="options">What this call sets apart from the connector's options; null for nothing.</param>
    /// <param name="cancellationToken">Ends the walk at once.</param>
    /// <returns>The pages, each of which is asked for when it is wanted. A failure ends the walk and takes nothing back.</returns>
    public IAsyncEnumerable<TOutput> PagesAsync<TInput, TOutput>(
        ActionDescriptor<TInput, TOutput> action, TInput input, ActionOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(action);
        ArgumentNullException.ThrowIfNull(input);
        return WalkAsync(action, input, options, cancellationToken);
    }

    /// <summary>Executes an action that gives pages, for the items of all of them.</summary>
    /// <param name="action">The action; it belongs to <see cref="Connector"/>.</param>
    /// <param name="items">The items of a page; null for none.</param>
    /// <param name="input">The input, the same for all pages.</param>
    /// <param name="options">What this call sets apart from the connector's options; null for nothing.</param>
    /// <param name="cancellationToken">Ends the walk at once.</param>
    public PagedItems<TOutput, TItem> ItemsAsync<TInput, TOutput, TItem>(
        ActionDescriptor<TInput, TOutput> action,
        Func<TOutput, IReadOnlyList<TItem>?> items,
        TInput input,
        ActionOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(items);
        return new PagedItems<TOutput, TItem>(PagesAsync(action, input, options, cancellationToken), items);
    }

    private async IAsyncEnumerable<TOutput> WalkAsync<TInput, TOutput>(
        ActionDescriptor<TInput, TOutput> action, TInput input, ActionOptions? options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        PageWalk walk = new();
        do
        {
            yield return await RunAsync(action, input, options, utf8Output: null, walk, cancellationToken).ConfigureAwait(false);
        }
        while (MoveNext(walk, action));
    }

    private bool MoveNext(PageWalk walk, ActionDescriptor action)
    {
        try
        {
            return walk.MoveNext();
        }
        catch (InteractorException e)
        {
            Fail(e, action, ActionObservation.Start(_runtime, action));
            throw;
        }
    }

    private async Task<TOutput> RunAsync<TInput, TOutput>(
        ActionDescriptor<TInput, TOutput> action, TInput input, ActionOptions? options, Utf8Output? utf8Output, PageWalk? walk, CancellationToken cancellationToken)
    {
        ActionObservation? observation = ActionObservation.Start(_runtime, action);
        try
        {
            if (utf8Output is null && walk?.Place is null)
            {
                InputValidation.Check(action.Input, input);
            }

            Session session = await _sessions.OpenAsync(action, options, cancellationToken).ConfigureAwait(false);
            ActionContext context = new(_runtime, action, session, options, cancellationToken) { Utf8Output = utf8Output, Walk = walk };
            TOutput output;
            if (action.ToRequest(context, input) is { } request)
            {
                Reply answer;
                if (options?.Job is { } pending)
                {
                    answer = await request.ResumeAsync(pending).ConfigureAwait(false);
                }
                else
                {
                    AttemptResult attempt = await _runtime.Sender.BeginAsync(request).ConfigureAwait(false);
                    answer = attempt.Failure is null ? attempt.Reply : await _runtime.Sender.RecoverAsync(request, attempt).ConfigureAwait(false);
                    answer = request.IsJob ? await request.FollowAsync(answer).ConfigureAwait(false) : answer;
                }

                using Reply reply = answer;
                output = action.CallsScripts ? await action.ReadAsync(reply, context, input).ConfigureAwait(false) : action.Read(reply, context, input);
            }
            else
            {
                PendingJobRules.Refuse(options, action);
                output = await action.RunAsync(context, input).ConfigureAwait(false);
            }

            observation?.Finish(null);
            return output;
        }
        catch (JsonContractException e)
        {
            throw Fail(Unfit(e), action, observation);
        }
        catch (Exception e)
        {
            Fail(e, action, observation);
            throw;
        }
    }

    private static InteractorException Unfit(JsonContractException e) =>
        new(ErrorCode.ContractViolation, $"A value of the connector does not fit its contract{Findings.Summary(e.Errors)}.", e) { Details = e.Errors };

    private Exception Fail(Exception e, ActionDescriptor action, ActionObservation? observation)
    {
        InteractorException? failure = e as InteractorException;
        failure?.Locate(Connector.Address, action.Id);
        if (failure?.Code == ErrorCode.InputInvalid)
        {
            // The caller is told, and nothing is wrong here: many of them would hide what is.
            RuntimeLog.InputRefused(_runtime.Log, Connector.Address, action.Id);
        }
        else if (e is not OperationCanceledException)
        {
            RuntimeLog.ActionFailed(_runtime.Log, Connector.Address, action.Id, RuntimeTelemetry.ErrorOf(e), failure?.Status, failure?.RequestId);
        }

        observation?.Finish(e);
        return e;
    }
}

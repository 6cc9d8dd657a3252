using System.Runtime.CompilerServices;
using Interactor.Runtime.Execution;
using Interactor.Runtime.Http;
using Interactor.Runtime.Json;
using Interactor.Runtime.Telemetry;

namespace Interactor.Runtime;

/// <content>Answers that are handed on while they arrive.</content>
public sealed partial class ActionExecutor
{
    internal int MaxResponseBytes => _runtime.MaxResponseBytes;

    /// <summary>Executes an action whose answer is a stream of items.</summary>
    /// <param name="action">The action; it belongs to <see cref="Connector"/>.</param>
    /// <param name="input">The input. It is checked against its schema before anything is sent.</param>
    /// <param name="options">What this call sets apart from the connector's options; null for nothing.</param>
    /// <param name="cancellationToken">Ends the stream at once.</param>
    /// <returns>
    /// The items, each as soon as it is there. The request is sent when the first one is wanted, and repeated where that is safe until the answer begins; a stream
    /// that breaks later fails with <see cref="ErrorCode.Transient"/>. Leaving the loop ends the request.
    /// </returns>
    public IAsyncEnumerable<TItem> StreamAsync<TInput, TItem>(
        StreamAction<TInput, TItem> action, TInput input, ActionOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(action);
        ArgumentNullException.ThrowIfNull(input);
        return ItemsOfAsync(action, input, isChecked: false, options, static stream => stream.Current, cancellationToken);
    }

    /// <summary>Executes an action whose answer is bytes that are read while they arrive.</summary>
    /// <param name="action">The action; it belongs to <see cref="Connector"/>.</param>
    /// <param name="input">The input. It is checked against its schema before anything is sent.</param>
    /// <param name="options">What this call sets apart from the connector's options; null for nothing.</param>
    /// <param name="cancellationToken">Ends the call until the answer begins; after that, reading takes a token of its own.</param>
    /// <returns>The answer, which the caller disposes.</returns>
    /// <exception cref="InteractorException">The action failed; its code says why.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public async Task<Download> DownloadAsync<TInput>(
        DownloadAction<TInput> action, TInput input, ActionOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(action);
        ArgumentNullException.ThrowIfNull(input);
        ActionObservation? observation = ActionObservation.Start(_runtime, action);
        try
        {
            InputValidation.Check(action.Input, input);
            ActionContext context = await ContextOfAsync(action, options, cancellationToken).ConfigureAwait(false);
            Reply reply = await _runtime.Sender.SendAsync(action.ToRequest(context, input)).ConfigureAwait(false);
            Download download;
            try
            {
                Stream content = await reply.Message.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
                download = new Download(reply, IdleLimit.Over(content, _runtime, static failure => new IOException(failure.Message, failure)));
            }
            catch
            {
                reply.Dispose();
                throw;
            }

            observation?.Finish(null);
            return download;
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

    internal async Task<ReadOnlyMemory<byte>> UntypedDownloadAsync<TInput>(
        DownloadAction<TInput> action, ReadOnlyMemory<byte> utf8Input, ActionOptions? options, CancellationToken cancellationToken)
    {
        TInput input = ReadInput(action, action.Input, utf8Input);
        ActionObservation? observation = ActionObservation.Start(_runtime, action);
        try
        {
            ActionContext context = await ContextOfAsync(action, options, cancellationToken).ConfigureAwait(false);
            using Reply reply = await _runtime.Sender.SendAsync(action.ToWholeRequest(context, input)).ConfigureAwait(false);
            observation?.Finish(null);
            return JsonContracts.Bytes.Serialize(reply.Body.WrittenMemory);
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

    internal IAsyncEnumerable<ReadOnlyMemory<byte>> UntypedItemsAsync<TInput, TItem>(
        StreamAction<TInput, TItem> action, ReadOnlyMemory<byte> utf8Input, ActionOptions? options, bool isCopied, CancellationToken cancellationToken) =>
        ItemsOfAsync(
            action,
            ReadInput(action, action.Input, utf8Input),
            isChecked: true,
            options,
            stream => isCopied ? stream.CurrentUtf8.ToArray() : stream.CurrentUtf8,
            cancellationToken);

    private async IAsyncEnumerable<TResult> ItemsOfAsync<TInput, TItem, TResult>(
        StreamAction<TInput, TItem> action,
        TInput input,
        bool isChecked,
        ActionOptions? options,
        Func<ItemStream<TInput, TItem>, TResult> select,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ActionObservation? observation = ActionObservation.Start(_runtime, action);
        ItemStream<TInput, TItem> stream = await BeginAsync(action, input, isChecked, options, observation, cancellationToken).ConfigureAwait(false);
        bool hasFailed = false;
        try
        {
            while (true)
            {
                bool isThere;
                try
                {
                    isThere = await stream.MoveNextAsync().ConfigureAwait(false);
                }
                catch (Exception e)
                {
                    hasFailed = true;
                    Fail(e, action, observation);
                    throw;
                }

                if (!isThere)
                {
                    break;
                }

                yield return select(stream);
            }
        }
        finally
        {
            await stream.DisposeAsync().ConfigureAwait(false);
            if (!hasFailed)
            {
                observation?.Finish(null);
            }
        }
    }

    private async ValueTask<ItemStream<TInput, TItem>> BeginAsync<TInput, TItem>(
        StreamAction<TInput, TItem> action, TInput input, bool isChecked, ActionOptions? options, ActionObservation? observation, CancellationToken cancellationToken)
    {
        try
        {
            if (!isChecked)
            {
                InputValidation.Check(action.Input, input);
            }

            ActionContext context = await ContextOfAsync(action, options, cancellationToken).ConfigureAwait(false);
            Reply reply = await _runtime.Sender.SendAsync(action.ToRequest(context, input)).ConfigureAwait(false);
            return await ItemStream<TInput, TItem>.OpenAsync(action, context, reply).ConfigureAwait(false);
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

    private async ValueTask<ActionContext> ContextOfAsync(ActionDescriptor action, ActionOptions? options, CancellationToken cancellationToken)
    {
        PendingJobRules.Refuse(options, action);
        return new ActionContext(_runtime, action, await _sessions.OpenAsync(action, options, cancellationToken).ConfigureAwait(false), options, cancellationToken);
    }
}

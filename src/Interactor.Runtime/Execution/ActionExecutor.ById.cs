using System.Runtime.CompilerServices;
using Interactor.Runtime.Execution;
using Interactor.Runtime.Json;
using Interactor.Runtime.Telemetry;

namespace Interactor.Runtime;

/// <content>Actions by their ids, with JSON in and JSON out.</content>
public sealed partial class ActionExecutor
{
    private static readonly ReadOnlyMemory<byte> EmptyObject = "{}"u8.ToArray();

    /// <summary>Executes an action by its id, with JSON in and JSON out.</summary>
    /// <param name="action">The action's id.</param>
    /// <param name="version">Null for the newest version; <c>1</c> or <c>1.2.0</c> for the newest of that major.</param>
    /// <param name="utf8Input">The input as UTF-8 JSON; empty is <c>{}</c>.</param>
    /// <param name="options">What this call sets apart from the connector's options; null for nothing.</param>
    /// <param name="cancellationToken">Ends the call at once, waits between attempts included.</param>
    /// <returns>
    /// The output as UTF-8 JSON. Where the output is the body of the response, these are the provider's own bytes; of a stream it is the list of all items.
    /// </returns>
    /// <exception cref="InteractorException">The action failed, or does not exist (<see cref="ErrorCode.NotFound"/>).</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public Task<ReadOnlyMemory<byte>> ExecuteAsync(
        string action, string? version, ReadOnlyMemory<byte> utf8Input, ActionOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(action);
        return _catalogue.Find(action, version).ExecuteUntypedAsync(this, utf8Input.IsEmpty ? EmptyObject : utf8Input, options, cancellationToken);
    }

    /// <summary>
    /// Executes an action by its id, page by page, with JSON in and JSON out. An action whose answer is a stream gives item after item, any other its one output.
    /// </summary>
    /// <param name="action">The action's id.</param>
    /// <param name="version">Null for the newest version; <c>1</c> or <c>1.2.0</c> for the newest of that major.</param>
    /// <param name="utf8Input">The input as UTF-8 JSON; empty is <c>{}</c>.</param>
    /// <param name="options">What this call sets apart from the connector's options; null for nothing.</param>
    /// <param name="cancellationToken">Ends the walk at once.</param>
    /// <exception cref="InteractorException">The action does not exist (<see cref="ErrorCode.NotFound"/>).</exception>
    public IAsyncEnumerable<ReadOnlyMemory<byte>> PagesAsync(
        string action, string? version, ReadOnlyMemory<byte> utf8Input, ActionOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(action);
        return _catalogue.Find(action, version).UntypedPagesAsync(this, utf8Input.IsEmpty ? EmptyObject : utf8Input, options, cancellationToken);
    }

    /// <summary>Executes an action that gives pages of items, or a stream of them, by its id, item by item, with JSON in and JSON out.</summary>
    /// <param name="action">The action's id.</param>
    /// <param name="version">Null for the newest version; <c>1</c> or <c>1.2.0</c> for the newest of that major.</param>
    /// <param name="utf8Input">The input as UTF-8 JSON; empty is <c>{}</c>.</param>
    /// <param name="options">What this call sets apart from the connector's options; null for nothing.</param>
    /// <param name="cancellationToken">Ends the walk at once.</param>
    /// <exception cref="InteractorException">The action does not exist (<see cref="ErrorCode.NotFound"/>), or gives no items (<see cref="ErrorCode.InputInvalid"/>).</exception>
    public IAsyncEnumerable<ReadOnlyMemory<byte>> ItemsAsync(
        string action, string? version, ReadOnlyMemory<byte> utf8Input, ActionOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(action);
        ActionDescriptor found = _catalogue.Find(action, version);
        return found.HasItems
            ? found.UntypedItemsAsync(this, utf8Input.IsEmpty ? EmptyObject : utf8Input, options, cancellationToken)
            : throw new InteractorException(ErrorCode.InputInvalid, $"The action '{found.Id}' gives no items: its definition names them neither under 'paginate' nor under 'stream'.");
    }

    internal async IAsyncEnumerable<ReadOnlyMemory<byte>> UntypedItemsAsync<TInput, TOutput>(
        ActionDescriptor<TInput, TOutput> action,
        ReadOnlyMemory<byte> utf8Input,
        ActionOptions? options,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        TInput input = ReadInput(action, action.Input, utf8Input);
        PageWalk walk = new();
        do
        {
            TOutput page = await RunAsync(action, input, options, new Utf8Output(), walk, cancellationToken).ConfigureAwait(false);
            foreach (ReadOnlyMemory<byte> item in PageItems.Of(page, action.WriteItems!))
            {
                yield return item;
            }
        }
        while (MoveNext(walk, action));
    }

    internal async IAsyncEnumerable<ReadOnlyMemory<byte>> UntypedPagesAsync<TInput, TOutput>(
        ActionDescriptor<TInput, TOutput> action,
        ReadOnlyMemory<byte> utf8Input,
        ActionOptions? options,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        TInput input = ReadInput(action, action.Input, utf8Input);
        PageWalk walk = new();
        do
        {
            Utf8Output output = new();
            await RunAsync(action, input, options, output, walk, cancellationToken).ConfigureAwait(false);
            yield return output.Value;
        }
        while (MoveNext(walk, action));
    }

    internal async Task<ReadOnlyMemory<byte>> ExecuteUntypedAsync<TInput, TOutput>(
        ActionDescriptor<TInput, TOutput> action, ReadOnlyMemory<byte> utf8Input, ActionOptions? options, CancellationToken cancellationToken)
    {
        TInput input = ReadInput(action, action.Input, utf8Input);
        Utf8Output output = new();
        await RunAsync(action, input, options, output, walk: null, cancellationToken).ConfigureAwait(false);
        return output.Value;
    }

    private TInput ReadInput<TInput>(ActionDescriptor action, JsonContract<TInput> contract, ReadOnlyMemory<byte> utf8Input)
    {
        try
        {
            return InputValidation.Read(contract, utf8Input.Span);
        }
        catch (InteractorException e)
        {
            Fail(e, action, ActionObservation.Start(_runtime, action));
            throw;
        }
    }
}

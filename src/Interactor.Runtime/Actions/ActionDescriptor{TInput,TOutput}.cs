using System.Text.Json;
using Interactor.Runtime.Execution;
using Interactor.Runtime.Http;
using Interactor.Runtime.Json;

namespace Interactor.Runtime;

/// <summary>An action whose input and output have C# types.</summary>
public abstract class ActionDescriptor<TInput, TOutput> : ActionDescriptor
{
    private protected ActionDescriptor()
    {
    }

    /// <summary>How the input is written and validated.</summary>
    public required JsonContract<TInput> Input { get; init; }

    /// <summary>How the output is read and validated.</summary>
    public required JsonContract<TOutput> Output { get; init; }

    /// <inheritdoc/>
    public sealed override JsonSchema InputSchema => Input.Schema;

    /// <inheritdoc/>
    public sealed override JsonSchema OutputSchema => Output.Schema;

    /// <summary>The request of an action that has exactly one, which the executor sends without a layer between; null for any other action.</summary>
    internal virtual OutgoingRequest? ToRequest(ActionContext context, TInput input) => null;

    /// <summary>The output of an action that has exactly one request.</summary>
    internal virtual TOutput Read(Reply reply, ActionContext context, TInput input) => throw new NotSupportedException();

    /// <summary>Whether scripts are called before the output of an action that has exactly one request is built.</summary>
    internal virtual bool CallsScripts => false;

    /// <summary>The output of an action that has exactly one request, once its scripts have run.</summary>
    internal virtual ValueTask<TOutput> ReadAsync(Reply reply, ActionContext context, TInput input) => throw new NotSupportedException();

    /// <summary>Sends what any other action sends, and gives its output.</summary>
    internal virtual ValueTask<TOutput> RunAsync(ActionContext context, TInput input) => throw new NotSupportedException();

    /// <summary>Writes the items of a page as one JSON list; null for an action without them.</summary>
    internal virtual Action<Utf8JsonWriter, TOutput>? WriteItems => null;

    internal sealed override bool HasItems => WriteItems is not null;

    internal sealed override Task<ReadOnlyMemory<byte>> ExecuteUntypedAsync(
        ActionExecutor executor, ReadOnlyMemory<byte> utf8Input, ActionOptions? options, CancellationToken cancellationToken) =>
        executor.ExecuteUntypedAsync(this, utf8Input, options, cancellationToken);

    internal sealed override IAsyncEnumerable<ReadOnlyMemory<byte>> UntypedPagesAsync(
        ActionExecutor executor, ReadOnlyMemory<byte> utf8Input, ActionOptions? options, CancellationToken cancellationToken) =>
        executor.UntypedPagesAsync(this, utf8Input, options, cancellationToken);

    internal sealed override IAsyncEnumerable<ReadOnlyMemory<byte>> UntypedItemsAsync(
        ActionExecutor executor, ReadOnlyMemory<byte> utf8Input, ActionOptions? options, CancellationToken cancellationToken) =>
        executor.UntypedItemsAsync(this, utf8Input, options, cancellationToken);
}

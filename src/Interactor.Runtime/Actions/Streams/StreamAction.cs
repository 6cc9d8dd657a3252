using Interactor.Runtime.Execution;
using Interactor.Runtime.Json;

namespace Interactor.Runtime;

/// <summary>An action whose answer is a stream of items, each given as soon as it is there.</summary>
public sealed class StreamAction<TInput, TItem> : StreamingAction<TInput>
{
    /// <summary>How an item is read and validated.</summary>
    public required JsonContract<TItem> Item { get; init; }

    /// <summary>What divides the stream into items.</summary>
    public StreamKind Kind { get; init; }

    /// <summary>Whether an item is text as it stands, and not JSON.</summary>
    public bool IsText { get; init; }

    /// <summary>The line, or the data of an event, by which the provider says that no item follows; null where the end of the answer says it.</summary>
    public string? End { get; init; }

    /// <summary>The types of the events that are items; empty for all. Events of other types are passed over.</summary>
    public IReadOnlyList<string> Types { get; init; } = [];

    /// <summary>The schema of one item.</summary>
    public override JsonSchema OutputSchema => Item.Schema;

    private protected override string Accept => Kind switch
    {
        StreamKind.Events => "text/event-stream",
        _ when IsText => "text/plain, */*;q=0.8",
        _ => "application/x-ndjson, application/jsonl, application/json-seq, application/json;q=0.9, */*;q=0.8",
    };

    internal override async Task<ReadOnlyMemory<byte>> ExecuteUntypedAsync(
        ActionExecutor executor, ReadOnlyMemory<byte> utf8Input, ActionOptions? options, CancellationToken cancellationToken)
    {
        using JsonListBuffer list = new(executor.MaxResponseBytes);
        await foreach (ReadOnlyMemory<byte> item in executor.UntypedItemsAsync(this, utf8Input, options, isCopied: false, cancellationToken).ConfigureAwait(false))
        {
            list.Add(item.Span);
        }

        return list.ToArray();
    }

    internal override IAsyncEnumerable<ReadOnlyMemory<byte>> UntypedPagesAsync(
        ActionExecutor executor, ReadOnlyMemory<byte> utf8Input, ActionOptions? options, CancellationToken cancellationToken) =>
        UntypedItemsAsync(executor, utf8Input, options, cancellationToken);

    internal override bool HasItems => true;

    internal override IAsyncEnumerable<ReadOnlyMemory<byte>> UntypedItemsAsync(
        ActionExecutor executor, ReadOnlyMemory<byte> utf8Input, ActionOptions? options, CancellationToken cancellationToken) =>
        executor.UntypedItemsAsync(this, utf8Input, options, isCopied: true, cancellationToken);
}

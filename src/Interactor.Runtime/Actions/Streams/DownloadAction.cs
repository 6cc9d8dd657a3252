using System.Runtime.CompilerServices;
using Interactor.Runtime.Execution;
using Interactor.Runtime.Json;

namespace Interactor.Runtime;

/// <summary>An action whose answer is bytes that are read while they arrive. By its id, with JSON out, it gives them as base64 text.</summary>
public sealed class DownloadAction<TInput> : StreamingAction<TInput>
{
    private RequestShape? _whole;

    /// <summary>The schema of the bytes as JSON.</summary>
    public override JsonSchema OutputSchema => JsonContracts.Bytes.Schema;

    private protected override string Accept => "*/*";

    /// <summary>The request whose answer is read at once.</summary>
    internal OutgoingRequest ToWholeRequest(ActionContext context, TInput input) =>
        ToRequest(_whole ??= RequestShape.Of(this, Id, Server, Method, Accept), context, input);

    internal override Task<ReadOnlyMemory<byte>> ExecuteUntypedAsync(
        ActionExecutor executor, ReadOnlyMemory<byte> utf8Input, ActionOptions? options, CancellationToken cancellationToken) =>
        executor.UntypedDownloadAsync(this, utf8Input, options, cancellationToken);

    internal override async IAsyncEnumerable<ReadOnlyMemory<byte>> UntypedPagesAsync(
        ActionExecutor executor, ReadOnlyMemory<byte> utf8Input, ActionOptions? options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return await executor.UntypedDownloadAsync(this, utf8Input, options, cancellationToken).ConfigureAwait(false);
    }

    internal override bool HasItems => false;

    internal override IAsyncEnumerable<ReadOnlyMemory<byte>> UntypedItemsAsync(
        ActionExecutor executor, ReadOnlyMemory<byte> utf8Input, ActionOptions? options, CancellationToken cancellationToken) =>
        throw new NotSupportedException("A download has no items.");
}

using Interactor.Runtime.Execution;
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

    /// <summary>Sends what the action sends and shapes the output, for an input that is already valid.</summary>
    internal abstract ValueTask<ActionResult<TOutput>> RunAsync(ActionContext context, TInput input);

    internal sealed override Task<ReadOnlyMemory<byte>> ExecuteUntypedAsync(
        ActionExecutor executor, ReadOnlyMemory<byte> utf8Input, ActionOptions? options, CancellationToken cancellationToken) =>
        executor.ExecuteUntypedAsync(this, utf8Input, options, cancellationToken);
}

using Interactor.Runtime.Execution;

namespace Interactor.Runtime;

/// <summary>Pages of which each gives a cursor for the next one.</summary>
public sealed class CursorPages<TInput, TSource, TOutput> : PageRules<TInput, TSource, TOutput>
{
    /// <summary>The cursor of the first page; null for none.</summary>
    public Func<TInput, ActionContext, string?>? Start { get; init; }

    /// <summary>The cursor of the next page; null or empty on the last one.</summary>
    public required Func<TInput, TSource, ActionContext, string?> Next { get; init; }

    internal override PagePlace First(TInput input, ActionContext context)
    {
        string? cursor = Start?.Invoke(input, context);
        return new PagePlace(0, cursor ?? "") { Cursor = cursor };
    }

    internal override PagePlace? After(PageWalk walk, TInput input, TSource source, TOutput output, ActionContext context) =>
        Next(input, source, context) is { Length: > 0 } cursor ? new PagePlace(context.Page.Index + 1, cursor) { Cursor = cursor } : null;
}

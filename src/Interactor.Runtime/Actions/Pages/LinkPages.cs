using Interactor.Runtime.Execution;

namespace Interactor.Runtime;

/// <summary>Pages of which each gives the URL of the next one. It is followed to the host of the page itself and to the connector's egress hosts only.</summary>
public sealed class LinkPages<TInput, TSource, TOutput> : PageRules<TInput, TSource, TOutput>
{
    /// <summary>The URL of the next page, which may be relative to that of the page; null or empty on the last one.</summary>
    public required Func<TInput, TSource, ActionContext, string?> Next { get; init; }

    internal override PagePlace First(TInput input, ActionContext context) => new(0, "");

    internal override PagePlace? After(PageWalk walk, TInput input, TSource source, TOutput output, ActionContext context) =>
        Next(input, source, context) is { Length: > 0 } link ? Linked(walk, link, context) : null;
}

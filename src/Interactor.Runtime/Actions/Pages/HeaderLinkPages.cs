using Interactor.Runtime.Execution;
using Interactor.Runtime.Http;

namespace Interactor.Runtime;

/// <summary>Pages whose response has a header <c>Link</c> with the relation <c>next</c> (RFC 8288). It is followed as that of <see cref="LinkPages{TInput, TSource, TOutput}"/>.</summary>
public sealed class HeaderLinkPages<TInput, TBody, TOutput> : PageRules<TInput, ResponseValue<TBody>, TOutput>
{
    internal override PagePlace First(TInput input, ActionContext context) => new(0, "");

    internal override PagePlace? After(PageWalk walk, TInput input, ResponseValue<TBody> source, TOutput output, ActionContext context) =>
        source.Headers.TryGetValue("Link", out string? header) && LinkHeader.Next(header) is { } link ? Linked(walk, link, context) : null;
}

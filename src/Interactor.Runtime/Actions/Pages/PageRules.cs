using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Interactor.Runtime.Execution;
using Interactor.Runtime.Http;

namespace Interactor.Runtime;

/// <summary>How an action that gives one page finds the next one.</summary>
/// <typeparam name="TInput">The input of the action.</typeparam>
/// <typeparam name="TSource">What the next place is read from: the response, or the frame of an action of several steps.</typeparam>
/// <typeparam name="TOutput">The output of the action: one page.</typeparam>
public abstract class PageRules<TInput, TSource, TOutput>
{
    private protected PageRules()
    {
    }

    /// <summary>Writes the items of a page as one JSON list, or null, for callers that do not know the C# type; null where a page has none.</summary>
    public Action<Utf8JsonWriter, TOutput>? WriteItems { get; init; }

    /// <summary>The place of the first page.</summary>
    internal abstract PagePlace First(TInput input, ActionContext context);

    /// <summary>The place of the page after that of the context; null after the last one.</summary>
    internal abstract PagePlace? After(PageWalk walk, TInput input, TSource source, TOutput output, ActionContext context);

    /// <summary>The shape of the requests of all pages but the first; null for that of the first.</summary>
    internal virtual RequestShape? ShapeFor(ActionDescriptor action, RequestShape first, ResponseBodyKind bodyKind) => null;

    /// <summary>Puts the context at its page.</summary>
    internal PagePlace Enter(ActionContext context, TInput input)
    {
        PageWalk walk = context.Walk ??= new PageWalk { EndsHere = true };
        return walk.Place ??= First(input, context);
    }

    internal OutgoingRequest ToRequest(
        ActionDescriptor action,
        RequestShape first,
        ResponseBodyKind bodyKind,
        ActionContext context,
        Action<RequestBuilder, TInput, ActionContext> build,
        ScriptCalls<TInput>? calls,
        TInput input)
    {
        PagePlace place = Enter(context, input);
        return new PageRequest<TInput>(place.Request is null ? first : ShapeFor(action, first, bodyKind) ?? first, context, build, input, place)
        {
            Calls = calls,
            KeySuffix = place.Index == 0 ? null : $"page-{place.Index}",
        };
    }

    /// <summary>Finds the next place, where somebody walks through the pages.</summary>
    internal void Leave(ActionContext context, TInput input, TSource source, TOutput output)
    {
        if (context.Walk is { EndsHere: false } walk)
        {
            walk.Next = After(walk, input, source, output, context);
        }
    }

    /// <summary>A URL that a page gives for the next one, as far as it may be followed.</summary>
    [SuppressMessage("Design", "CA1054", Justification = "It is the text of the provider, not yet a URL.")]
    private protected static PagePlace Linked(PageWalk walk, string link, ActionContext context)
    {
        Uri from = walk.Url ?? throw new InvalidOperationException("A page that was not requested links to another one.");
        Uri target = ProviderLink.Resolve(from, link, "the link to the next page");
        context.Runtime.Egress.CheckLink(from, target, context.Variables);
        return new PagePlace(context.Page.Index + 1, target.AbsoluteUri) { Link = target };
    }
}

using Interactor.Runtime.Execution;
using Interactor.Runtime.Http;

namespace Interactor.Runtime;

/// <summary>Pages that are asked for, the first one excepted, by a request of their own.</summary>
public sealed class RequestPages<TInput, TBody, TOutput> : PageRules<TInput, ResponseValue<TBody>, TOutput>
{
    private RequestShape? _shape;

    /// <summary>Whether there is a next page.</summary>
    public required Func<TInput, ResponseValue<TBody>, ActionContext, bool> When { get; init; }

    /// <summary>The name of the server that the path belongs to; null where <see cref="Build"/> gives a whole URL.</summary>
    public string? Server { get; init; }

    /// <summary>The request method (RFC 9110, section 9).</summary>
    public required string Method { get; init; }

    /// <summary>Writes the request of the next page from the response of the page before.</summary>
    public required Action<RequestBuilder, TInput, ResponseValue<TBody>, ActionContext> Build { get; init; }

    internal override PagePlace First(TInput input, ActionContext context) => new(0, "");

    internal override RequestShape ShapeFor(ActionDescriptor action, RequestShape first, ResponseBodyKind bodyKind) =>
        _shape ??= RequestShape.Of(action, action.Id, Server, Method, bodyKind, first.Xml);

    internal override PagePlace? After(PageWalk walk, TInput input, ResponseValue<TBody> source, TOutput output, ActionContext context)
    {
        if (!When(input, source, context))
        {
            return null;
        }

        void Write(RequestBuilder builder, ActionContext own) => Build(builder, input, source, own);
        return new PagePlace(context.Page.Index + 1, PageKey.Of(Method, Write, context)) { Request = Write };
    }
}

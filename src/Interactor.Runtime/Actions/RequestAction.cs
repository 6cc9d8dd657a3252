using System.Runtime.CompilerServices;
using Interactor.Runtime.Execution;
using Interactor.Runtime.Http;

namespace Interactor.Runtime;

/// <summary>An action of one request, whose output is the body of the response.</summary>
public sealed class RequestAction<TInput, TOutput> : ActionDescriptor<TInput, TOutput>
{
    private RequestShape? _shape;

    /// <summary>The name of the server that the path belongs to; null where <see cref="Build"/> gives a whole URL.</summary>
    public string? Server { get; init; }

    /// <summary>The request method (RFC 9110, section 9).</summary>
    public required string Method { get; init; }

    /// <summary>How the body of the response is read.</summary>
    public ResponseBodyKind BodyKind { get; init; } = ResponseBodyKind.Json;

    /// <summary>Writes the request: path, query, headers and body. It runs once for each attempt.</summary>
    public required Action<RequestBuilder, TInput, ActionContext> Build { get; init; }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    internal override async ValueTask<ActionResult<TOutput>> RunAsync(ActionContext context, TInput input)
    {
        _shape ??= RequestShape.Of(this, Id, Server, Method, BodyKind);
        using Reply reply = await context.Runtime.Sender.SendAsync(new BuiltRequest<TInput>(_shape, context, Build, input)).ConfigureAwait(false);
        TOutput value = BodyReader.Read(reply, Output, BodyKind, context);
        return new ActionResult<TOutput>(value, context.WantsUtf8 ? BodyReader.Utf8Of(reply, Output, BodyKind, value) : default);
    }
}

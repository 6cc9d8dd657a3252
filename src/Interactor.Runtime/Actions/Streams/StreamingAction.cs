using Interactor.Runtime.Execution;
using Interactor.Runtime.Http;
using Interactor.Runtime.Json;

namespace Interactor.Runtime;

/// <summary>An action of one request, whose answer is handed on while it arrives. Its timeout ends where the answer begins.</summary>
public abstract class StreamingAction<TInput> : ActionDescriptor
{
    private RequestShape? _shape;

    private protected StreamingAction()
    {
    }

    /// <summary>How the input is written and validated.</summary>
    public required JsonContract<TInput> Input { get; init; }

    /// <summary>The name of the server that the path belongs to; null where <see cref="Build"/> gives a whole URL.</summary>
    public string? Server { get; init; }

    /// <summary>The request method (RFC 9110, section 9).</summary>
    public required string Method { get; init; }

    /// <summary>Writes the request: path, query, headers and body. It runs once for each attempt.</summary>
    public required Action<RequestBuilder, TInput, ActionContext> Build { get; init; }

    /// <summary>The scripts that <see cref="Build"/> needs; null for none.</summary>
    public ScriptCalls<TInput>? BuildCalls { get; init; }

    /// <inheritdoc/>
    public sealed override JsonSchema InputSchema => Input.Schema;

    /// <summary>The media types that are asked for where the request names none.</summary>
    private protected abstract string Accept { get; }

    /// <summary>The request whose answer is left unread.</summary>
    internal OutgoingRequest ToRequest(ActionContext context, TInput input) =>
        ToRequest(_shape ??= RequestShape.Of(this, Id, Server, Method, Accept, leavesBody: true), context, input);

    private protected OutgoingRequest ToRequest(RequestShape shape, ActionContext context, TInput input) =>
        new BuiltRequest<TInput>(shape, context, Build, input) { Calls = BuildCalls };
}

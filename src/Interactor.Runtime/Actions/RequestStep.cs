using Interactor.Runtime.Execution;
using Interactor.Runtime.Http;
using Interactor.Runtime.Json;

namespace Interactor.Runtime;

/// <summary>A step that sends one request.</summary>
public sealed class RequestStep<TFrame, TBody> : ActionStep<TFrame>
    where TFrame : class
{
    /// <summary>The contract of the response's body; may be null where the body is not JSON.</summary>
    public JsonContract<TBody>? Body { get; init; }

    /// <summary>Writes the request: path, query, headers and body. It runs once for each attempt.</summary>
    public required Action<RequestBuilder, TFrame, ActionContext> Build { get; init; }

    /// <summary>Keeps in the frame what later steps need.</summary>
    public Action<TFrame, ResponseValue<TBody>, ActionContext>? Store { get; init; }

    internal override async ValueTask RunAsync(ActionDescriptor action, TFrame frame, ActionContext context)
    {
        ActionContext own = context.ForStep(context.CancellationToken);
        BuiltRequest<TFrame> request = new(ShapeFor(action), own, Build, frame) { KeySuffix = Id };
        using Reply reply = await context.Runtime.Sender.SendAsync(request).ConfigureAwait(false);
        Store?.Invoke(frame, BodyReader.ReadValue(reply, Body, BodyKind, KeepRaw, own), own);
    }
}

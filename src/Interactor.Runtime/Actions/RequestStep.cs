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

    /// <summary>The scripts that <see cref="Build"/> needs; null for none.</summary>
    public ScriptCalls<TFrame>? BuildCalls { get; init; }

    /// <summary>The scripts that <see cref="Store"/> needs; null for none.</summary>
    public ScriptCalls<TFrame, ResponseValue<TBody>>? StoreCalls { get; init; }

    /// <summary>Keeps in the frame what later steps need.</summary>
    public Action<TFrame, ResponseValue<TBody>, ActionContext>? Store { get; init; }

    internal override async ValueTask RunAsync(ActionDescriptor action, TFrame frame, ActionContext context)
    {
        ActionContext own = context.ForStep(context.CancellationToken);
        BuiltRequest<TFrame> request = new(ShapeFor(action), own, Build, frame) { KeySuffix = Id, Calls = BuildCalls };
        using Reply reply = await context.Runtime.Sender.SendAsync(request).ConfigureAwait(false);
        ResponseValue<TBody> response = BodyReader.ReadValue(reply, Body, BodyKind, Xml, KeepRaw, own);
        if (StoreCalls is { } calls)
        {
            await calls.MakeAsync(frame, response, own).ConfigureAwait(false);
        }

        Store?.Invoke(frame, response, own);
    }
}

using Interactor.Runtime.Http;

namespace Interactor.Runtime.Execution;

/// <summary>A request that is written from a frame and one item of a list.</summary>
internal sealed class ItemRequest<TFrame, TItem>(
    RequestShape shape, ActionContext context, Action<RequestBuilder, TFrame, TItem, ActionContext> build, TFrame frame, TItem item)
    : OutgoingRequest(shape, context)
{
    /// <summary>The scripts that the request needs; null for none.</summary>
    public ScriptCalls<TFrame, TItem>? Calls { get; init; }

    public override bool CallsScripts => Calls is not null;

    public override ValueTask CallScriptsAsync(CancellationToken cancellationToken) => Calls!.MakeAsync(frame, item, Context, cancellationToken);

    public override void Build(RequestBuilder builder) => build(builder, frame, item, Context);
}

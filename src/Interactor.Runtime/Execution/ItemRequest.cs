using Interactor.Runtime.Http;

namespace Interactor.Runtime.Execution;

/// <summary>A request that is written from a frame and one item of a list.</summary>
internal sealed class ItemRequest<TFrame, TItem>(
    RequestShape shape, ActionContext context, Action<RequestBuilder, TFrame, TItem, ActionContext> build, TFrame frame, TItem item)
    : OutgoingRequest(shape, context)
{
    public override void Build(RequestBuilder builder) => build(builder, frame, item, Context);
}

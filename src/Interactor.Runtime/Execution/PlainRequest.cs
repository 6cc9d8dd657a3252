using Interactor.Runtime.Http;

namespace Interactor.Runtime.Execution;

/// <summary>A request of a security method, which has no input.</summary>
internal sealed class PlainRequest(RequestShape shape, ActionContext context, Action<RequestBuilder, ActionContext> build) : OutgoingRequest(shape, context)
{
    public override void Build(RequestBuilder builder) => build(builder, Context);
}

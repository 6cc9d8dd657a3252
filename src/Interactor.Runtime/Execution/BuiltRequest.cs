using Interactor.Runtime.Http;

namespace Interactor.Runtime.Execution;

/// <summary>A request that is written from one value: the action's input or the frame of its steps.</summary>
internal sealed class BuiltRequest<TSource>(
    RequestShape shape, ActionContext context, Action<RequestBuilder, TSource, ActionContext> build, TSource source) : OutgoingRequest(shape, context)
{
    /// <summary>The scripts that the request needs; null for none.</summary>
    public ScriptCalls<TSource>? Calls { get; init; }

    public override bool CallsScripts => Calls is not null;

    public override ValueTask CallScriptsAsync(CancellationToken cancellationToken) => Calls!.MakeAsync(source, Context, cancellationToken);

    public override void Build(RequestBuilder builder) => build(builder, source, Context);
}

using Interactor.Runtime.Http;

namespace Interactor.Runtime.Execution;

/// <summary>The request of an action that begins a job.</summary>
internal sealed class JobStartRequest<TInput>(
    RequestShape shape,
    ActionContext context,
    Action<RequestBuilder, TInput, ActionContext> build,
    TInput input,
    JobRules<TInput> rules,
    ResponseBodyKind bodyKind) : OutgoingRequest(shape, context)
{
    /// <summary>The scripts that the request needs; null for none.</summary>
    public ScriptCalls<TInput>? Calls { get; init; }

    /// <summary>Where the last attempt went, which links in answers may be relative to.</summary>
    public Uri? Url { get; private set; }

    public override bool CallsScripts => Calls is not null;

    public override bool IsJob => true;

    public override ValueTask CallScriptsAsync(CancellationToken cancellationToken) => Calls!.MakeAsync(input, Context, cancellationToken);

    public override void Build(RequestBuilder builder) => build(builder, input, Context);

    public override void GoesTo(Uri uri) => Url = uri;

    public override ValueTask<Reply> FollowAsync(Reply reply) => rules.FollowAsync(this, reply, input, bodyKind);
}

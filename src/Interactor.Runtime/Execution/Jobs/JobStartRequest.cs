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

    public override bool CallsScripts => Calls is not null;

    public override bool IsJob => true;

    public override ValueTask CallScriptsAsync(CancellationToken cancellationToken) => Calls!.MakeAsync(input, Context, cancellationToken);

    public override void Build(RequestBuilder builder) => build(builder, input, Context);

    public override async ValueTask<Reply> ResumeAsync(PendingJob job)
    {
        ActionDescriptor action = Context.Action!;
        string address = Context.Runtime.Connector.Address;
        if ((job.Connector, job.Action, job.Version) != (address, action.Id, action.Version))
        {
            throw new InteractorException(
                ErrorCode.InputInvalid, $"The pending job is one of '{job.Action}' {job.Version} of {job.Connector}, and not of '{action.Id}' {action.Version} of {address}.");
        }

        PendingJobRules.Check(job);

        // Where links may lead depends on where the request goes that began the job. That is worked out anew, because whoever kept the job may have changed it.
        await Context.Runtime.Sender.AddressAsync(this).ConfigureAwait(false);
        return await rules.ResumeAsync(this, job, input, bodyKind).ConfigureAwait(false);
    }

    public override ValueTask<Reply> FollowAsync(Reply reply) => rules.FollowAsync(this, reply, input, bodyKind);
}

using Interactor.Runtime.Http;

namespace Interactor.Runtime.Execution;

/// <summary>A request about a job. A URL that an answer gave is followed as a link: to the host of the action's own request, or to an egress host.</summary>
internal sealed class JobOutgoing<TInput, TStarted, TStatus>(
    RequestShape shape,
    ActionContext context,
    Action<RequestBuilder, Job<TInput, TStarted, TStatus>, ActionContext> build,
    Job<TInput, TStarted, TStatus> job,
    Uri origin) : OutgoingRequest(shape, context)
{
    public override void Build(RequestBuilder builder)
    {
        // What the provider did not say is not the caller's fault.
        builder.Blame = ErrorCode.ContractViolation;
        build(builder, job, Context);
        if (builder.IsAbsolute)
        {
            Uri target = ProviderLink.Resolve(origin, builder.Target.ToString(), "the link to a job");
            Context.Runtime.Egress.CheckLink(origin, target, Context.Variables);
            builder.Url(target.AbsoluteUri);
        }
    }
}

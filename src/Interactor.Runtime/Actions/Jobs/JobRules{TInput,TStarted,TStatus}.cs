using Interactor.Runtime.Execution;
using Interactor.Runtime.Http;
using Interactor.Runtime.Json;
using Interactor.Runtime.Xml;

namespace Interactor.Runtime;

/// <summary>
/// A job that is asked about until it is done. Each request takes the path of every other one: authorised, repeated by the action's rules, judged by its
/// errors. Where it may go is what an answer says, and only to the host of the action's own request or to the connector's egress.
/// </summary>
/// <typeparam name="TInput">The input of the action.</typeparam>
/// <typeparam name="TStarted">The body of the answer that begins the job.</typeparam>
/// <typeparam name="TStatus">The body of an answer about the job.</typeparam>
public sealed class JobRules<TInput, TStarted, TStatus> : JobRules<TInput>
{
    private JobShapes? _shapes;

    /// <summary>Whether the first answer began a job; null where each does. Otherwise it is the last answer already.</summary>
    public Func<Job<TInput, TStarted, TStatus>, ActionContext, bool>? When { get; init; }

    /// <summary>The contract of the first answer's body; null for JSON of any shape, or for no JSON.</summary>
    public JsonContract<TStarted>? Started { get; init; }

    /// <summary>The contract of the body of an answer about the job; null for JSON of any shape, or for no JSON.</summary>
    public JsonContract<TStatus>? Status { get; init; }

    /// <summary>How a first answer that is XML is read by <see cref="Started"/>; null for the generic shape.</summary>
    public XmlShape? StartedXml { get; init; }

    /// <summary>How an answer about the job that is XML is read by <see cref="Status"/>; null for the generic shape.</summary>
    public XmlShape? StatusXml { get; init; }

    /// <summary>The request that asks about the job.</summary>
    public required JobRequest<TInput, TStarted, TStatus> Request { get; init; }

    /// <summary>Whether the job is done.</summary>
    public required Func<Job<TInput, TStarted, TStatus>, ActionContext, bool> Done { get; init; }

    /// <summary>How a job fails, the first that holds deciding. They are looked at before <see cref="Done"/>.</summary>
    public IReadOnlyList<JobFailure<TInput, TStarted, TStatus>> Failures { get; init; } = [];

    /// <summary>The wait before each request, where the answer before does not say another one in <c>Retry-After</c>.</summary>
    public TimeSpan Every { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long the job may take from its first answer on.</summary>
    public TimeSpan Deadline { get; init; } = TimeSpan.FromHours(1);

    /// <summary>The request for the result of a job that is done; null where the last answer about the job has it.</summary>
    public JobRequest<TInput, TStarted, TStatus>? Result { get; init; }

    internal override ValueTask<Reply> FollowAsync(JobStartRequest<TInput> request, Reply first, TInput input, ResponseBodyKind bodyKind)
    {
        JobAnswer<TStarted> started = new(first, Started, StartedXml, request.Context);
        Job<TInput, TStarted, TStatus> job = new(input, started);
        try
        {
            if (When is not null && !When(job, request.Context))
            {
                return new ValueTask<Reply>(started.Release());
            }

            started.Settle();
        }
        catch
        {
            started.Dispose();
            throw;
        }

        return Follower(request, job, bodyKind, questions: 0).FollowAsync(isResumed: false);
    }

    internal override ValueTask<Reply> ResumeAsync(JobStartRequest<TInput> request, PendingJob pending, TInput input, ResponseBodyKind bodyKind)
    {
        Job<TInput, TStarted, TStatus> job = new(input, JobAnswer<TStarted>.Of(pending.Started, Started, StartedXml, request.Context))
        {
            Last = pending.Last is { } last ? JobAnswer<TStatus>.Of(last, Status, StatusXml, request.Context) : null,
        };
        return Follower(request, job, bodyKind, pending.Questions).FollowAsync(isResumed: true);
    }

    private JobFollower<TInput, TStarted, TStatus> Follower(
        JobStartRequest<TInput> request, Job<TInput, TStarted, TStatus> job, ResponseBodyKind bodyKind, int questions)
    {
        JobShapes shapes = _shapes ??= JobShapes.Of(request.Context.Action!, Request.Endpoint, StatusXml, Result?.Endpoint, bodyKind, request.Shape.Xml);
        return new JobFollower<TInput, TStarted, TStatus>(this, shapes, request, job, questions);
    }
}

using Interactor.Runtime.Execution;
using Interactor.Runtime.Http;
using Interactor.Runtime.Json;

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

    /// <summary>Whether <see cref="JobAnswer{TBody}.Raw"/> is wanted, which costs a copy of each body.</summary>
    public bool KeepRaw { get; init; }

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

    internal override async ValueTask<Reply> FollowAsync(JobStartRequest<TInput> request, Reply first, TInput input, ResponseBodyKind bodyKind)
    {
        ActionContext context = request.Context;
        JobAnswer<TStarted> started = new(first, Started, context);
        Job<TInput, TStarted, TStatus> job = new(input, started);
        bool isJob = false;
        try
        {
            isJob = When is null || When(job, context);
            if (isJob)
            {
                started.Settle(KeepRaw);
            }
        }
        catch
        {
            started.Dispose();
            throw;
        }

        if (!isJob)
        {
            return started.Release();
        }

        JobShapes shapes = _shapes ??= JobShapes.Of(context.Action!, Request.Server, Request.Method, Result?.Server, Result?.Method, bodyKind);
        JobClock clock = new(Every, Deadline, context);
        try
        {
            using (clock)
            {
                JobAnswer<TStatus> last = await AwaitAsync(job, shapes, request.Url!, clock).ConfigureAwait(false);
                if (Result is not { } result)
                {
                    return last.Release();
                }

                last.Settle(KeepRaw);
                return await SendAsync(result, shapes.Result!, job, request.Url!, clock, "result").ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException e) when (!context.CancellationToken.IsCancellationRequested)
        {
            throw clock.Late(e);
        }
    }

    private async ValueTask<JobAnswer<TStatus>> AwaitAsync(Job<TInput, TStarted, TStatus> job, JobShapes shapes, Uri origin, JobClock clock)
    {
        ResponseHeaders headers = job.Started.Headers;
        for (int count = 1; ; count++)
        {
            await clock.WaitAsync(headers).ConfigureAwait(false);
            JobOutgoing<TInput, TStarted, TStatus> request = Outgoing(Request, shapes.Status, job, origin, clock, $"status-{count}");
            JobAnswer<TStatus> answer = new(await request.Context.Runtime.Sender.SendAsync(request).ConfigureAwait(false), Status, request.Context);
            job.Last = answer;
            try
            {
                foreach (JobFailure<TInput, TStarted, TStatus> failure in Failures)
                {
                    if (failure.When(job, request.Context))
                    {
                        throw failure.ToException(job, request, answer.Response);
                    }
                }

                if (Done(job, request.Context))
                {
                    return answer;
                }

                headers = answer.Headers;
                answer.Settle(KeepRaw);
            }
            catch
            {
                answer.Dispose();
                throw;
            }
        }
    }

    private static ValueTask<Reply> SendAsync(
        JobRequest<TInput, TStarted, TStatus> rules, RequestShape shape, Job<TInput, TStarted, TStatus> job, Uri origin, JobClock clock, string suffix)
    {
        JobOutgoing<TInput, TStarted, TStatus> request = Outgoing(rules, shape, job, origin, clock, suffix);
        return request.Context.Runtime.Sender.SendAsync(request);
    }

    private static JobOutgoing<TInput, TStarted, TStatus> Outgoing(
        JobRequest<TInput, TStarted, TStatus> rules, RequestShape shape, Job<TInput, TStarted, TStatus> job, Uri origin, JobClock clock, string suffix) =>
        new(shape, clock.NewContext(), rules.Build, job, origin) { KeySuffix = suffix };
}

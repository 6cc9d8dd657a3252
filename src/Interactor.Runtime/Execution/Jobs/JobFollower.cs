using Interactor.Runtime.Http;

namespace Interactor.Runtime.Execution;

/// <summary>
/// Asks about one job until it is done. What ends that without ending the job leaves with the job, so that the caller can go on with it.
/// </summary>
internal sealed class JobFollower<TInput, TStarted, TStatus>(
    JobRules<TInput, TStarted, TStatus> rules, JobShapes shapes, JobStartRequest<TInput> start, Job<TInput, TStarted, TStatus> job, int questions)
{
    private readonly JobClock _clock = new(rules.Every, rules.Deadline, start.Context);
    private int _questions = questions;
    private bool _hasJobFailed;

    /// <summary>The answer that the output is made of.</summary>
    /// <param name="isResumed">Whether the next question is asked at once.</param>
    public async ValueTask<Reply> FollowAsync(bool isResumed)
    {
        using JobClock clock = _clock;
        try
        {
            JobAnswer<TStatus> last = await AwaitAsync(isResumed).ConfigureAwait(false);
            if (rules.Result is not { } result)
            {
                return last.Release();
            }

            last.Settle();
            JobOutgoing<TInput, TStarted, TStatus> request = Outgoing(result, shapes.Result!, "result");
            return await request.Context.Runtime.Sender.SendAsync(request).ConfigureAwait(false);
        }
        catch (OperationCanceledException e) when (!start.Context.CancellationToken.IsCancellationRequested)
        {
            InteractorException late = _clock.Late(e);
            late.LeaveWith(ToPending());
            throw late;
        }
        catch (InteractorException e) when (!_hasJobFailed)
        {
            e.LeaveWith(ToPending());
            throw;
        }
    }

    private async ValueTask<JobAnswer<TStatus>> AwaitAsync(bool isResumed)
    {
        while (true)
        {
            if (!isResumed)
            {
                await _clock.WaitAsync(job.Last?.Headers ?? job.Started.Headers).ConfigureAwait(false);
            }

            isResumed = false;
            JobOutgoing<TInput, TStarted, TStatus> request = Outgoing(rules.Request, shapes.Status, $"status-{++_questions}");
            JobAnswer<TStatus> answer = new(await request.Context.Runtime.Sender.SendAsync(request).ConfigureAwait(false), rules.Status, rules.StatusXml, request.Context);
            JobAnswer<TStatus>? before = job.Last;
            job.Last = answer;
            try
            {
                foreach (JobFailure<TInput, TStarted, TStatus> failure in rules.Failures)
                {
                    if (failure.When(job, request.Context))
                    {
                        _hasJobFailed = true;
                        throw failure.ToException(job, request, answer.Response);
                    }
                }

                if (rules.Done(job, request.Context))
                {
                    return answer;
                }

                answer.Settle();
            }
            catch
            {
                // Who goes on asks again, and may then be given an answer of the declared shape.
                answer.Dispose();
                job.Last = before;
                throw;
            }
        }
    }

    private JobOutgoing<TInput, TStarted, TStatus> Outgoing(JobRequest<TInput, TStarted, TStatus> request, RequestShape shape, string suffix) =>
        new(shape, _clock.NewContext(), request.Build, job, start.Url!) { KeySuffix = suffix };

    private PendingJob ToPending() => new()
    {
        Connector = start.Context.Runtime.Connector.Address,
        Action = start.Context.Action!.Id,
        Version = start.Context.Action.Version,
        Started = job.Started.ToPending(),
        Last = job.Last?.ToPending(),
        Questions = _questions,
    };
}

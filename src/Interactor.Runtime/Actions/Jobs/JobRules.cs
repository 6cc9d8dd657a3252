using Interactor.Runtime.Execution;
using Interactor.Runtime.Http;

namespace Interactor.Runtime;

/// <summary>How the end of a job is awaited that an action begins.</summary>
/// <typeparam name="TInput">The input of the action.</typeparam>
public abstract class JobRules<TInput>
{
    private protected JobRules()
    {
    }

    /// <summary>Awaits the end of the job that an answer began.</summary>
    /// <param name="request">The request that began it.</param>
    /// <param name="first">Its answer, which is disposed unless it is given back.</param>
    /// <param name="input">The input of the action.</param>
    /// <param name="bodyKind">How the last answer is read.</param>
    /// <returns>The answer that the output is made of.</returns>
    internal abstract ValueTask<Reply> FollowAsync(JobStartRequest<TInput> request, Reply first, TInput input, ResponseBodyKind bodyKind);

    /// <summary>Awaits the end of a job that an earlier call began.</summary>
    internal abstract ValueTask<Reply> ResumeAsync(JobStartRequest<TInput> request, PendingJob pending, TInput input, ResponseBodyKind bodyKind);
}

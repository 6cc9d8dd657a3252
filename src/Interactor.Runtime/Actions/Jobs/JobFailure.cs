using Interactor.Runtime.Execution;
using Interactor.Runtime.Http;

namespace Interactor.Runtime;

/// <summary>One way in which a job fails, and the error that it becomes.</summary>
public sealed class JobFailure<TInput, TStarted, TStatus>
{
    /// <summary>Whether the job failed in this way.</summary>
    public required Func<Job<TInput, TStarted, TStatus>, ActionContext, bool> When { get; init; }

    /// <summary>What the error means.</summary>
    public ErrorCode Code { get; init; } = ErrorCode.ProviderError;

    /// <summary>The sentence for people; null for the runtime's own.</summary>
    public Func<Job<TInput, TStarted, TStatus>, ActionContext, string?>? Message { get; init; }

    /// <summary>The provider's own code for the error.</summary>
    public Func<Job<TInput, TStarted, TStatus>, ActionContext, string?>? ProviderCode { get; init; }

    internal InteractorException ToException(Job<TInput, TStarted, TStatus> job, OutgoingRequest request, ProviderResponse response)
    {
        string? message = Text(Message, job, request.Context);
        return ErrorMapper.Failure(
            Code, string.IsNullOrWhiteSpace(message) ? "The job that the provider began failed." : message, Text(ProviderCode, job, request.Context), request, response);
    }

    // A text that cannot be worked out must not hide that the job failed.
    private static string? Text(
        Func<Job<TInput, TStarted, TStatus>, ActionContext, string?>? text, Job<TInput, TStarted, TStatus> job, ActionContext context)
    {
        try
        {
            return text?.Invoke(job, context);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return null;
        }
    }
}

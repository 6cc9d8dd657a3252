using Interactor.Runtime.Http;

namespace Interactor.Runtime.Execution;

/// <summary>Which calls may go on with a job, and with which.</summary>
internal static class PendingJobRules
{
    /// <summary>Refuses a job for an action that begins none.</summary>
    /// <exception cref="InteractorException"><see cref="ErrorCode.InputInvalid"/>: the options have one.</exception>
    public static void Refuse(ActionOptions? options, ActionDescriptor action)
    {
        if (options?.Job is not null)
        {
            throw NoJob(action.Id);
        }
    }

    /// <summary>Refuses a job that is not as it was kept, so that nobody could go on with it.</summary>
    /// <exception cref="InteractorException"><see cref="ErrorCode.InputInvalid"/>: a member is missing, or has a value that none has.</exception>
    public static void Check(PendingJob job)
    {
        Check(job.Started, "/started");
        if (job.Last is { } last)
        {
            Check(last, "/last");
        }

        if (job.Questions < 0)
        {
            throw Changed("/questions", "is less than zero");
        }
    }

    public static InteractorException NoJob(string action) => new(ErrorCode.InputInvalid, $"The action '{action}' begins no job, and cannot go on with one.");

    // A text that was kept may be without what the types promise.
    private static void Check(PendingJobAnswer? answer, string pointer)
    {
        if (answer is null)
        {
            throw Changed(pointer, "is missing");
        }

        if (answer.Status is < 200 or > 299)
        {
            throw Changed(pointer + "/status", "is no status of success (200 to 299)");
        }

        if ((IReadOnlyDictionary<string, string>?)answer.Headers is not { } headers)
        {
            throw Changed(pointer + "/headers", "is missing");
        }

        foreach ((string name, string? value) in headers)
        {
            if (value is null)
            {
                throw Changed($"{pointer}/headers/{ShownName.Of(name)}", "has no value");
            }
        }
    }

    private static InteractorException Changed(string pointer, string problem) => new(ErrorCode.InputInvalid, $"The pending job is not as it was kept: {pointer} {problem}.")
    {
        Details = [new ErrorDetail(pointer, problem)],
    };
}

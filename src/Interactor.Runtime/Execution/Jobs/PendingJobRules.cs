namespace Interactor.Runtime.Execution;

/// <summary>Which calls may go on with a job.</summary>
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

    public static InteractorException NoJob(string action) => new(ErrorCode.InputInvalid, $"The action '{action}' begins no job, and cannot go on with one.");
}

namespace Interactor.Runtime;

/// <summary>What is known of a job so far.</summary>
public sealed class Job<TInput, TStarted, TStatus>
{
    internal Job(TInput input, JobAnswer<TStarted> started)
    {
        Input = input;
        Started = started;
    }

    /// <summary>The input of the action.</summary>
    public TInput Input { get; }

    /// <summary>The answer that began the job.</summary>
    public JobAnswer<TStarted> Started { get; }

    /// <summary>The last answer about the job; null before the first one.</summary>
    public JobAnswer<TStatus>? Last { get; internal set; }

    /// <summary>The last answer about the job, once there is one.</summary>
    public JobAnswer<TStatus> Status => Last ?? throw new InvalidOperationException("Nobody asked about the job yet.");
}

namespace Interactor.Runtime.Execution;

/// <summary>The time of an attempt for scripts that run outside of one.</summary>
internal readonly struct ScriptDeadline : IDisposable
{
    private readonly Deadline? _deadline;
    private readonly CancellationToken _caller;

    private ScriptDeadline(Deadline? deadline, CancellationToken caller)
    {
        _deadline = deadline;
        _caller = caller;
    }

    public CancellationToken Token => _deadline?.Token ?? _caller;

    public static ScriptDeadline Of(ActionContext context)
    {
        TimeSpan timeout = context.Options?.Timeout ?? context.Action?.Timeout ?? Timeout.InfiniteTimeSpan;
        Deadline? deadline = Deadline.Rent(timeout, context.Runtime.Time, context.CancellationToken);
        deadline?.Run();
        return new ScriptDeadline(deadline, context.CancellationToken);
    }

    // A runner may still hold on to the token, so the source is not used again.
    public void Dispose() => _deadline?.Stop(isQuiet: false);
}

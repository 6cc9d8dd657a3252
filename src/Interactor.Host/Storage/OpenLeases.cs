namespace Interactor.Host.Storage;

/// <summary>Counts the rights that somebody holds or waits for, so that who stops can wait for the last of them.</summary>
internal sealed class OpenLeases
{
    private readonly Lock _gate = new();
    private int _count;
    private TaskCompletionSource? _ended;

    public void Begin()
    {
        lock (_gate)
        {
            _count++;
        }
    }

    public void End()
    {
        lock (_gate)
        {
            if (--_count == 0)
            {
                _ended?.TrySetResult();
            }
        }
    }

    /// <summary>Ends when nobody holds or wants one.</summary>
    public Task EndedAsync()
    {
        lock (_gate)
        {
            return _count == 0 ? Task.CompletedTask : (_ended ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
        }
    }
}

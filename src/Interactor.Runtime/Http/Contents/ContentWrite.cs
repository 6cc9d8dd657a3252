using System.Diagnostics.CodeAnalysis;

namespace Interactor.Runtime.Http;

/// <summary>One write of content that is not in memory, which ends early where an answer came before its end.</summary>
[SuppressMessage("Design", "CA1001", Justification = "A source without a timer and without links holds nothing that has to be let go of.")]
internal sealed class ContentWrite
{
    private readonly CancellationTokenSource _stop = new();
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when the write is over, however it ended.</summary>
    public Task Ended => _ended.Task;

    public void Stop() => _stop.Cancel();

    public async Task RunAsync(Func<CancellationToken, Task> write, CancellationToken cancellationToken)
    {
        try
        {
            using CancellationTokenRegistration registration = cancellationToken.UnsafeRegister(static stop => ((CancellationTokenSource)stop!).Cancel(), _stop);
            await write(_stop.Token).ConfigureAwait(false);
        }
        finally
        {
            _ended.TrySetResult();
        }
    }
}

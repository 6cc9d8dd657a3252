using System.Runtime.ExceptionServices;

namespace Interactor.Runtime.Execution;

/// <summary>Runs numbered work a few at a time. The first failure cancels the rest and is the one that is thrown.</summary>
internal static class BoundedLoop
{
    public static async Task RunAsync(int count, int concurrency, Func<int, CancellationToken, ValueTask> body, CancellationToken cancellationToken)
    {
        int workers = Math.Clamp(concurrency, 1, Math.Max(count, 1));
        if (workers == 1)
        {
            for (int i = 0; i < count; i++)
            {
                await body(i, cancellationToken).ConfigureAwait(false);
            }

            return;
        }

        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        int next = -1;
        Exception? first = null;
        Task[] running = new Task[workers];
        for (int i = 0; i < workers; i++)
        {
            running[i] = WorkAsync();
        }

        await Task.WhenAll(running).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        if (first is not null)
        {
            ExceptionDispatchInfo.Throw(first);
        }

        async Task WorkAsync()
        {
            try
            {
                while (!stop.IsCancellationRequested && Interlocked.Increment(ref next) is var index && index < count)
                {
                    await body(index, stop.Token).ConfigureAwait(false);
                }
            }
            catch (Exception e)
            {
                Interlocked.CompareExchange(ref first, e, null);
                await stop.CancelAsync().ConfigureAwait(false);
            }
        }
    }
}

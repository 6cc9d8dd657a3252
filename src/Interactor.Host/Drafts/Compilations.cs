using Interactor.Host.Api;
using Interactor.Runtime;

namespace Interactor.Host.Drafts;

/// <summary>Compiles definitions, as many at a time as there are processors. Owners take turns, so that one who has much to compile does not keep the others waiting.</summary>
/// <param name="mostAtOnce">How many at a time.</param>
internal sealed class Compilations(int mostAtOnce)
{
    /// <summary>How many of one owner wait; more are refused.</summary>
    public const int MostWaiting = 100;

    private readonly Lock _gate = new();
    private readonly Queue<string> _turns = new();
    private readonly Dictionary<string, Queue<TaskCompletionSource>> _waiting = new(StringComparer.Ordinal);
    private int _free = mostAtOnce;

    public Compilations()
        : this(Environment.ProcessorCount)
    {
    }

    /// <summary>Compiles when it is the owner's turn.</summary>
    /// <param name="owner">Whose definition it is.</param>
    /// <param name="compile">Compiles it.</param>
    /// <param name="cancellationToken">Ends the wait and the compilation.</param>
    /// <exception cref="RefusalException">Too many of the owner wait already.</exception>
    public async Task<T> RunAsync<T>(string owner, Func<CancellationToken, T> compile, CancellationToken cancellationToken)
    {
        await EnterAsync(owner, cancellationToken).ConfigureAwait(false);
        try
        {
            return await Task.Run(() => compile(cancellationToken), cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            Leave();
        }
    }

    private async Task EnterAsync(string owner, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        TaskCompletionSource? turn = Enqueue(owner);
        if (turn is not null)
        {
            using (cancellationToken.Register(() => turn.TrySetCanceled(cancellationToken)))
            {
                await turn.Task.ConfigureAwait(false);
            }
        }
    }

    // Null where nobody has to wait.
    private TaskCompletionSource? Enqueue(string owner)
    {
        lock (_gate)
        {
            if (_free > 0)
            {
                _free--;
                return null;
            }

            if (!_waiting.TryGetValue(owner, out Queue<TaskCompletionSource>? queue))
            {
                _waiting[owner] = queue = new Queue<TaskCompletionSource>();
                _turns.Enqueue(owner);
            }

            if (queue.Count >= MostWaiting)
            {
                throw new RefusalException(new Refusal(429, $"Too many definitions of '{owner}' wait to be compiled. Try again later.", ErrorCode.RateLimited) { RetryAfter = TimeSpan.FromSeconds(10) });
            }

            TaskCompletionSource turn = new(TaskCreationOptions.RunContinuationsAsynchronously);
            queue.Enqueue(turn);
            return turn;
        }
    }

    // Who has had a turn goes to the end; who waits no longer is passed over.
    private void Leave()
    {
        lock (_gate)
        {
            while (_turns.TryDequeue(out string? owner))
            {
                if (!_waiting[owner].TryDequeue(out TaskCompletionSource? turn))
                {
                    _waiting.Remove(owner);
                    continue;
                }

                _turns.Enqueue(owner);
                if (turn.TrySetResult())
                {
                    return;
                }
            }

            _free++;
        }
    }
}

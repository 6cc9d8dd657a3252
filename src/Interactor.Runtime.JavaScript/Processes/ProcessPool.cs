using System.Collections.Concurrent;

namespace Interactor.Runtime.JavaScript.Processes;

/// <summary>
/// The processes of an engine: as many as scripts run side by side, up to a bound. A process for each running script, because a script that must be
/// stopped is stopped with its process, and takes no other with it.
/// </summary>
internal sealed class ProcessPool : IDisposable
{
    // The engine stops a script at its deadline; this is for what it cannot stop, such as one long step inside of the engine.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(30);

    private readonly JavaScriptOptions _options;
    private readonly SemaphoreSlim _turns;
    private readonly ConcurrentStack<ScriptProcess> _idle = new();
    private readonly CancellationTokenSource _stopping = new();
    private volatile NodeProgram? _node;

    public ProcessPool(JavaScriptOptions options)
    {
        _options = options;
        _turns = new SemaphoreSlim(options.MaxProcesses);
    }

    /// <summary>The idle processes, for tests.</summary>
    internal IEnumerable<ScriptProcess> Idle => _idle;

    /// <summary>Runs a script when it is its turn.</summary>
    public async Task<ScriptAnswer> RunAsync(byte[] request, CancellationToken caller)
    {
        ObjectDisposedException.ThrowIf(_stopping.IsCancellationRequested, typeof(JavaScriptEngine));
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(caller, _stopping.Token);
        try
        {
            await _turns.WaitAsync(either.Token).ConfigureAwait(false);
            try
            {
                // A script has no effects, so one whose process was ended by somebody else may run again.
                return await TryAsync(request, either.Token).ConfigureAwait(false)
                    ?? await TryAsync(request, either.Token).ConfigureAwait(false)
                    ?? throw new ScriptException(ScriptFailure.Crashed, "The process that runs scripts ended or gave no answer, twice in a row.");
            }
            finally
            {
                _turns.Release();
            }
        }
        catch (OperationCanceledException e) when (either.IsCancellationRequested)
        {
            caller.ThrowIfCancellationRequested();
            throw new ObjectDisposedException("The engine was disposed while a script ran or waited.", e);
        }
    }

    public void Dispose()
    {
        _stopping.Cancel();
        EndIdle();
    }

    /// <summary>One run; null where its process failed.</summary>
    private async Task<ScriptAnswer?> TryAsync(byte[] request, CancellationToken cancellationToken)
    {
        ScriptProcess process = await TakeAsync(cancellationToken).ConfigureAwait(false);
        bool isGood = false;
        using CancellationTokenSource deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(_options.Timeout + Grace);
        try
        {
            ScriptAnswer answer = ScriptAnswer.Read(await process.ExchangeAsync(request, deadline.Token).ConfigureAwait(false));
            isGood = true;
            return answer;
        }
        catch (Exception e) when (e is IOException or FormatException)
        {
            return null;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return ScriptAnswer.TimedOut;
        }
        finally
        {
            if (isGood)
            {
                Keep(process);
            }
            else
            {
                process.Dispose();
            }
        }
    }

    private async Task<ScriptProcess> TakeAsync(CancellationToken cancellationToken)
    {
        while (_idle.TryPop(out ScriptProcess? process))
        {
            if (!process.HasEnded)
            {
                return process;
            }

            process.Dispose();
        }

        return await StartAsync(cancellationToken).ConfigureAwait(false);
    }

    private async Task<ScriptProcess> StartAsync(CancellationToken cancellationToken)
    {
        using CancellationTokenSource limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(StartLimit);
        try
        {
            NodeProgram node = _node ??= await NodeProgram.FindAsync(_options.NodePath, limit.Token).ConfigureAwait(false);
            return await ScriptProcess.StartAsync(node, limit.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw new ScriptException(ScriptFailure.Unavailable, $"Node.js did not start within {StartLimit.TotalSeconds} seconds.", e);
        }
    }

    private void Keep(ScriptProcess process)
    {
        _idle.Push(process);
        if (_stopping.IsCancellationRequested)
        {
            EndIdle();
        }
    }

    private void EndIdle()
    {
        while (_idle.TryPop(out ScriptProcess? process))
        {
            process.Dispose();
        }
    }
}

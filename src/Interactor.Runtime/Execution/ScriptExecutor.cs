using Interactor.Runtime.Telemetry;

namespace Interactor.Runtime.Execution;

/// <summary>Runs one call of a script: checks what goes in and what comes out, observes it, and makes every failure one of the closed set.</summary>
internal static class ScriptExecutor
{
    /// <summary>The result in C#.</summary>
    /// <param name="run">The call.</param>
    /// <param name="context">The call of the action that it belongs to.</param>
    /// <param name="cancellationToken">Ends the run: the time of the attempt is over, or the caller gave up.</param>
    public static async ValueTask<object?> RunAsync(ScriptRun run, ActionContext context, CancellationToken cancellationToken) =>
        (await ObserveAsync(run, context, cancellationToken).ConfigureAwait(false)).Value;

    /// <summary>The result as UTF-8 JSON.</summary>
    /// <param name="run">The call.</param>
    /// <param name="context">The call of the action that it belongs to.</param>
    /// <param name="cancellationToken">Ends the run: the time of the action is over, or the caller gave up.</param>
    public static async ValueTask<ReadOnlyMemory<byte>> RunJsonAsync(ScriptRun run, ActionContext context, CancellationToken cancellationToken) =>
        (await ObserveAsync(run, context, cancellationToken).ConfigureAwait(false)).Json;

    private static async ValueTask<(object? Value, ReadOnlyMemory<byte> Json)> ObserveAsync(ScriptRun run, ActionContext context, CancellationToken cancellationToken)
    {
        byte[] argument = run.WriteArgument(context);
        ScriptObservation? observation = ScriptObservation.Start(context, run.Script);
        try
        {
            ReadOnlyMemory<byte> json = await CallAsync(run.Script, argument, context, cancellationToken).ConfigureAwait(false);
            object? value = run.Read(json, context);
            observation?.Finish(null);
            return (value, json);
        }
        catch (Exception e)
        {
            observation?.Finish(e);
            throw;
        }
    }

    private static async ValueTask<ReadOnlyMemory<byte>> CallAsync(
        ScriptDescriptor script, byte[] argument, ActionContext context, CancellationToken cancellationToken)
    {
        try
        {
            return await script.Code.RunAsync(script, argument, context, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException e) when (context.CancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException("The call was cancelled.", e, context.CancellationToken);
        }
        catch (OperationCanceledException e) when (cancellationToken.IsCancellationRequested)
        {
            throw new InteractorException(ErrorCode.Timeout, $"The script '{script.Name}' ({script.FileName}) did not end within the time of the attempt.", e);
        }
        catch (Exception e) when (e is not (InteractorException or OutOfMemoryException))
        {
            // A runner of the user's may throw anything, and its message may say what the script was given, which may be a secret.
            throw new InteractorException(ErrorCode.ScriptError, $"The script '{script.Name}' ({script.FileName}) could not be run ({e.GetType().Name}).");
        }
    }
}

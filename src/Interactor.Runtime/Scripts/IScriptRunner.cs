namespace Interactor.Runtime;

/// <summary>
/// Runs the JavaScript of connectors. The package <c>Interactor.Runtime.JavaScript</c> has one, <c>JavaScriptEngine</c>. It is called from many threads.
/// </summary>
public interface IScriptRunner
{
    /// <summary>Calls a function.</summary>
    /// <param name="invocation">What to call and what with.</param>
    /// <param name="cancellationToken">Ends the run: its deadline has passed, or the caller gave up.</param>
    /// <returns>The result as UTF-8 JSON.</returns>
    /// <exception cref="InteractorException"><see cref="ErrorCode.ScriptError"/>: there is no result. The message says why and where, and never what the script was given.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public ValueTask<ReadOnlyMemory<byte>> RunAsync(ScriptInvocation invocation, CancellationToken cancellationToken);
}

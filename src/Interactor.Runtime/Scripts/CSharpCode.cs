using System.Diagnostics;
using System.Globalization;
using Interactor.Runtime.Execution;
using Interactor.Runtime.Json;

namespace Interactor.Runtime;

/// <summary>A method in C#. It runs in this process with all that the process may do, so nothing but its token can end it.</summary>
internal sealed class CSharpCode<TOutput>(JsonContract<TOutput> output, Func<ReadOnlyMemory<byte>, ScriptContext, CancellationToken, ValueTask<TOutput>> method) : ScriptCode
{
    internal override async ValueTask<ReadOnlyMemory<byte>> RunAsync(
        ScriptDescriptor script, ReadOnlyMemory<byte> argument, ActionContext context, CancellationToken cancellationToken)
    {
        TOutput result = await CallAsync(script, argument, context, cancellationToken).ConfigureAwait(false);
        try
        {
            return output.Serialize(result);
        }
        catch (JsonContractException e)
        {
            IReadOnlyList<ErrorDetail> errors = Findings.Redact(e.Errors, context);
            throw new InteractorException(ErrorCode.ScriptError, $"The script '{script.Name}' ({script.FileName}) gave a result that it does not declare{Findings.Summary(errors)}.") { Details = errors };
        }
    }

    private async ValueTask<TOutput> CallAsync(ScriptDescriptor script, ReadOnlyMemory<byte> argument, ActionContext context, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            ValueTask<TOutput> run = method(argument, new ScriptContext(context), cancellationToken);

            // A script that does not look at its token is left to itself, and its caller is told in time.
            return run.IsCompleted ? await run.ConfigureAwait(false) : await run.AsTask().WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is not OutOfMemoryException && !(e is OperationCanceledException && cancellationToken.IsCancellationRequested))
        {
            throw new InteractorException(ErrorCode.ScriptError, $"{PlaceOf(e, script.FileName)}: the script threw an error ({e.GetType().Name}).", new ScriptErrorException(e));
        }
    }

    // Where the debug information says it; the message of the error may hold what the script was given.
    private static string PlaceOf(Exception error, string fileName)
    {
        string end = fileName[(fileName.LastIndexOf('/') + 1)..];
        StackFrame? frame = Array.Find(
            new StackTrace(error, fNeedFileInfo: true).GetFrames(),
            f => f.GetFileName() is { } path && path.AsSpan()[(path.AsSpan().LastIndexOfAny('/', '\\') + 1)..].SequenceEqual(end));
        return frame is null || frame.GetFileLineNumber() == 0
            ? fileName
            : string.Create(CultureInfo.InvariantCulture, $"{fileName}({frame.GetFileLineNumber()},{frame.GetFileColumnNumber()})");
    }
}

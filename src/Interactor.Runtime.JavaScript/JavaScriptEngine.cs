using System.Text.Json;
using Interactor.Runtime.JavaScript.Processes;

namespace Interactor.Runtime.JavaScript;

/// <summary>
/// Runs functions of scripts that nobody vouches for. A run has its own engine with nothing of the runs before it, and reaches neither files nor
/// processes nor the network. Processes are started when they are needed, kept for the next run, and end with this object or with its process.
/// Safe for concurrent use; one for an application is enough.
/// </summary>
public sealed class JavaScriptEngine : IScriptRunner, IDisposable
{
    private readonly JavaScriptOptions _options;

    /// <summary>An engine; nothing is started yet.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A limit is outside of its range.</exception>
    public JavaScriptEngine(JavaScriptOptions? options = null)
    {
        _options = (options ?? new JavaScriptOptions()).Checked();
        Pool = new ProcessPool(_options);
    }

    internal ProcessPool Pool { get; }

    /// <summary>Runs a function.</summary>
    /// <exception cref="ScriptException">There is no result; <see cref="ScriptException.Failure"/> says why.</exception>
    /// <exception cref="ArgumentException">The arguments are not a JSON array.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled; its process was stopped.</exception>
    public async Task<ScriptResult> RunAsync(ScriptCall call, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(call);
        CheckArguments(call.Arguments.Span);
        byte[] request = ScriptRequest.Write(call, _options);
        ScriptAnswer answer = await Pool.RunAsync(request, cancellationToken).ConfigureAwait(false);
        return answer.ToResult(call, _options);
    }

    async ValueTask<ReadOnlyMemory<byte>> IScriptRunner.RunAsync(ScriptInvocation invocation, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(invocation);
        ScriptCall call = new(invocation.Source, invocation.Function, invocation.Arguments) { FileName = invocation.FileName };
        try
        {
            return (await RunAsync(call, cancellationToken).ConfigureAwait(false)).Json;
        }
        catch (ScriptException e)
        {
            throw new InteractorException(ErrorCode.ScriptError, e.Message, e);
        }
    }

    /// <summary>Stops every process; runs under way fail.</summary>
    public void Dispose() => Pool.Dispose();

    private static void CheckArguments(ReadOnlySpan<byte> arguments)
    {
        Utf8JsonReader reader = new(arguments, new JsonReaderOptions { MaxDepth = 1000 });
        try
        {
            if (reader.Read() && reader.TokenType == JsonTokenType.StartArray)
            {
                while (reader.Read())
                {
                }

                return;
            }
        }
        catch (JsonException e)
        {
            throw new ArgumentException($"The arguments are not JSON: line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1}.", nameof(arguments));
        }

        throw new ArgumentException("The arguments have to be a JSON array.", nameof(arguments));
    }
}

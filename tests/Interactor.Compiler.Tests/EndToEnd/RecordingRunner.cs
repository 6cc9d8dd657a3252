using System.Text;
using Interactor.Runtime;

namespace Interactor.Compiler.Tests.EndToEnd;

/// <summary>Stands in for an engine: answers by the name of the function, and remembers the calls in their order.</summary>
internal sealed class RecordingRunner(Func<string, string, string> answer) : IScriptRunner
{
    /// <summary>Each call as <c>name[arguments]</c>.</summary>
    public List<string> Calls { get; } = [];

    public ValueTask<ReadOnlyMemory<byte>> RunAsync(ScriptInvocation invocation, CancellationToken cancellationToken)
    {
        string arguments = Encoding.UTF8.GetString(invocation.Arguments.Span);
        lock (Calls)
        {
            Calls.Add(invocation.Function + arguments);
        }

        return new(Encoding.UTF8.GetBytes(answer(invocation.Function, arguments)));
    }
}

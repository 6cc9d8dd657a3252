using Interactor.Runtime.Execution;
using Interactor.Runtime.Expressions;
using Interactor.Runtime.Json;

namespace Interactor.Runtime;

/// <summary>A call of a script whose result has a C# type.</summary>
internal sealed class ScriptRun<TOutput>(ScriptDescriptor<TOutput> script, JsonValue? argument, ExpressionPlace place) : ScriptRun(script, argument, place)
{
    internal override object? Read(ReadOnlyMemory<byte> utf8, ActionContext context)
    {
        if (script.Output.TryParseValid(utf8.Span, out TOutput? value, out IReadOnlyList<ErrorDetail> errors))
        {
            return value;
        }

        errors = Findings.Redact(errors, context);
        throw new InteractorException(ErrorCode.ScriptError, $"The script '{Script.Name}' ({Script.FileName}) gave a result that it does not declare{Findings.Summary(errors)}.")
        {
            Details = errors,
        };
    }
}

using Interactor.Runtime.Execution;

namespace Interactor.Runtime;

/// <summary>An action that a script carries out: it sends nothing, and its output is what the script gives.</summary>
public sealed class ScriptAction<TInput, TOutput> : ActionDescriptor<TInput, TOutput>
{
    /// <summary>The call of the script.</summary>
    public required Func<TInput, ActionContext, ScriptRun> Call { get; init; }

    internal override async ValueTask<TOutput> RunAsync(ActionContext context, TInput input)
    {
        ScriptRun run = Call(input, context);
        using ScriptDeadline deadline = ScriptDeadline.Of(context);
        ReadOnlyMemory<byte> result = await ScriptExecutor.RunJsonAsync(run, context, deadline.Token).ConfigureAwait(false);
        if (!Output.TryParseValid(result.Span, out TOutput? output, out IReadOnlyList<ErrorDetail> errors))
        {
            errors = Findings.Redact(errors, context);
            throw new InteractorException(
                ErrorCode.ContractViolation, $"What the script '{run.Script.Name}' gives does not have the shape that the action declares{Findings.Summary(errors)}.")
            {
                Details = errors,
            };
        }

        if (context.Utf8Output is { } utf8)
        {
            utf8.Value = result;
        }

        return output;
    }
}

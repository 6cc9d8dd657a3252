using Interactor.Runtime.Execution;

namespace Interactor.Runtime;

/// <summary>The calls of scripts that the expressions of a place need, in the order in which they are made.</summary>
/// <typeparam name="TSource">What the expressions are worked out from.</typeparam>
/// <param name="count">How many there are.</param>
/// <param name="call">A call by its number, or null where its condition does not hold. The results of those before it are there already.</param>
public sealed class ScriptCalls<TSource>(int count, Func<int, TSource, ActionContext, ScriptRun?> call)
{
    /// <summary>Makes the calls and leaves their results in the context.</summary>
    internal async ValueTask MakeAsync(TSource source, ActionContext context, CancellationToken cancellationToken)
    {
        context.BeginResults(count);
        for (int i = 0; i < count; i++)
        {
            if (call(i, source, context) is { } run)
            {
                context.SetResult(i, await ScriptExecutor.RunAsync(run, context, cancellationToken).ConfigureAwait(false));
            }
        }
    }

    /// <summary>Makes the calls within the time of an attempt, where no attempt is under way.</summary>
    internal async ValueTask MakeAsync(TSource source, ActionContext context)
    {
        using ScriptDeadline deadline = ScriptDeadline.Of(context);
        await MakeAsync(source, context, deadline.Token).ConfigureAwait(false);
    }
}

namespace Interactor.Runtime;

/// <summary>The calls of scripts that the expressions of a place need, in the order in which they are made.</summary>
/// <typeparam name="TSource">What the expressions are worked out from.</typeparam>
/// <typeparam name="TMore">What they are worked out from besides: a response, or an item of a list.</typeparam>
/// <param name="count">How many there are.</param>
/// <param name="call">A call by its number, or null where its condition does not hold. The results of those before it are there already.</param>
public sealed class ScriptCalls<TSource, TMore>(int count, Func<int, TSource, TMore, ActionContext, ScriptRun?> call)
{
    private readonly ScriptCalls<(TSource First, TMore Second)> _calls = new(count, (number, source, context) => call(number, source.First, source.Second, context));

    internal ValueTask MakeAsync(TSource source, TMore more, ActionContext context, CancellationToken cancellationToken) =>
        _calls.MakeAsync((source, more), context, cancellationToken);

    internal ValueTask MakeAsync(TSource source, TMore more, ActionContext context) => _calls.MakeAsync((source, more), context);
}

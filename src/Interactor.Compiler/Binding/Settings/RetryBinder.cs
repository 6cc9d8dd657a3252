using Interactor.Compiler.Binding.Requests;
using Interactor.Compiler.Expressions;
using Interactor.Compiler.Model;
using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Binding.Settings;

/// <summary>Binds <c>retry: { attempts, statuses, when, wait: { header, exponential: { base, cap } } }</c>.</summary>
internal static class RetryBinder
{
    private const int MaximumAttempts = 10;

    public static RetryModel? Bind(SyntaxNode? node, BindingContext context, Scopes scopes)
    {
        if (context.ReadMapping(node, "'retry'") is not { } reader)
        {
            return null;
        }

        int attempts = reader.TakeInteger("attempts", 3, 1, MaximumAttempts);
        List<StatusRange> statuses = [];
        foreach (ScalarNode scalar in reader.TakeScalars("statuses"))
        {
            if (StatusReader.Read(scalar, context) is { } range)
            {
                statuses.Add(range);
            }
        }

        ScalarNode? when = reader.TakeScalar("when");
        string? header = null;
        long start = 1000;
        long cap = 60_000;
        if (reader.TakeMapping("wait") is { } wait)
        {
            header = wait.TakeText("header");
            if (wait.TakeMapping("exponential") is { } exponential)
            {
                start = DurationReader.Read(exponential.TakeScalar("base"), start, context);
                cap = DurationReader.Read(exponential.TakeScalar("cap"), cap, context);
                exponential.Done();
            }

            wait.Done();
        }

        ExpressionScope condition = scopes.ErrorResponse();
        reader.Done();
        return new RetryModel
        {
            Attempts = attempts,
            Statuses = statuses.Count > 0 ? statuses.ToEquatableArray() : [new StatusRange(429, 429), new StatusRange(500, 599)],
            When = when is null ? null : Slot.Boolean(when, condition, context),
            WhenCalls = condition.ScriptCalls,
            WaitHeader = header,
            BaseMilliseconds = start,
            CapMilliseconds = cap,
        };
    }
}

using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Expressions.Functions;
using Interactor.Compiler.Model;

namespace Interactor.Compiler.Expressions.Checking;

/// <summary>Picks the overload that fits the arguments and makes the arguments fit it.</summary>
internal sealed class ArgumentChecker(CheckContext context, ExpressionChecker checker)
{
    public TypedExpression Check(Invocation call, IReadOnlyList<FunctionEntry> overloads)
    {
        if (call.Arguments.Any(a => a.Value is ErrorExpression))
        {
            return ErrorExpression.Instance;
        }

        FunctionEntry[] fitting = [.. overloads.Where(o => call.Arguments.Count >= o.RequiredCount && call.Arguments.Count <= o.Parameters.Count)];
        if (fitting.Length == 0)
        {
            return RefuseCount(call, overloads);
        }

        FunctionEntry? entry = fitting.FirstOrDefault(o => Fits(o, call, isExact: true)) ?? fitting.FirstOrDefault(o => Fits(o, call, isExact: false));
        return entry is null ? Refuse(call, fitting[0]) : Call(call, entry);
    }

    private TypedExpression Call(Invocation call, FunctionEntry entry)
    {
        List<TypedExpression> arguments = [];
        for (int i = 0; i < call.Arguments.Count; i++)
        {
            arguments.Add(Pass(call, i, entry.Parameters[i]));
        }

        if (arguments.Any(a => a is ErrorExpression))
        {
            return ErrorExpression.Instance;
        }

        if (entry.Method is null)
        {
            return arguments[0];
        }

        bool isSecret = entry is { Declassifies: false, Result: not BooleanTypeModel } && arguments.Any(a => a.IsSecret);
        return new CallExpression(
            entry.Method, arguments.ToEquatableArray(), entry.Result, isSecret, entry.CanFail ? context.PlaceOf(call.Syntax.Range) : null);
    }

    private TypedExpression Pass(Invocation call, int index, Parameter parameter)
    {
        Argument argument = call.Arguments[index];
        TypedExpression value = parameter.Target == ConversionTarget.Any ? argument.Value : checker.RefuseNull(argument.Value, argument.Syntax);
        value = checker.Convert(value, argument.Syntax, parameter.Target);
        if (value is ErrorExpression || parameter.Rule is not { } rule)
        {
            return value;
        }

        if (value is not LiteralExpression { Text: { } text })
        {
            return rule.IsRequired
                ? context.Fail(ExpressionDiagnostics.LiteralRequired, argument.Syntax.Range, call.Name, Sentence.Ordinal(index - call.Hidden))
                : value;
        }

        return rule.Check(text, argument.Syntax.Range, context) is { } rewritten ? LiteralExpression.Of(rewritten) : ErrorExpression.Instance;
    }

    private bool Fits(FunctionEntry entry, Invocation call, bool isExact) =>
        Enumerable.Range(0, call.Arguments.Count).All(i => Fits(entry.Parameters[i].Target, call.Arguments[i], isExact));

    private bool Fits(ConversionTarget target, Argument argument, bool isExact) =>
        isExact
            ? ParameterType.IsExact(target, argument.Value.Type)
            : Conversion.To(target, argument.Value, context.PlaceOf(argument.Syntax.Range), keepNull: true) is not null;

    private ErrorExpression Refuse(Invocation call, FunctionEntry entry)
    {
        int wrong = 0;
        while (wrong < call.Arguments.Count - 1 && Fits(entry.Parameters[wrong].Target, call.Arguments[wrong], isExact: false))
        {
            wrong++;
        }

        Argument argument = call.Arguments[wrong];
        ConversionTarget target = entry.Parameters[wrong].Target;
        string type = TypeText.Of(argument.Value.Type);
        return wrong < call.Hidden
            ? context.Fail(
                ExpressionDiagnostics.UnknownMember, call.Syntax.NameRange, Sentence.Capital(type), call.Name + "(…)", ConversionHint.Of(argument.Value.Type, target))
            : context.Fail(
                ExpressionDiagnostics.ArgumentType,
                argument.Syntax.Range,
                call.Name,
                ConversionHint.NameOf(target),
                Sentence.Ordinal(wrong - call.Hidden),
                type,
                ConversionHint.Of(argument.Value.Type, target));
    }

    private ErrorExpression RefuseCount(Invocation call, IReadOnlyList<FunctionEntry> overloads)
    {
        int least = overloads.Min(o => o.RequiredCount) - call.Hidden;
        int most = overloads.Max(o => o.Parameters.Count) - call.Hidden;
        int given = call.Arguments.Count - call.Hidden;
        return context.Fail(
            ExpressionDiagnostics.ArgumentCount, call.Syntax.NameRange, call.Name, Sentence.ArgumentCount(least, most), given == 1 ? "1 is" : $"{given} are");
    }
}

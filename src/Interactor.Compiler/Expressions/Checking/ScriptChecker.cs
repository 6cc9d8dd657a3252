using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Expressions.Functions;
using Interactor.Compiler.Expressions.Parsing;
using Interactor.Compiler.Model;
using Interactor.Compiler.Text;

namespace Interactor.Compiler.Expressions.Checking;

/// <summary>Checks <c>scripts.name(argument)</c>.</summary>
internal sealed class ScriptChecker(CheckContext context, ExpressionChecker checker)
{
    private readonly ScriptArgumentChecker _arguments = new(context, checker);

    public TypedExpression Check(CallSyntax syntax)
    {
        string name = $"{FunctionTable.Scripts}.{syntax.Name}";
        TextRange at = TextRange.Between(syntax.Target!.Range.Start, syntax.NameRange.End);
        if (context.Scope.Scripts is not { } site || !site.Table.Names.Contains(syntax.Name))
        {
            CheckArguments(syntax);
            string hint = Nearest.Hint(syntax.Name, context.Scope.Scripts?.Table.Names ?? []);
            return context.Fail(ExpressionDiagnostics.UnknownFunction, at, name, hint);
        }

        // What a macro works out for each item is worked out at once for all of them.
        if ((context.VariableNames.Any() ? "in a macro, once for each item" : site.Refusal) is { } refusal)
        {
            CheckArguments(syntax);
            return context.Fail(ScriptDiagnostics.NotHere, at, name, refusal);
        }

        return site.Table.Find(syntax.Name) is { } script ? Check(syntax, name, script) : ErrorExpression.Instance;
    }

    private TypedExpression Check(CallSyntax syntax, string name, ScriptSignature script)
    {
        int wanted = script.Input is null ? 0 : 1;
        if (syntax.Arguments.Count != wanted)
        {
            CheckArguments(syntax);
            string given = syntax.Arguments.Count == 1 ? "1 is" : $"{syntax.Arguments.Count} are";
            return context.Fail(ExpressionDiagnostics.ArgumentCount, syntax.NameRange, name, Sentence.ArgumentCount(wanted, wanted), given);
        }

        TypedExpression? argument = script.Input is { } input ? _arguments.Check(syntax.Arguments[0], input) : null;
        if (argument is ErrorExpression)
        {
            return argument;
        }

        context.CallsScripts = true;
        bool isSecret = script.Output is not BooleanTypeModel && argument?.IsSecret == true;
        return new ScriptCallExpression(script.Reference, argument, script.Output, isSecret, context.PlaceOf(syntax.Range));
    }

    // The arguments may have errors of their own, which are worth telling in the same run.
    private void CheckArguments(CallSyntax syntax)
    {
        foreach (ExpressionSyntax argument in syntax.Arguments)
        {
            _ = checker.CheckValue(argument);
        }
    }
}

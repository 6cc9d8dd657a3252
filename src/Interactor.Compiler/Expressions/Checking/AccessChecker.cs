using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Expressions.Parsing;
using Interactor.Compiler.Model;
using Interactor.Compiler.Text;

namespace Interactor.Compiler.Expressions.Checking;

/// <summary>Checks names and what follows them: members, indexes, calls.</summary>
internal sealed class AccessChecker(CheckContext context, ExpressionChecker checker)
{
    private readonly MemberChecker _members = new(context);

    private readonly IndexChecker _indexes = new(context, checker);

    private readonly CallChecker _calls = new(context, checker);

    public TypedExpression Check(ExpressionSyntax syntax, bool isLenient) => CheckChain(syntax, isLenient).Close();

    private AccessChain CheckChain(ExpressionSyntax syntax, bool isLenient)
    {
        switch (syntax)
        {
            case NameSyntax name:
                return new AccessChain(CheckName(name));
            case MemberSyntax member:
                AccessChain chain = CheckChain(member.Target, isLenient);
                bool mayMiss = member.IsConditional || isLenient;
                chain.Inner = Enter(chain, mayMiss, member.Target, member.NameRange)
                    ? _members.Check(chain.Inner, member.Name, member.NameRange, member.Range, mayMiss)
                    : ErrorExpression.Instance;
                return chain;
            case IndexSyntax index:
                return CheckIndex(index, isLenient);
            case CallSyntax { Target: { } target } call when !_calls.IsGroup(target):
                return CheckMethod(call, target, isLenient);
            case CallSyntax call:
                return new AccessChain(_calls.CheckFunction(call));
            default:
                return new AccessChain(checker.Check(syntax));
        }
    }

    private AccessChain CheckIndex(IndexSyntax syntax, bool isLenient)
    {
        AccessChain chain = CheckChain(syntax.Target, isLenient);
        bool mayMiss = syntax.IsConditional || isLenient;
        TextRange bracket = TextRange.Between(syntax.Target.Range.End, syntax.End);
        if (!Enter(chain, mayMiss, syntax.Target, bracket))
        {
            chain.Inner = ErrorExpression.Instance;
        }
        else if (syntax.Index is LiteralSyntax { Value: string name } && chain.Inner.Type is StructureTypeModel or NamedTypeModel)
        {
            chain.Inner = _members.Check(chain.Inner, name, syntax.Index.Range, syntax.Range, mayMiss);
        }
        else
        {
            chain.Inner = _indexes.Check(chain.Inner, syntax, mayMiss);
        }

        return chain;
    }

    private AccessChain CheckMethod(CallSyntax syntax, ExpressionSyntax target, bool isLenient)
    {
        AccessChain chain = CheckChain(target, isLenient);
        bool mayMiss = syntax.IsConditional || isLenient;
        if (chain.Inner.Type is AnyTypeModel && chain.Inner is not ErrorExpression && mayMiss)
        {
            chain.Condition(context.NewVariable());
        }

        if (!Enter(chain, mayMiss, target, syntax.NameRange))
        {
            chain.Inner = ErrorExpression.Instance;
        }
        else if (chain.Inner.Type is StructureTypeModel structure)
        {
            chain.Inner = context.Fail(
                ExpressionDiagnostics.UnknownMember, syntax.NameRange, Sentence.Capital(structure.Description), syntax.Name, string.Empty);
        }
        else
        {
            chain.Inner = _calls.CheckMethod(chain.Inner, syntax);
        }

        return chain;
    }

    // False after a report, or when the target was in error already.
    private bool Enter(AccessChain chain, bool mayMiss, ExpressionSyntax target, TextRange at)
    {
        if (chain.Inner is ErrorExpression)
        {
            return false;
        }

        if (!chain.Inner.Type.IsNullable)
        {
            return true;
        }

        if (!mayMiss || chain.Inner.Type is NullTypeModel)
        {
            context.Fail(ExpressionDiagnostics.MayBeNull, at, $"'{context.TextOf(target.Range)}'");
            return false;
        }

        chain.Condition(context.NewVariable());
        return true;
    }

    private TypedExpression CheckName(NameSyntax syntax)
    {
        if (context.FindVariable(syntax.Name) is { } variable)
        {
            return variable;
        }

        if (context.Scope.FindRoot(syntax.Name) is { } root)
        {
            return new RootExpression(root.Name, root.CSharp, root.Type, root.IsSecret);
        }

        string[] names = [.. context.VariableNames.Reverse(), .. context.Scope.Roots.Select(r => r.Name)];
        string hint = _calls.IsFunctionName(syntax.Name) ? $" '{syntax.Name}' is a function: write {syntax.Name}(…)." : Nearest.Hint(syntax.Name, names);
        return context.Fail(
            ExpressionDiagnostics.UnknownName, syntax.Range, syntax.Name, names.Length == 0 ? "literals and functions only" : string.Join(", ", names), hint);
    }
}

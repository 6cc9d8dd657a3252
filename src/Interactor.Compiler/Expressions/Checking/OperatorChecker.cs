using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Expressions.Parsing;
using Interactor.Compiler.Model;

namespace Interactor.Compiler.Expressions.Checking;

/// <summary>Checks logic, choice and null coalescing; arithmetic and comparison have checkers of their own.</summary>
internal sealed class OperatorChecker(CheckContext context, ExpressionChecker checker)
{
    private readonly ArithmeticChecker _arithmetic = new(context, checker);

    private readonly ComparisonChecker _comparison = new(context, checker);

    public TypedExpression Check(UnarySyntax syntax)
    {
        if (syntax.Operator == "-")
        {
            return _arithmetic.CheckNegation(syntax);
        }

        TypedExpression operand = checker.CheckBoolean(syntax.Operand);
        return operand is ErrorExpression ? operand : new NotExpression(operand);
    }

    public TypedExpression Check(BinarySyntax syntax)
    {
        switch (syntax.Operator)
        {
            case "&&" or "||":
                TypedExpression left = checker.CheckBoolean(syntax.Left);
                TypedExpression right = checker.CheckBoolean(syntax.Right);
                return left is ErrorExpression || right is ErrorExpression
                    ? ErrorExpression.Instance
                    : new OperatorExpression(syntax.Operator == "&&" ? OperatorKind.And : OperatorKind.Or, left, right);
            case "??":
                return CheckCoalesce(syntax);
            case "in":
                return _comparison.CheckIn(syntax);
            case "+" or "-" or "*" or "/" or "%":
                return _arithmetic.Check(syntax);
            default:
                return _comparison.Check(syntax);
        }
    }

    public TypedExpression Check(ChoiceSyntax syntax)
    {
        TypedExpression condition = checker.CheckBoolean(syntax.Condition);
        TypedExpression then = checker.CheckValue(syntax.Then);
        TypedExpression otherwise = checker.CheckValue(syntax.Else);
        if (condition is ErrorExpression || then is ErrorExpression || otherwise is ErrorExpression)
        {
            return ErrorExpression.Instance;
        }

        if (TypeUnion.Of(then, otherwise) is not { } type)
        {
            return FailBranches(syntax.Else, "?:", then, otherwise);
        }

        return type is NullTypeModel
            ? then
            : new ChoiceExpression(condition, TypeUnion.Conform(then, type), TypeUnion.Conform(otherwise, type), type);
    }

    private TypedExpression CheckCoalesce(BinarySyntax syntax)
    {
        TypedExpression left = checker.CheckValue(syntax.Left, isLenient: true);
        TypedExpression right = checker.CheckValue(syntax.Right);
        if (left is ErrorExpression || right is ErrorExpression)
        {
            return ErrorExpression.Instance;
        }

        if (left.Type is NullTypeModel)
        {
            return right;
        }

        if (!left.Type.IsNullable && left.Type is not AnyTypeModel)
        {
            // Nothing to replace, but the two sides still have to agree.
            return TypeUnion.Of(left, right) is { } same ? TypeUnion.Conform(left, same.AsNonNull()) : FailBranches(syntax.Right, "??", left, right);
        }

        if (TypeUnion.Of(left, right) is not { } type)
        {
            return FailBranches(syntax.Right, "??", left, right);
        }

        TypeModel rightType = right.Type.IsNullable ? type : type.AsNonNull();
        return new CoalesceExpression(TypeUnion.Conform(left, type), TypeUnion.Conform(right, rightType));
    }

    private ErrorExpression FailBranches(ExpressionSyntax at, string name, TypedExpression left, TypedExpression right) =>
        context.Fail(ExpressionDiagnostics.BranchTypes, at.Range, name, TypeText.Of(left.Type), TypeText.Of(right.Type));
}

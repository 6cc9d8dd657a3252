using Interactor.Compiler.Model;

namespace Interactor.Compiler.Expressions;

/// <summary>An operator that C# has with the same meaning for the operands' types; the answer is true or false.</summary>
public sealed record OperatorExpression(OperatorKind Operator, TypedExpression Left, TypedExpression Right)
    : TypedExpression(new BooleanTypeModel(), IsSecret: false);

public enum OperatorKind
{
    And,
    Or,
    Equal,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}

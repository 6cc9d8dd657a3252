namespace Interactor.Compiler.Expressions;

/// <summary>Names a value so that it is worked out once.</summary>
public sealed record LetExpression(TypedExpression Value, int Variable, TypedExpression Then) : TypedExpression(Then.Type, Then.IsSecret);

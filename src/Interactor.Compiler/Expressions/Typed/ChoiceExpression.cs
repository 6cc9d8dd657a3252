using Interactor.Compiler.Model;

namespace Interactor.Compiler.Expressions;

/// <summary>One of two expressions of one type.</summary>
public sealed record ChoiceExpression(TypedExpression Condition, TypedExpression Then, TypedExpression Else, TypeModel Type)
    : TypedExpression(Type, Then.IsSecret || Else.IsSecret);

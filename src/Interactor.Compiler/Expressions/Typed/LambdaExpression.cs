namespace Interactor.Compiler.Expressions;

/// <summary>What a macro works out for each item. Stands only among the arguments of a <see cref="CallExpression"/>.</summary>
public sealed record LambdaExpression(int Variable, TypedExpression Body) : TypedExpression(Body.Type, Body.IsSecret);

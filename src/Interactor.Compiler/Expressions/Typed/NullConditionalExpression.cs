namespace Interactor.Compiler.Expressions;

/// <summary>Null when <paramref name="Target"/> is null, otherwise <paramref name="Then"/> with the variable as the non-null target.</summary>
public sealed record NullConditionalExpression(TypedExpression Target, int Variable, TypedExpression Then)
    : TypedExpression(Then.Type.AsNullable(), Then.IsSecret);


namespace Interactor.Compiler.Expressions;

/// <summary><paramref name="Left"/>, or <paramref name="Right"/> where it is null. Both sides have one type, nullability aside.</summary>
public sealed record CoalesceExpression(TypedExpression Left, TypedExpression Right)
    : TypedExpression(Right.Type.IsNullable ? Left.Type : Left.Type.AsNonNull(), Left.IsSecret || Right.IsSecret);

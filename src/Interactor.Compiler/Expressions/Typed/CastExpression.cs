using Interactor.Compiler.Model;

namespace Interactor.Compiler.Expressions;

/// <summary>The same value as another number type, or null as a type.</summary>
public sealed record CastExpression(TypedExpression Operand, TypeModel Type) : TypedExpression(Type, Operand.IsSecret);

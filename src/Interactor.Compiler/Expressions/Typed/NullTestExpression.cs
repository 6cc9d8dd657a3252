using Interactor.Compiler.Model;

namespace Interactor.Compiler.Expressions;

/// <summary>Whether a nullable value, or an <c>any</c>, is null.</summary>
public sealed record NullTestExpression(TypedExpression Operand) : TypedExpression(new BooleanTypeModel(), IsSecret: false);

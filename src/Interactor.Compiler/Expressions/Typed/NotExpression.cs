using Interactor.Compiler.Model;

namespace Interactor.Compiler.Expressions;

/// <summary>Logical negation.</summary>
public sealed record NotExpression(TypedExpression Operand) : TypedExpression(new BooleanTypeModel(), IsSecret: false);

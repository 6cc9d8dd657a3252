using Interactor.Compiler.Model;

namespace Interactor.Compiler.Expressions;

/// <summary>A record or a union as the JSON value that it writes.</summary>
/// <param name="Operand">Of a <see cref="NamedTypeModel"/>, never null at run time.</param>
public sealed record JsonConversionExpression(TypedExpression Operand) : TypedExpression(new AnyTypeModel(), Operand.IsSecret);

using Interactor.Compiler.Model;

namespace Interactor.Compiler.Expressions;

/// <summary>A name that a binding expression around it introduces.</summary>
/// <param name="Id">Which one: the <c>Variable</c> of a lambda, a let or a null condition around it.</param>
public sealed record VariableExpression(int Id, TypeModel Type, bool IsSecret) : TypedExpression(Type, IsSecret);

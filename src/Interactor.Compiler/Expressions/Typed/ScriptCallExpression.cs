using Interactor.Compiler.Model;

namespace Interactor.Compiler.Expressions;

/// <summary>A call of a script as it is written. None is left once its scalar is bound: a <see cref="ScriptResultExpression"/> stands in its place.</summary>
/// <param name="Script">What is called.</param>
/// <param name="Argument">Any value; null for a script that takes none.</param>
/// <param name="Place">What a failure names.</param>
public sealed record ScriptCallExpression(ScriptReference Script, TypedExpression? Argument, TypeModel Type, bool IsSecret, ExpressionPlace Place)
    : TypedExpression(Type, IsSecret);

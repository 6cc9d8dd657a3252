namespace Interactor.Compiler.Expressions;

/// <summary>A call of a script that is made before the expressions of its place are worked out.</summary>
/// <param name="Argument">Any value; null for a script that takes none. It may have the results of earlier calls in it.</param>
/// <param name="When">The call is made only where this holds; null for always.</param>
/// <param name="Place">What a failure names.</param>
public sealed record ScriptCallModel(ScriptReference Script, TypedExpression? Argument, TypedExpression? When, ExpressionPlace Place);

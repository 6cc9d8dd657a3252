namespace Interactor.Compiler.Expressions;

/// <summary>What a failure at run time says about where the expression stands.</summary>
/// <param name="Text">The expression and its place in the definition.</param>
/// <param name="IsCallers">Only the caller's values take part, so that a failure is the caller's input and not the provider's answer.</param>
public sealed record ExpressionPlace(string Text, bool IsCallers);

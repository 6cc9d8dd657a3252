using Interactor.Compiler.Expressions.Emitting;

namespace Interactor.Compiler.Expressions;

/// <summary>Prints typed expressions as C#.</summary>
public static class ExpressionEmitter
{
    /// <summary>
    /// A C# expression that stands anywhere a primary expression may: <c>global::</c> names, definition text through encoders only.
    /// </summary>
    /// <exception cref="InvalidOperationException">The expression has an error, which should have stopped emission.</exception>
    public static string Emit(TypedExpression e) => new ExpressionPrinter().Closed(e);
}

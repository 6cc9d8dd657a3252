using Interactor.Compiler.Expressions.Parsing;

namespace Interactor.Compiler.Expressions.Checking;

/// <summary>A call of a function with its arguments checked.</summary>
/// <param name="Name">As messages call it.</param>
/// <param name="Arguments">The receiver of a method is the first of them.</param>
internal sealed record Invocation(string Name, IReadOnlyList<Argument> Arguments, CallSyntax Syntax, bool HasReceiver)
{
    /// <summary>How many arguments the writer does not count.</summary>
    public int Hidden => HasReceiver ? 1 : 0;
}

internal sealed record Argument(TypedExpression Value, ExpressionSyntax Syntax);

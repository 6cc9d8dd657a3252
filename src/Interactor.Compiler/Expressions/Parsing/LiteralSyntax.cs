using Interactor.Compiler.Text;

namespace Interactor.Compiler.Expressions.Parsing;

/// <param name="Value">A <c>string</c>, <c>long</c>, <c>double</c>, <c>bool</c> or null.</param>
internal sealed record LiteralSyntax(object? Value, TextRange Range) : ExpressionSyntax(Range, 1);

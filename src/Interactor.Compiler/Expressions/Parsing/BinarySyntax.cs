using Interactor.Compiler.Text;

namespace Interactor.Compiler.Expressions.Parsing;

/// <summary>An operator between two operands, <c>in</c> and <c>??</c> included.</summary>
internal sealed record BinarySyntax(string Operator, TextRange OperatorRange, ExpressionSyntax Left, ExpressionSyntax Right)
    : ExpressionSyntax(TextRange.Between(Left.Range.Start, Right.Range.End), Above(Left, Right));

using Interactor.Compiler.Text;

namespace Interactor.Compiler.Expressions.Parsing;

/// <summary><c>!operand</c> or <c>-operand</c>.</summary>
internal sealed record UnarySyntax(string Operator, ExpressionSyntax Operand, int Start)
    : ExpressionSyntax(TextRange.Between(Start, Operand.Range.End), Above(Operand));

using Interactor.Compiler.Text;

namespace Interactor.Compiler.Expressions.Parsing;

/// <summary><c>target[index]</c> or <c>target?[index]</c>.</summary>
/// <param name="End">After the closing bracket.</param>
internal sealed record IndexSyntax(ExpressionSyntax Target, ExpressionSyntax Index, bool IsConditional, int End)
    : ExpressionSyntax(TextRange.Between(Target.Range.Start, End), Above(Target, Index));

using Interactor.Compiler.Text;

namespace Interactor.Compiler.Expressions.Parsing;

/// <summary><c>condition ? then : else</c></summary>
internal sealed record ChoiceSyntax(ExpressionSyntax Condition, ExpressionSyntax Then, ExpressionSyntax Else)
    : ExpressionSyntax(TextRange.Between(Condition.Range.Start, Else.Range.End), Above(Condition, Then, Else));

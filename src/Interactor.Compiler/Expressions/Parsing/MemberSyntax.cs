using Interactor.Compiler.Text;

namespace Interactor.Compiler.Expressions.Parsing;

/// <summary><c>target.name</c> or <c>target?.name</c>.</summary>
internal sealed record MemberSyntax(ExpressionSyntax Target, string Name, TextRange NameRange, bool IsConditional)
    : ExpressionSyntax(TextRange.Between(Target.Range.Start, NameRange.End), Above(Target));

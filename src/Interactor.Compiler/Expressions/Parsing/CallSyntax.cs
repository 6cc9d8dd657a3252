using Interactor.Compiler.Text;

namespace Interactor.Compiler.Expressions.Parsing;

/// <summary><c>name(…)</c>, <c>target.name(…)</c> or <c>target?.name(…)</c>.</summary>
/// <param name="Target">A value, or the name of a function group.</param>
internal sealed record CallSyntax(
    ExpressionSyntax? Target,
    string Name,
    TextRange NameRange,
    IReadOnlyList<ExpressionSyntax> Arguments,
    bool IsConditional,
    int End)
    : ExpressionSyntax(
        TextRange.Between(Target?.Range.Start ?? NameRange.Start, End),
        Above(Target is null ? [.. Arguments] : [Target, .. Arguments]));

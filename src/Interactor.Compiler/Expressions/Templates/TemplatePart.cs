using Interactor.Compiler.Expressions.Parsing;
using Interactor.Compiler.Text;

namespace Interactor.Compiler.Expressions.Templates;

/// <summary>Literal text or an expression; exactly one is set.</summary>
/// <param name="Range">Of the part in the scalar's text, <c>${</c> and <c>}</c> included.</param>
internal sealed record TemplatePart(string? Literal, ExpressionSyntax? Expression, TextRange Range);

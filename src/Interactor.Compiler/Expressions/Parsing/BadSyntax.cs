using Interactor.Compiler.Text;

namespace Interactor.Compiler.Expressions.Parsing;

/// <summary>Stands where parsing failed; the failure is reported.</summary>
internal sealed record BadSyntax(TextRange Range) : ExpressionSyntax(Range, 1);

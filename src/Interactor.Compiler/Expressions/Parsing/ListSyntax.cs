using Interactor.Compiler.Text;

namespace Interactor.Compiler.Expressions.Parsing;

/// <summary><c>[a, b]</c></summary>
internal sealed record ListSyntax(IReadOnlyList<ExpressionSyntax> Items, TextRange Range) : ExpressionSyntax(Range, Above([.. Items]));

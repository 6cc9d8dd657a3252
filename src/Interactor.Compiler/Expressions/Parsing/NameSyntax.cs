using Interactor.Compiler.Text;

namespace Interactor.Compiler.Expressions.Parsing;

/// <summary>A root, a macro's variable, or the group of a function.</summary>
internal sealed record NameSyntax(string Name, TextRange Range) : ExpressionSyntax(Range, 1);

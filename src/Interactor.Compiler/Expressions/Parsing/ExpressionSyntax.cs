using Interactor.Compiler.Text;

namespace Interactor.Compiler.Expressions.Parsing;

/// <summary>What was written, without meaning.</summary>
/// <param name="Range">In the scalar's text.</param>
/// <param name="Depth">Levels below and including this one: what every later stage recurses through.</param>
internal abstract record ExpressionSyntax(TextRange Range, int Depth)
{
    protected static int Above(params ExpressionSyntax[] children) => 1 + (children.Length == 0 ? 0 : children.Max(c => c.Depth));
}

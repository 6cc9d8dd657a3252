using Interactor.Compiler.Text;

namespace Interactor.Compiler.Syntax;

/// <summary>Items in the order of the file.</summary>
public sealed class SequenceNode : SyntaxNode
{
    internal SequenceNode(SourceFile file, TextRange range, IReadOnlyList<SyntaxNode> items)
        : base(file, range) => Items = items;

    public IReadOnlyList<SyntaxNode> Items { get; }
}

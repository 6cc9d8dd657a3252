using Interactor.Compiler.Text;

namespace Interactor.Compiler.Syntax;

/// <summary>Items in the order of the file.</summary>
public sealed class SequenceNode : SyntaxNode
{
    internal SequenceNode(SourceFile file, TextRange range, SyntaxNode[] items)
        : base(file, range) => Items = new SyntaxList<SyntaxNode>(items);

    public SyntaxList<SyntaxNode> Items { get; }
}

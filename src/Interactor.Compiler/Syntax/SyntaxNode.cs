using Interactor.Compiler.Text;

namespace Interactor.Compiler.Syntax;

/// <summary>A mapping, a sequence or a scalar of a definition, with its place and without meaning.</summary>
/// <remarks>A node that an alias repeats stands in the tree several times; its place is where it is written.</remarks>
public abstract class SyntaxNode
{
    private protected SyntaxNode(SourceFile file, TextRange range)
    {
        File = file;
        Range = range;
    }

    public SourceFile File { get; }

    /// <summary>The characters of the value itself, quotes and brackets included, anchors left out.</summary>
    public TextRange Range { get; }

    public Location Location => File.Locate(Range);
}

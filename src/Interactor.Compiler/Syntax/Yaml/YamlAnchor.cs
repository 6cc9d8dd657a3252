namespace Interactor.Compiler.Syntax.Yaml;

/// <summary>An anchored value, known from its start on so that an alias inside it is recognised.</summary>
internal sealed class YamlAnchor
{
    /// <summary>Null until the value is complete.</summary>
    public SyntaxNode? Node { get; private set; }

    public NodeExtent Extent { get; private set; }

    public void Complete(SyntaxNode node, NodeExtent extent)
    {
        Node = node;
        Extent = extent;
    }
}

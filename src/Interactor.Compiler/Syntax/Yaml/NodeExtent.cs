namespace Interactor.Compiler.Syntax.Yaml;

/// <summary>How large a node is with every alias written out.</summary>
/// <param name="Nodes">The node itself and all below; no more than the file's nodes and <see cref="ReadLimits.AliasedNodes"/> together.</param>
/// <param name="Height">The collections inside one another; 0 for a scalar.</param>
internal readonly record struct NodeExtent(int Nodes, int Height)
{
    public static NodeExtent Scalar => new(1, 0);

    public NodeExtent Plus(NodeExtent child) => new(Nodes + child.Nodes, Math.Max(Height, child.Height + 1));
}

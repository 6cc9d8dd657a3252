namespace Interactor.Compiler.Syntax;

/// <summary>What messages call a node.</summary>
internal static class NodeKind
{
    public static string Describe(SyntaxNode node) => node switch
    {
        MappingNode => "a mapping",
        SequenceNode => "a list",
        ScalarNode { Kind: ScalarKind.Null } => "null",
        ScalarNode { Kind: ScalarKind.Boolean } => "a boolean",
        ScalarNode { Kind: ScalarKind.Integer } => "an integer",
        ScalarNode { Kind: ScalarKind.Float } => "a number",
        _ => "text",
    };
}

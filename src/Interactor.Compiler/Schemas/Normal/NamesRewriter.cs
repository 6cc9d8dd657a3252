using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Schemas.Normal;

/// <summary>Lists of property names, as text.</summary>
internal static class NamesRewriter
{
    public static void Rewrite(KeywordUse use, NormalSchema target) => target.Add(use.Entry, Names((SequenceNode)use.Value, use));

    public static void RewriteByName(KeywordUse use, NormalSchema target) => target.Add(
        use.Entry,
        NormalNodes.Mapping(use.Value, [.. ((MappingNode)use.Value).Entries.Select(e => new MappingEntry(use.Writer.Nodes.Text(e.Key), Names((SequenceNode)e.Value, use)))]));

    public static SequenceNode Names(SequenceNode list, KeywordUse use) =>
        NormalNodes.Sequence(list, [.. list.Items.OfType<ScalarNode>().Select(use.Writer.Nodes.Text)]);
}

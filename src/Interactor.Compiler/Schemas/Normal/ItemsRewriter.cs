using Interactor.Compiler.Schemas.Dialects;
using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Schemas.Normal;

/// <summary>Until 2019-09 a list under <c>items</c> is what <c>prefixItems</c> is now, and <c>additionalItems</c> what <c>items</c> is.</summary>
internal static class ItemsRewriter
{
    public static void Rewrite(KeywordUse use, NormalSchema target)
    {
        if (use.Value is not SequenceNode list)
        {
            target.Add(use.Entry, use.Writer.WriteInner(use.Location, use.Value));
        }
        else if (list.Items.Count > 0)
        {
            target.Add(use.Entry.Key, "prefixItems", NormalNodes.Sequence(list, [.. list.Items.Select(i => use.Writer.WriteInner(use.Location, i))]));
        }
    }

    public static void RewriteAdditional(KeywordUse use, NormalSchema target)
    {
        if (use.Schema.Find("items") is SequenceNode)
        {
            target.Add(use.Entry.Key, "items", use.Writer.WriteInner(use.Location, use.Value));
        }
    }

    public static void RewriteContains(KeywordUse use, NormalSchema target)
    {
        target.Add(use.Entry, use.Writer.WriteInner(use.Location, use.Value));
        if (use.Location.Resource.Dialect.IsAmong(DialectSet.Draft201909))
        {
            target.Add(use.Entry.Key, "$containsUnevaluated", NormalNodes.True(use.Value));
        }
    }
}

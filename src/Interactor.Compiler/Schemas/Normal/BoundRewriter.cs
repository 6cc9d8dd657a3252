using Interactor.Compiler.Schemas.Keywords;
using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Schemas.Normal;

/// <summary>Bounds. In draft 4 and in OpenAPI until 3.0 the exclusive keyword is a switch of the other one.</summary>
internal static class BoundRewriter
{
    public static void Rewrite(KeywordUse use, NormalSchema target)
    {
        string exclusive = use.Keyword.Name == "minimum" ? "exclusiveMinimum" : "exclusiveMaximum";
        bool isExclusive = BooleanValue.IsTrue(use.Schema.Find(exclusive));
        target.Add(use.Entry.Key, isExclusive ? exclusive : use.Keyword.Name, use.Value);
    }

    public static void RewriteExclusive(KeywordUse use, NormalSchema target)
    {
        if (use.Value is not ScalarNode { Kind: ScalarKind.Boolean })
        {
            target.Add(use.Entry, use.Value);
        }
    }
}

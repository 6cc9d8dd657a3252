using Interactor.Compiler.Schemas.Keywords;
using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Schemas.Normal;

/// <summary>How each keyword gets into the normal form. Most stay as they are, with the schemas inside them rewritten.</summary>
internal static class KeywordRewriters
{
    private static readonly Dictionary<string, Action<KeywordUse, NormalSchema>> Special = new(StringComparer.Ordinal)
    {
        ["type"] = TypeRewriter.Rewrite,
        ["items"] = ItemsRewriter.Rewrite,
        ["additionalItems"] = ItemsRewriter.RewriteAdditional,
        ["contains"] = ItemsRewriter.RewriteContains,
        ["minContains"] = OnlyBeside("contains", Count),
        ["maxContains"] = OnlyBeside("contains", Count),
        ["minItems"] = Count,
        ["maxItems"] = Count,
        ["minLength"] = Count,
        ["maxLength"] = Count,
        ["minProperties"] = Count,
        ["maxProperties"] = Count,
        ["minimum"] = BoundRewriter.Rewrite,
        ["maximum"] = BoundRewriter.Rewrite,
        ["exclusiveMinimum"] = BoundRewriter.RewriteExclusive,
        ["exclusiveMaximum"] = BoundRewriter.RewriteExclusive,
        ["dependencies"] = DependenciesRewriter.Rewrite,
        ["dependentRequired"] = NamesRewriter.RewriteByName,
        ["required"] = NamesRewriter.Rewrite,
        ["then"] = OnlyBeside("if", ByForm),
        ["else"] = OnlyBeside("if", ByForm),
        ["format"] = Format,
        ["contentEncoding"] = Content,
        ["contentMediaType"] = Content,
        ["contentSchema"] = OnlyBeside("contentMediaType", Content),
        ["nullable"] = static (_, _) => { },
        ["x-nullable"] = static (_, _) => { },
    };

    public static void Rewrite(KeywordUse use, NormalSchema target)
    {
        if (Special.TryGetValue(use.Keyword.Name, out Action<KeywordUse, NormalSchema>? rewriter))
        {
            rewriter(use, target);
        }
        else
        {
            ByForm(use, target);
        }
    }

    private static void ByForm(KeywordUse use, NormalSchema target)
    {
        switch (use.Keyword.Form)
        {
            case KeywordForm.Value or KeywordForm.Annotation:
                target.Add(use.Entry, use.Writer.Nodes.Value(use.Value));
                break;
            case KeywordForm.Schema:
                target.Add(use.Entry, use.Writer.WriteInner(use.Location, use.Value));
                break;
            case KeywordForm.Schemas when use.Value is SequenceNode list:
                target.Add(use.Entry, NormalNodes.Sequence(list, [.. list.Items.Select(i => use.Writer.WriteInner(use.Location, i))]));
                break;
            case KeywordForm.SchemaMap when use.Value is MappingNode map:
                target.Add(use.Entry, NormalNodes.Mapping(map, [.. map.Entries.Select(e => new MappingEntry(use.Writer.Nodes.Text(e.Key), use.Writer.WriteInner(use.Location, e.Value)))]));
                break;
            case KeywordForm.Reference or KeywordForm.DynamicReference:
                if (use.Writer.Unit.TargetOf(use.Location, use.Keyword.Name) is { } referred)
                {
                    target.Add(use.Entry.Key, "$ref", SchemaWriter.ReferenceTo(use.Value, referred));
                }

                break;
            case KeywordForm.Discriminator:
                DiscriminatorRewriter.Rewrite(use, target);
                break;
        }
    }

    // 2.0 is a count too; the normal form has 2.
    private static void Count(KeywordUse use, NormalSchema target)
    {
        CountValue.TryRead(use.Value, out int count);
        target.Add(use.Entry, NormalNodes.Integer(use.Value, count));
    }

    private static void Format(KeywordUse use, NormalSchema target)
    {
        if (Asserts(use, SchemaAssertions.Format) || use.Location.Resource.Dialect.AssertsFormat)
        {
            target.Add(use.Entry, use.Writer.Nodes.Text((ScalarNode)use.Value));
        }
    }

    private static void Content(KeywordUse use, NormalSchema target)
    {
        if (Asserts(use, SchemaAssertions.Content))
        {
            ByForm(use, target);
        }
    }

    private static bool Asserts(KeywordUse use, SchemaAssertions wanted) => (use.Location.Resource.Assertions & wanted) != 0;

    private static Action<KeywordUse, NormalSchema> OnlyBeside(string other, Action<KeywordUse, NormalSchema> rewriter) => (use, target) =>
    {
        if (use.Schema.Find(other) is not null)
        {
            rewriter(use, target);
        }
    };
}

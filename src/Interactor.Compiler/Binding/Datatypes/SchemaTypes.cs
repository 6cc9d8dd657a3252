using Interactor.Compiler.Model;
using Interactor.Compiler.Schemas.Keywords;
using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Binding.Datatypes;

/// <summary>The JSON types that a schema means by its own keywords.</summary>
internal static class SchemaTypes
{
    // The keywords tell what is meant where the type is left out.
    private static readonly (string Keyword, JsonType Type)[] Telling =
    [
        ("properties", JsonType.Object), ("patternProperties", JsonType.Object), ("additionalProperties", JsonType.Object),
        ("items", JsonType.Array), ("prefixItems", JsonType.Array),
    ];

    /// <summary>The named types, or the type that the other keywords are made for; none where nothing tells.</summary>
    public static JsonType Of(MappingNode schema)
    {
        JsonType types = TypeValue.Read(schema.Find("type"));
        return types != JsonType.None ? types : Infer(schema);
    }

    public static JsonType OfValue(SyntaxNode node) => node switch
    {
        MappingNode => JsonType.Object,
        SequenceNode => JsonType.Array,
        ScalarNode { Kind: ScalarKind.Null } => JsonType.Null,
        ScalarNode { Kind: ScalarKind.Boolean } => JsonType.Boolean,
        ScalarNode { Kind: ScalarKind.Integer } => JsonType.Integer,
        ScalarNode { Kind: ScalarKind.Float } => JsonType.Number,
        _ => JsonType.String,
    };

    /// <summary>The types that some values have together.</summary>
    public static JsonType OfValues(SyntaxList<SyntaxNode> values)
    {
        JsonType types = JsonType.None;
        foreach (SyntaxNode value in values)
        {
            types |= OfValue(value);
        }

        return types;
    }

    private static JsonType Infer(MappingNode schema)
    {
        if (Values(schema) is { Count: > 0 } values)
        {
            return OfValues(values);
        }

        foreach ((string keyword, JsonType type) in Telling)
        {
            if (schema.Find(keyword) is not null and not ScalarNode)
            {
                return type;
            }
        }

        return JsonType.None;
    }

    /// <summary>The values of <c>const</c> or <c>enum</c>; null where there is neither.</summary>
    public static SyntaxList<SyntaxNode>? Values(MappingNode schema) =>
        schema.Find("const") is { } constant ? [constant] : (schema.Find("enum") as SequenceNode)?.Items;
}
